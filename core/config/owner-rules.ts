import type { Range } from '../source/source-file.ts'
import type { AscribeYml } from './ascribe-yml.ts'
import { unknownKey } from './read-shape.ts'
import { resourceMatch } from './resolve-match.ts'
import type { Report } from './resolve-schema.ts'
import type { ResourceMatch } from './resource-match.ts'
import type { TagSchema } from './tag-schema.ts'
import { oneOf, quote } from './wording.ts'
import { nodeAt, type YamlNode } from './yaml-tree.ts'

/** Where an owner is read from. */
export const OWNER_SOURCES = ['bill-tags', 'declared', 'catalogue', 'written-tags'] as const
export type OwnerSource = (typeof OWNER_SOURCES)[number]

/** How owners are found out. */
export interface AttributionConfig {
  /** The first that knows an answer gives it. */
  readonly order: readonly OwnerSource[]
  /** The tag keys that AWS shows on the bill; undefined where nobody says. */
  readonly costAllocationTags: ReadonlySet<string> | undefined
  /** Azure Cost Management puts the tags of resource groups on the usage of their resources. */
  readonly azureTagInheritance: boolean
}

export const DEFAULT_ATTRIBUTION: AttributionConfig = {
  order: ['bill-tags', 'declared'],
  costAllocationTags: undefined,
  azureTagInheritance: false,
}

/** Declared inheritance: what matches belongs to these owners where nothing on it says so. */
export interface OwnerRule {
  readonly match: ResourceMatch
  /** By the schema's keys. */
  readonly set: ReadonlyMap<string, string>
  readonly range: Range
}

export function readAttribution({ attribution = {} }: AscribeYml): AttributionConfig {
  const activated = attribution['cost-allocation-tags']
  return {
    order: attribution.order ?? DEFAULT_ATTRIBUTION.order,
    costAllocationTags: activated && new Set(activated),
    azureTagInheritance: attribution['azure-tag-inheritance'] ?? false,
  }
}

export function readOwnerRules(
  { owners = [] }: AscribeYml,
  root: YamlNode,
  schema: TagSchema,
  report: Report,
): readonly OwnerRule[] {
  return owners.map(({ match, set }, index): OwnerRule => {
    const names = schema.keys.map(({ key }) => key)
    for (const [name, value] of Object.entries(set)) {
      const path = ['owners', index, 'set', name]
      const key = schema.keys.find(({ key }) => key === name)
      if (!key) report(path, unknownKey(name, ['owners', index, 'set'], names), { key: true })
      else if (key.values && ![...key.values, ...(key.or ?? [])].includes(value))
        report(path, `${quote(value)} is no "${name}". expected ${oneOf([...key.values, ...(key.or ?? [])])}`)
    }
    return {
      match: resourceMatch(match),
      set: new Map(Object.entries(set)),
      range: nodeAt(root, ['owners', index]).range,
    }
  })
}
