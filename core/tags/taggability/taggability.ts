import { isCloudless, providerName } from '../../domain/provider.ts'
import { aws } from './aws.generated.ts'
import { azurerm } from './azurerm.generated.ts'
import { databricks } from './databricks.generated.ts'
import { google } from './google.generated.ts'
import { googleBeta } from './google-beta.generated.ts'
import { kubernetes } from './kubernetes.generated.ts'
import { type PackedTable, type TagLimits, unpack } from './packed-table.ts'

/** Whether a resource type carries tags, and where. */
export type Taggability =
  | {
      readonly kind: 'taggable'
      /** Where its own tags are written: `tags`, `resource_labels`, `settings.user_labels`, … */
      readonly path: readonly string[]
      /** A map, or a list or repeated block of `key` and `value`. */
      readonly style: 'map' | 'pairs'
      /** The provider's `default_tags` or `default_labels` are merged in. */
      readonly acceptsDefaults: boolean
      /** Where tags of its child objects are written; they do not inherit its own. */
      readonly nested: readonly string[]
      /** Those of them that get the provider's defaults. */
      readonly nestedDefaults: readonly string[]
      readonly limits: TagLimits | undefined
    }
  | { readonly kind: 'notTaggable'; readonly nested: readonly string[] }
  /** In no table: it may or may not carry tags. */
  | { readonly kind: 'unknown' }

/** In the order they are asked. */
const TABLES: Readonly<Record<string, readonly PackedTable[]>> = {
  aws: [aws],
  google: [google],
  'google-beta': [googleBeta, google],
  azurerm: [azurerm],
  databricks: [databricks],
  kubernetes: [kubernetes],
}

const UNKNOWN: Taggability = { kind: 'unknown' }
const NOT_TAGGABLE: Taggability = { kind: 'notTaggable', nested: [] }

/** @param providerSource e.g. `hashicorp/aws`, with or without a registry's host; forks and mirrors count as their name. */
export function taggabilityOf(type: string, providerSource: string): Taggability {
  if (isCloudless(providerSource)) return NOT_TAGGABLE
  const provider = providerName(providerSource)
  for (const table of Object.hasOwn(TABLES, provider) ? TABLES[provider]! : []) {
    const found = typesOf(table).get(type)
    if (found !== undefined) return taggability(table, found)
  }
  return UNKNOWN
}

function taggability({ facts, limits }: PackedTable, number: number): Taggability {
  const { path, style = 'map', defaults = false, nested = [], nestedDefaults = [] } = facts[number]!
  if (path === undefined) return { kind: 'notTaggable', nested }
  const steps = path.split('.').map((step) => step.replace('[]', ''))
  return { kind: 'taggable', path: steps, style, acceptsDefaults: defaults, nested, nestedDefaults, limits }
}

/** A table is unpacked when somebody first asks for a type of its provider, and only then. */
const unpacked = new WeakMap<PackedTable, ReadonlyMap<string, number>>()

function typesOf(table: PackedTable): ReadonlyMap<string, number> {
  const known = unpacked.get(table) ?? unpack(table)
  unpacked.set(table, known)
  return known
}
