import type { BasisCondition } from '../core/check/rule.ts'
import { CHANNELS, type Channel, ENTITIES, type Entity } from '../core/document.ts'
import { isRegionPrefix } from '../core/regions/region.ts'
import { bilingual, isMap, list, oneOf, onlyKeys, text } from './fields.ts'
import type { YamlNode } from './yaml-source.ts'

/** The named groups of channels, bodies and regions that articles bind: `rules/groups.yaml`. */
export interface Groups {
  channel: Record<string, BasisCondition<Channel>>
  entity: Record<string, BasisCondition<Entity>>
  region: Record<string, BasisCondition<string>>
}

export function readGroups(node: YamlNode): Groups {
  onlyKeys(node, ['channel', 'entity', 'region'])
  return {
    channel: groups(node.at('channel'), (item) => oneOf(item, CHANNELS)),
    entity: groups(node.at('entity'), (item) => oneOf(item, ENTITIES)),
    region: groups(node.at('region'), regionPrefix),
  }
}

function groups<T>(node: YamlNode, member: (item: YamlNode) => T): Record<string, BasisCondition<T>> {
  if (!isMap(node.value)) {
    node.complain('needs named groups')
    return {}
  }
  const entries = Object.keys(node.value).map((group) => {
    const at = node.at(group)
    onlyKeys(at, ['members', 'condition'])
    return [
      group,
      { group, members: list(at.at('members'), 1).map(member), condition: bilingual(at.at('condition')) },
    ] as const
  })
  return Object.fromEntries(entries)
}

function regionPrefix(node: YamlNode): string {
  const value = text(node)
  if (!isRegionPrefix(value))
    node.complain(
      `region is "${value}"; allowed: the first 2, 4 or 6 digits of a GB/T 2260 code that is or was in force, in quotes`,
    )
  return value
}
