// Writes core/tags/taggability/<provider>.generated.ts from collected facts, one <provider>.json each:
//   npx tsx scripts/taggability/build.ts PATH_TO_FACTS [--check]
// Fails on a fact it does not recognise. --check compares with what is committed and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type PackedTable,
  pack,
  type TagFacts,
  type TagLimits,
} from '../../core/tags/taggability/packed-table.ts'

const PROVIDERS = ['aws', 'google', 'google-beta', 'azurerm', 'databricks', 'kubernetes'] as const
type Provider = (typeof PROVIDERS)[number]

/** google-beta's table holds only what it has beyond google's. */
const EXTENDS: Partial<Record<Provider, Provider>> = { 'google-beta': 'google' }

/** Types whose own cost is that of the one child that carries the tags: these are their tags. */
const TAGGED_THROUGH_CHILD = new Set([
  'google_container_node_pool',
  'google_container_aws_cluster',
  'google_container_aws_node_pool',
  'google_container_azure_cluster',
  'google_container_azure_node_pool',
])

interface Collected {
  readonly source: string
  readonly limits?: Readonly<Record<string, unknown>>
  readonly counts: { readonly resources: number }
  readonly resources: Readonly<Record<string, CollectedFacts | null>>
}

interface CollectedFacts {
  readonly tags?: string | null
  readonly kind?: string
  readonly keys?: readonly string[]
  readonly defaults?: boolean
  readonly nested?: readonly string[]
  readonly nestedDefaults?: readonly string[]
  readonly role?: string
}

const READ = ['tags', 'kind', 'keys', 'defaults', 'nested', 'nestedDefaults', 'role']
/** Of no use here: what the tags are copied to is told by topology/, the rest is for the reader of the facts. */
const IGNORED = ['propagate', 'target', 'annotations', 'notLabels', 'note', 'since', 'removed']

function factsOf(type: string, collected: CollectedFacts | null): TagFacts {
  // A type whose purpose is to tag something else has no tags itself.
  if (collected === null || collected.role === 'tagger') return {}
  for (const key of Object.keys(collected))
    if (!READ.includes(key) && !IGNORED.includes(key)) throw new Error(`${type}: unknown fact "${key}"`)
  const { tags, kind, keys, defaults, nested = [], nestedDefaults = [], role } = collected
  if (role !== undefined) throw new Error(`${type}: unknown role "${role}"`)
  if (kind !== undefined && kind !== 'block' && kind !== 'object')
    throw new Error(`${type}: unknown kind "${kind}"`)
  const throughChild = !tags && TAGGED_THROUGH_CHILD.has(type)
  if (throughChild && nested.length !== 1) throw new Error(`${type}: expected one child with tags`)
  const path = throughChild ? nested[0] : tags
  const children = throughChild ? [] : nested
  const isPairs = kind === 'block' && keys?.[0] === 'key' && keys[1] === 'value'
  if (kind === 'block' && !isPairs) throw new Error(`${type}: unknown block of ${keys?.join(', ')}`)
  return {
    ...(path ? { path } : {}),
    ...(isPairs ? { style: 'pairs' } : {}),
    ...(defaults ? { defaults: true } : {}),
    ...(children.length > 0 ? { nested: children } : {}),
    ...(nestedDefaults.length > 0 ? { nestedDefaults } : {}),
  }
}

const LIMITS_IGNORED = [
  'reservedPrefix',
  'caseSensitive',
  'lowercase',
  'keyMaxStorageAccount',
  'forbiddenKeyChars',
  'inheritsFromResourceGroup',
]

