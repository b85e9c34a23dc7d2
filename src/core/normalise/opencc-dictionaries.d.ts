/** Dictionary data of opencc-js, which ships types for its converters only: lines `from to`, joined by `|`. */
declare module 'opencc-js/dict/*' {
  const lines: string
  export default lines
}
