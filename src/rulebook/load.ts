import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BasisArticle, Rule, Rulebook, RuleException, Standard } from '../core/check/rule.ts'
import { problem } from '../core/problem.ts'
import { rootPath } from '../root.ts'
import { onlyKeys, texts } from './fields.ts'
import { joinArticles } from './join-articles.ts'
import { keptReading } from './kept-copy.ts'
import { readBasis } from './read-basis.ts'
import { type Examples, readExamples } from './read-examples.ts'
import { readSharedException } from './read-exceptions.ts'
import { type Groups, readGroups } from './read-groups.ts'
import { type Owners, type RuleNotes, readNotes, readOwners, withOwner } from './read-notes.ts'
import { type Known, readRule } from './read-rule.ts'
import { readScoring } from './read-scoring.ts'
import { readStandard } from './read-standard.ts'
import { validateTogether } from './validate.ts'
import { validateLaw } from './validate-law.ts'
import { versionOf } from './version.ts'
import { type Mistake, readYaml, sayMistake, type YamlSource } from './yaml-source.ts'

/** Folders under `rules/` that hold something other than rules. */
const NOT_RULES = new Set(['basis', 'calendar', 'exceptions', 'letters', 'lexicon', 'standards'])

/**
 * Every rule, lexicon, article and the scoring from disk, checked and hashed. The built program keeps a copy of what it read,
 * for as long as no file of the rules and none of the code that reads them changes.
 * @throws problem `rulebook.invalid` with `mistakes`: all of them together, each as `file:line:column`, what is allowed, and the line.
 */
export function loadRulebook(folder: string = rootPath('rules')): Rulebook {
  const read = () => {
    const { rulebook, mistakes } = readRulebook(folder)
    if (mistakes.length > 0) throw invalid(mistakes)
    return rulebook
  }
  return folder === rootPath('rules') ? keptReading('rulebook', read) : read()
}

/** Everything a rule author needs beside the rulebook. None of it is part of the version. */
export interface AuthorsRulebook {
  rulebook: Rulebook
  /** By rule id, as are the next two. */
  examples: Map<string, Examples>
  notes: Map<string, RuleNotes>
  sources: Map<string, YamlSource>
  /** By name. */
  lexiconSources: Map<string, YamlSource>
  /** By name, of the exceptions that rules share. */
  exceptionSources: Map<string, YamlSource>
  standardSources: YamlSource[]
}

/** The same, with examples, notes and the files themselves. */
export function loadForAuthors(folder: string = rootPath('rules')): AuthorsRulebook {
  const { rulebook, mistakes, read, lexiconSources, exceptionSources, standardSources } = readRulebook(folder)
  const examples = new Map<string, Examples>()
  const ownersFile = existsSync(join(folder, OWNERS)) ? readYaml(join(folder, OWNERS), OWNERS) : undefined
  const owners: Owners = ownersFile ? readOwners(ownersFile.root) : { folders: {} }
  mistakes.push(...(ownersFile?.mistakes ?? []))
  const notes = new Map(read.map(({ rule, own }) => [rule.id, withOwner(own, rule.id, owners)]))
  for (const { id } of rulebook.rules) {
    const file = `${id}.examples.yaml`
    if (!existsSync(join(folder, file))) continue
    const source = readYaml(join(folder, file), file)
    examples.set(id, readExamples(source.root))
    for (const mistake of source.mistakes) mistakes.push(mistake)
  }
  if (mistakes.length > 0) throw invalid(mistakes)
  const sources = new Map(read.map(({ rule, source }) => [rule.id, source]))
  return { rulebook, examples, notes, sources, lexiconSources, exceptionSources, standardSources }
}

/** The rulebook with the examples that stand beside each rule, by rule id. */
export function loadWithExamples(folder: string = rootPath('rules')): Pick<AuthorsRulebook, 'rulebook' | 'examples'> {
  return loadForAuthors(folder)
}

const OWNERS = 'owners.yaml'

function invalid(mistakes: readonly Mistake[]) {
  return problem('rulebook.invalid', { mistakes: mistakes.map(sayMistake) })
}