function limitsOf({ limits }: Collected): TagLimits | undefined {
  if (!limits) return undefined
  const { maxTags, maxLabels, keyMax, valueMax, keyPattern, valuePattern, keysCaseInsensitive, ...rest } =
    limits
  for (const key of Object.keys(rest))
    if (!LIMITS_IGNORED.includes(key)) throw new Error(`unknown limit "${key}"`)
  const most = maxTags ?? maxLabels
  if (typeof most !== 'number') throw new Error('expected maxTags or maxLabels')
  return {
    maxTags: most,
    ...(typeof keyMax === 'number' ? { keyMax } : {}),
    ...(typeof valueMax === 'number' ? { valueMax } : {}),
    ...(typeof keyPattern === 'string' ? { keyPattern } : {}),
    ...(typeof valuePattern === 'string' ? { valuePattern } : {}),
    ...(keysCaseInsensitive === true ? { keysCaseInsensitive } : {}),
  }
}

function tableOf(provider: Provider, collected: Collected, base: Collected | undefined): PackedTable {
  const prefix = `${provider === 'google-beta' ? 'google' : provider}_`
  const types = new Map<string, string>()
  const uses = new Map<string, number>()
  for (const type of Object.keys(collected.resources).sort()) {
    if (!type.startsWith(prefix)) throw new Error(`${type}: expected a type that starts with ${prefix}`)
    const facts = JSON.stringify(factsOf(type, collected.resources[type]!))
    const inBase = base && type in base.resources && JSON.stringify(factsOf(type, base.resources[type]!))
    if (facts === inBase) continue
    types.set(type.slice(prefix.length), facts)
    uses.set(facts, (uses.get(facts) ?? 0) + 1)
  }
  for (const type of Object.keys(base?.resources ?? {}))
    if (!(type in collected.resources))
      throw new Error(`${type}: missing in ${provider}, whose table extends another`)
  uses.delete('{}')
  const facts = [
    '{}',
    ...[...uses.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([f]) => f),
  ]
  return {
    prefix,
    limits: limitsOf(collected),
    facts: facts.map((fact) => JSON.parse(fact)),
    types: pack(new Map([...types].map(([type, fact]) => [type, facts.indexOf(fact)]))),
  }
}

const text = (value: string) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** As the formatter would print it, so that the linter and this script agree. */
function printed(value: unknown, indent: string): string {
  if (typeof value === 'string') return text(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const parts = Array.isArray(value)
    ? value.map((item) => printed(item, `${indent}  `))
    : Object.entries(value).map(([key, item]) => `${key}: ${printed(item, `${indent}  `)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  if (parts.length === 0) return open + close
  return `${open}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${close}`
}

function moduleOf(provider: Provider, source: string, { prefix, limits, facts, types }: PackedTable): string {
  const name = provider.replace(/-(.)/, (_, letter: string) => letter.toUpperCase())
  return `// Written by scripts/taggability/build.ts from ${source}. Do not edit.
import type { PackedTable } from './packed-table.ts'

// biome-ignore format: one type a line
export const ${name}: PackedTable = {
  prefix: ${text(prefix)},
  limits: ${printed(limits, '  ')},
  facts: [
${facts.map((fact) => `    ${JSON.stringify(fact)},`).join('\n')}
  ],
  types: \`
${types}
\`,
}
`
}

const [folder, ...flags] = process.argv.slice(2)
if (!folder || flags.some((flag) => flag !== '--check')) {
  console.error('usage: build.ts PATH_TO_FACTS [--check]')
  process.exit(2)
}
const read = (provider: Provider): Collected =>
  JSON.parse(readFileSync(join(folder, `${provider}.json`), 'utf8'))
let isStale = false
for (const provider of PROVIDERS) {
  const collected = read(provider)
  if (Object.keys(collected.resources).length !== collected.counts.resources)
    throw new Error(`${provider}: ${collected.counts.resources} types announced`)
  const base = EXTENDS[provider]
  const table = tableOf(provider, collected, base && read(base))
  const output = moduleOf(provider, collected.source, table)
  const path = join(import.meta.dirname, `../../core/tags/taggability/${provider}.generated.ts`)
  if (!flags.includes('--check')) writeFileSync(path, output)
  else if (readFileSync(path, 'utf8') !== output) {
    console.error(`${path} is not what the facts say; run scripts/taggability/build.ts`)
    isStale = true
  }
}
if (isStale) process.exit(1)
