import type { Plain } from '../../../core/domain/plain.ts'
import type { Resource } from '../../../core/domain/resource.ts'
import { isMapping, isSequence, type MappingValue, type Value } from '../../../core/domain/value.ts'
import { SourceFile } from '../../../core/source/source-file.ts'

type Json = Readonly<Record<string, unknown>>

/** A change as a test tells it: `before` and `after` are what the provider says. */
export interface ToldChange {
  readonly address: string
  readonly before?: Json | null
  readonly after?: Json | null
  readonly unknown?: Json
  readonly sensitive?: Json
  readonly provider?: string
  readonly [further: string]: unknown
}

/** A plan in the documented format (https://developer.hashicorp.com/terraform/internals/json-format). */
export function planText(changes: readonly ToldChange[], further: Json = {}): string {
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: {} },
    resource_changes: changes.map(change),
    ...further,
  })
}

export function planFile(changes: readonly ToldChange[], further: Json = {}): SourceFile {
  return new SourceFile('plan.json', planText(changes, further))
}

function change({
  address,
  before = null,
  after = null,
  unknown = {},
  sensitive = {},
  provider,
  ...further
}: ToldChange): Json {
  const [type = '', name = ''] = address.replace(/^(module\.[^.]+\.)+/, '').split(/[.[]/)
  return {
    address,
    mode: 'managed',
    type,
    name,
    provider_name: provider ?? 'registry.terraform.io/hashicorp/aws',
    change: {
      actions: actionsOf(before, after),
      before,
      after,
      after_unknown: unknown,
      before_sensitive: sensitive,
      after_sensitive: sensitive,
    },
    ...further,
  }
}

function actionsOf(before: Json | null, after: Json | null): readonly string[] {
  if (!before) return ['create']
  if (!after) return ['delete']
  return [JSON.stringify(before) === JSON.stringify(after) ? 'no-op' : 'update']
}

/**
 * What a plan would say of evaluated resources: their values, with `tags_all` and what the provider decides at apply.
 * It stands in for the providers, which tests do not have.
 */
export function planOfResources(resources: readonly Resource[]): SourceFile {
  const changes = resources.map((resource): ToldChange => {
    const { address, attributes, defaultTags, provider } = resource
    const all = {
      ...attributes,
      entries: new Map([...attributes.entries, ...tagsAll(attributes, defaultTags)]),
    }
    const computed = { id: true, arn: true, owner_id: true }
    return {
      address,
      provider: `registry.terraform.io/${provider.source}`,
      after: known(all) as Json,
      unknown: { ...computed, ...(hidden(all) as Json) },
    }
  })
  return planFile(changes)
}

function tagsAll(
  { entries }: MappingValue,
  defaults: Value | undefined,
): readonly (readonly [string, Value])[] {
  const own = entries.get('tags')
  if (!own && !defaults) return []
  if ((own && !isMapping(own)) || (defaults && !isMapping(defaults))) return own ? [['tags_all', own]] : []
  const merged = new Map([...(defaults?.entries ?? []), ...(own?.entries ?? [])])
  return [['tags_all', { kind: 'map', entries: merged }]]
}

/** The value without what is unknown. */
function known(value: Value): Plain | undefined {
  if (value.kind === 'unknown') return undefined
  if (isSequence(value)) return value.items.map((item) => known(item) ?? null)
  if (!isMapping(value)) return value.kind === 'null' ? null : value.value
  const entries = [...value.entries].flatMap(([key, item]): [string, Plain][] => {
    const plain = known(item)
    return plain === undefined ? [] : [[key, plain]]
  })
  return Object.fromEntries(entries)
}

/** With the same shape, `true` where it is unknown. */
function hidden(value: Value): unknown {
  if (value.kind === 'unknown') return true
  if (isSequence(value)) return value.open ? true : value.items.map(hidden)
  if (!isMapping(value)) return false
  return Object.fromEntries([...value.entries].map(([key, item]) => [key, hidden(item)]))
}
