// Cuts GitHub's own API description down to the operations that the Action calls, for test/action/github.
//
// The full description is 13 MB and its package 385 MB, so it is fetched only to refresh the cut, not by `npm ci`:
//   npm pack @octokit/openapi && tar xzf octokit-openapi-*.tgz
//   npx tsx scripts/github-api/trim.ts package [--check]
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const OPERATIONS = [
  'issues/list-comments',
  'issues/create-comment',
  'issues/update-comment',
  'issues/delete-comment',
  'issues/list-for-repo',
  'issues/create',
  'issues/update',
  'pulls/list',
  'pulls/list-files',
  'pulls/list-review-comments',
  'pulls/create-review',
  'repos/compare-commits-with-basehead',
  'git/get-tree',
  'git/get-blob',
]
/** What validation does not read. */
const DROPPED = new Set(['description', 'summary', 'externalDocs', 'tags', 'example', 'examples', 'title'])
const TARGET = path.join(import.meta.dirname, '../../test/action/github/description.json')

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

const [folder, check] = process.argv.slice(2)
if (!folder) throw new Error('expected the folder of an unpacked @octokit/openapi package')
const { version } = readJson(path.join(folder, 'package.json'))
const full = readJson(path.join(folder, 'generated/api.github.com.json'))

const paths: JsonObject = {}
const found = new Set<string>()
for (const [template, item] of Object.entries(full.paths as JsonObject))
  for (const [method, operation] of Object.entries(item as JsonObject)) {
    const id = (operation as JsonObject).operationId
    if (typeof id !== 'string' || !OPERATIONS.includes(id)) continue
    found.add(id)
    paths[template] = { ...(paths[template] as JsonObject), [method]: cut(operation) }
  }
const missing = OPERATIONS.filter((id) => !found.has(id))
if (missing.length > 0) throw new Error(`the description no longer has ${missing.join(', ')}`)

const components: JsonObject = {}
follow(paths)
const text = `${JSON.stringify(
  {
    'x-generated-by': 'scripts/github-api/trim.ts; do not edit',
    'x-source': `@octokit/openapi ${version}, generated/api.github.com.json`,
    'x-license': readFileSync(path.join(folder, 'LICENSE'), 'utf8').trim(),
    openapi: full.openapi,
    paths,
    components,
  },
  null,
  1,
)}\n`
if (check === '--check') {
  if (readFileSync(TARGET, 'utf8') !== text) throw new Error(`${TARGET} is not what this script writes`)
} else writeFileSync(TARGET, text)

/** Without what validation does not read. Below `properties` every key is a name, not a keyword. */
function cut(value: Json, isNames = false): Json {
  if (Array.isArray(value)) return value.map((item) => cut(item))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isNames || !(DROPPED.has(key) || key.startsWith('x-')))
      .map(([key, inner]) => [key, cut(inner, key === 'properties' && !isNames)]),
  )
}

/** Copies everything that is referred to, however far. */
function follow(value: Json): void {
  if (value === null || typeof value !== 'object') return
  for (const inner of Array.isArray(value) ? value : Object.values(value)) follow(inner)
  const ref = Array.isArray(value) ? undefined : value.$ref
  if (typeof ref !== 'string') return
  const [kind, name] = ref.replace('#/components/', '').split('/') as [string, string]
  const group = (components[kind] ?? {}) as JsonObject
  components[kind] = group
  if (name in group) return
  const target = cut((full.components as Record<string, JsonObject>)[kind]![name]!)
  group[name] = target
  follow(target)
}

function readJson(file: string): JsonObject {
  return JSON.parse(readFileSync(file, 'utf8')) as JsonObject
}
