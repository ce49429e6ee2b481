// npx tsx scripts/trials/evaluation.ts MIRRORS SCRATCH [CLI] > report.md
// How much of the resources in the roots of expectations.yml and kubernetes.yml is known, and why the rest is not.
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { readExpectations } from './expectation.ts'
import { mirrorsIn } from './git-mirror.ts'
import { type InspectedResource, type Inspection, runAscribe } from './inspection.ts'
import { prepareTree, type TrialRoot } from './materialise-root.ts'
import { Ranking } from './ranking.ts'

interface Tree {
  readonly repository: string
  readonly commit: string
  readonly roots: readonly TrialRoot[]
}

/** `after apply` and `read at plan time`: nothing is open but what Terraform does not know either before it asks a cloud. */
const EXTENTS = ['known', 'after apply', 'read at plan time', 'open', 'unknown number'] as const
type Extent = (typeof EXTENTS)[number]

const here = dirname(fileURLToPath(import.meta.url))
const [mirrorFolder, scratch, cli = join(here, '../../dist/cli.js')] = process.argv.slice(2)
if (!mirrorFolder || !scratch) {
  console.error('usage: evaluation.ts MIRRORS SCRATCH [CLI]')
  process.exit(2)
}
const mirrors = mirrorsIn(mirrorFolder)
const reasons = new Ranking()
const texts = new Map<string, string>()

console.log(
  '| repository@commit, roots | resources | known | after apply | read at plan time | open | unknown number |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- |')
const totals = new Ranking()
for (const { repository, commit, roots } of trees()) {
  const mirror = mirrors.find(repository)
  if (!mirror) throw new Error(`${repository} is not mirrored below ${mirrorFolder}`)
  const name = `${repository}@${commit.slice(0, 10)}`
  const tree = resolve(scratch, name.replaceAll('/', '+'))
  await prepareTree(tree, mirror, commit, roots, mirrors)
  const run = runAscribe(cli, ['inspect', tree, '--no-fetch', '--format', 'json'])
  if (!run.ok) {
    console.log(`| ${name} | exit ${run.exitCode}: ${run.stderr.trim().split('\n')[0]} |`)
    continue
  }
  const own = new Set(roots.map(({ root }) => root))
  const counts = new Ranking()
  for (const resource of (JSON.parse(run.stdout) as Inspection).resources)
    if (own.has(resource.project) && resource.providerSource !== 'kubernetes') {
      const extent = extentOf(resource)
      counts.add(extent)
      totals.add(extent)
    }
  printLine(`${name}, ${roots.length}`, counts)
}
printLine('all', totals)
console.log('\nWhat is left open, in how many resources:\n')
for (const [reason, number] of reasons.ranked)
  console.log(`- ${number} × ${reason} (e.g. ${texts.get(reason)})`)

function trees(): readonly Tree[] {
  const byCommit = new Map<string, Tree>()
  for (const { repository, commit, ...root } of readExpectations(join(here, 'expectations.yml'))) {
    const key = `${repository}@${commit}`
    byCommit.set(key, { repository, commit, roots: [...(byCommit.get(key)?.roots ?? []), root] })
  }
  const manifests: readonly Partial<Tree>[] = parse(readFileSync(join(here, 'kubernetes.yml'), 'utf8'))
  for (const { repository = '', commit = '', roots } of manifests) {
    const key = `${repository}@${commit}`
    if (roots && !byCommit.has(key)) byCommit.set(key, { repository, commit, roots })
  }
  return [...byCommit.values()]
}

function extentOf({ multiplicityUnknown, attributes }: InspectedResource): Extent {
  const open = new Set<string>()
  if (multiplicityUnknown) keep(multiplicityUnknown, open)
  for (const because of unknownsIn(attributes)) keep(because, open)
  for (const reason of open) if (classOf(reason) === 'open') reasons.add(reason)
  if (multiplicityUnknown) return 'unknown number'
  const classes = [...open].map(classOf)
  return EXTENTS[Math.max(0, ...classes.map((one) => EXTENTS.indexOf(one)))]!
}

function classOf(reason: string): Extent {
  return EXTENTS.find((extent) => extent === reason) ?? 'open'
}

/** Reasons without the addresses in them, so that like ones are counted together. */
function keep(because: string, open: Set<string>): void {
  const reason = /known only after apply/.test(because)
    ? 'after apply'
    : /read from the provider at plan time/.test(because)
      ? 'read at plan time'
      : because
          .replace(/module\.\S+ is not loaded: .*/, 'a module is not loaded')
          .replace(/(?:var|local|data|module|each|path)\.[\w.[\]"*-]+/g, '…')
          .replace(/"[^"]*"/g, '"…"')
  open.add(reason)
  if (!texts.has(reason)) texts.set(reason, because.slice(0, 160))
}

function* unknownsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  if ('$unknown' in value) yield String(value.$unknown)
  else for (const part of Object.values(value)) yield* unknownsIn(part)
}

function printLine(name: string, counts: Ranking): void {
  const by = new Map(counts.ranked)
  const shares = EXTENTS.map((extent) => by.get(extent) ?? 0)
  console.log(`| ${name} | ${counts.total} | ${shares.join(' | ')} |`)
}
