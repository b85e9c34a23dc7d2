import { day, has, isMap, onlyKeys, text } from './fields.ts'
import type { YamlNode } from './yaml-source.ts'

/** What is noted on a rule for those who tend it. It changes no finding, so it is no part of the version. */
export interface RuleNotes {
  /** Who answers for the rule: its own `owner:`, else that of its folder, else the one for all. */
  owner?: string
  /** Since when it has its status, `YYYY-MM-DD`; a trial is to end. */
  since?: string
}

/** `rules/owners.yaml`: who answers for rules that name nobody. */
export interface Owners {
  all?: string
  folders: Record<string, string>
}

export function readOwners(node: YamlNode): Owners {
  onlyKeys(node, ['all', 'folders'])
  const folders = node.at('folders')
  const named = isMap(folders.value) ? Object.keys(folders.value) : []
  return {
    ...(has(node, 'all') && { all: text(node.at('all')) }),
    folders: Object.fromEntries(named.map((folder) => [folder, text(folders.at(folder))])),
  }
}

export function readNotes(node: YamlNode): RuleNotes {
  return {
    ...(has(node, 'owner') && { owner: text(node.at('owner')) }),
    ...(has(node, 'since') && { since: day(node.at('since')) }),
  }
}

/** The notes with somebody to answer for the rule, where `owners` knows one. */
export function withOwner(notes: RuleNotes, id: string, owners: Owners): RuleNotes {
  const owner = notes.owner ?? owners.folders[id.split('/')[0]!] ?? owners.all
  return owner === undefined ? notes : { ...notes, owner }
}
