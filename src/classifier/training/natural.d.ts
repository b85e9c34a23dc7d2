declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  const BayesClassifier: new () => unknown
  export default BayesClassifier
}
