// npx tsx scripts/trials/clouds.ts MIRRORS SCRATCH [CLI] > report.md
// Runs `ascribe inspect` on the repositories of clouds.yml, with the modules of every root laid out that can be had, and
// counts what becomes of the resources of Google Cloud, Azure and Databricks; lists what has no price.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { bearing, count, printUnpriced } from './cost-bearing.ts'
import { materialise, mirrorsIn } from './git-mirror.ts'
import { type InspectedResource, type Inspection, runAscribe } from './inspection.ts'
import { prepareTree } from './materialise-root.ts'

const here = dirname(fileURLToPath(import.meta.url))
const [mirrorFolder, scratch, cli = join(here, '../../dist/cli.js')] = process.argv.slice(2)
if (!mirrorFolder || !scratch) {
  console.error('usage: clouds.ts MIRRORS SCRATCH [CLI]')
  process.exit(2)
}
const mirrors = mirrorsIn(mirrorFolder)
const cases: readonly { readonly repository: string; readonly commit: string }[] = parse(
  readFileSync(join(here, 'clouds.yml'), 'utf8'),
)
const seen: InspectedResource[] = []
console.log(
  '| repository | roots laid out | resources | priced | usage-based | unknown | unpriced | free | not loaded | not unpriced, of those not free |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |')
for (const { repository, commit } of cases) {
  const mirror = mirrors.find(repository)
  if (!mirror) throw new Error(`${repository} is not mirrored below ${mirrorFolder}`)
  const tree = resolve(scratch, `${repository.replace('/', '+')}@${commit.slice(0, 10)}`)
  const bare = `${tree}.bare`
  materialise(mirror, commit, bare)
  const roots = [...rootsWithModules(bare, bare)].map((root) => ({ root }))
  await prepareTree(tree, mirror, commit, roots, mirrors)
  const run = runAscribe(cli, ['inspect', tree, '--no-fetch', '--format', 'json'])
  if (!run.ok) {
    console.log(`| ${repository} | exit ${run.exitCode}: ${run.stderr.trim().split('\n')[0]} |`)
    continue
  }
  const { resources, notLoaded } = JSON.parse(run.stdout) as Inspection
  const own = resources.filter(({ type }) => /^(?:google|azurerm|databricks)_/.test(type))
  seen.push(...own)
  row(repository, roots.length, own, notLoaded.length)
}
row('all', '', seen, '')
printUnpriced(seen)

function row(
  name: string,
  roots: number | string,
  resources: readonly InspectedResource[],
  notLoaded: number | string,
): void {
  const kinds = ['priced', 'usageBased', 'unknown', 'unpriced', 'free'].map((kind) => count(resources, kind))
  console.log(
    `| ${[name, roots, resources.length, ...kinds, notLoaded, bearing(resources).share].join(' | ')} |`,
  )
}

/** Folders that call a module of somewhere else. */
function* rootsWithModules(tree: string, folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true })
  const calls = entries.some(
    (entry) =>
      entry.isFile() &&
      entry.name.endsWith('.tf') &&
      /^\s*source\s*=\s*"(?!\.|[\w-]+\/[\w-]+")/m.test(readFileSync(join(folder, entry.name), 'utf8')),
  )
  if (calls) yield relative(tree, folder) || '.'
  for (const entry of entries)
    if (entry.isDirectory() && !entry.name.startsWith('.'))
      yield* rootsWithModules(tree, join(folder, entry.name))
}