interface ReadFolder
  extends Pick<AuthorsRulebook, 'rulebook' | 'lexiconSources' | 'exceptionSources' | 'standardSources'> {
  mistakes: Mistake[]
  read: { rule: Rule; own: RuleNotes; source: YamlSource }[]
}

function readRulebook(folder: string): ReadFolder {
  const sources: YamlSource[] = []
  const open = (file: string): YamlSource => {
    const source = readYaml(join(folder, file), file)
    sources.push(source)
    return source
  }
  const lexicons = readLexicons(folder, open)
  const basis = readInstruments(folder, open)
  const groups: Groups = readGroups(open('groups.yaml').root)
  const names = { lexicons: new Set(Object.keys(lexicons)), articles: new Set(Object.keys(basis)) }
  const scoring = readScoring(open('scoring.yaml').root, names.lexicons)
  const shared = readExceptionFiles(folder, open, names)
  const known: Known = { ...names, groups, shared, standards: readStandards(folder, open, names) }
  const read = ruleFiles(folder).map((file) => {
    const source = open(file)
    const rule = readRule(source.root, file.replace(/\.yaml$/, ''), known)
    if (!existsSync(join(folder, `${rule.id}.examples.yaml`))) {
      source.root.complain(`has no ${rule.id}.examples.yaml beside it with three hits and three near misses`)
    }
    return { rule, own: readNotes(source.root), source }
  })
  validateTogether(read)
  validateLaw(read, basis)
  const rules: Rule[] = read.map(({ rule }) => rule)
  const content = { rules, lexicons, basis, scoring }
  const rulebook = { hash: versionOf(content), ...content }
  const inFolder = (name: string) => sources.filter(({ file }) => file.startsWith(`${name}/`))
  const byName = (name: string) => new Map(inFolder(name).map((source) => [nameOf(source.file), source]))
  return {
    rulebook,
    mistakes: sources.flatMap(({ mistakes }) => mistakes),
    read,
    lexiconSources: byName('lexicon'),
    exceptionSources: byName('exceptions'),
    standardSources: inFolder('standards'),
  }
}

function readLexicons(folder: string, open: (file: string) => YamlSource): Record<string, string[]> {
  const lexicons: Record<string, string[]> = {}
  for (const file of yamlFiles(folder, 'lexicon')) {
    const { root } = open(file)
    onlyKeys(root, ['title', 'words'])
    const words = texts(root.at('words'), 1)
    words.forEach((word, i) => {
      if (words.indexOf(word) < i) root.at('words').at(i).complain(`"${word}" stands here twice`)
    })
    lexicons[nameOf(file)] = words
  }
  return lexicons
}

function readInstruments(folder: string, open: (file: string) => YamlSource): Record<string, BasisArticle> {
  const placed = yamlFiles(folder, 'basis').flatMap((file) => {
    const { root } = open(file)
    return readBasis(root, nameOf(file)).map((article) => ({
      article,
      at: root.at('articles').at(article.id.slice(article.id.indexOf('/') + 1)),
    }))
  })
  return joinArticles(placed)
}

function readExceptionFiles(
  folder: string,
  open: (file: string) => YamlSource,
  names: Pick<Known, 'lexicons'>,
): Map<string, RuleException> {
  if (!existsSync(join(folder, 'exceptions'))) return new Map()
  const read = yamlFiles(folder, 'exceptions').map((file) => readSharedException(open(file).root, nameOf(file), names))
  return new Map(read.map((exception) => [exception.id, exception]))
}

function readStandards(
  folder: string,
  open: (file: string) => YamlSource,
  names: Pick<Known, 'lexicons' | 'articles'>,
): Record<string, Standard> {
  if (!existsSync(join(folder, 'standards'))) return {}
  return Object.fromEntries(
    yamlFiles(folder, 'standards').map((file) => [nameOf(file), readStandard(open(file).root, names)]),
  )
}

function ruleFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_RULES.has(entry.name))
    .flatMap((entry) => yamlFiles(folder, entry.name))
    .filter((file) => !file.endsWith('.examples.yaml'))
    .sort()
}

function yamlFiles(folder: string, inside: string): string[] {
  return readdirSync(join(folder, inside))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${inside}/${name}`)
}

/** `lexicon/elder.yaml` is named elder. */
function nameOf(file: string): string {
  return basename(file, '.yaml')
}
