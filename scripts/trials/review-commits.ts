// npx tsx scripts/trials/review-commits.ts MIRRORS SCRATCH [CLI] > report.md
// Reviews every commit of commits.yml against its first parent, as two folders with modules laid out in each root
// that the commit touches, and inspects those roots on the head side.
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { isSource, touchedRoots } from './commit-roots.ts'
import { type Mirrors, mirrorsIn } from './git-mirror.ts'
import { type InspectedResource, type Inspection, runAscribe } from './inspection.ts'
import { prepareTree } from './materialise-root.ts'
import { figuresOf } from './review-figures.ts'
import { Tallies } from './tallies.ts'

const here = dirname(fileURLToPath(import.meta.url))
const [mirrorFolder, scratch, cli = join(here, '../../dist/cli.js')] = process.argv.slice(2)
if (!mirrorFolder || !scratch) {
  console.error('usage: review-commits.ts MIRRORS SCRATCH [CLI]')
  process.exit(2)
}
const mirrors = mirrorsIn(mirrorFolder)
const commits: Readonly<Record<string, readonly string[]>> = parse(
  readFileSync(join(here, 'commits.yml'), 'utf8'),
  // Every value a string: an abbreviated hash may read as a number.
  { schema: 'failsafe' },
)
const KINDS = ['priced', 'usageBased', 'free', 'unpriced', 'unknown']
const seen = new Tallies()
const failures: string[] = []

console.log(
  '| commit | roots | review s | before $/mo | after $/mo | findings new, fixed | priced, usage-based, free, unpriced, unknown | not loaded |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |')
for (const [repository, hashes] of Object.entries(commits)) {
  const mirror = mirrors.find(repository)
  if (!mirror) {
    failures.push(`${repository} is not mirrored`)
    continue
  }
  for (const hash of hashes) await reviewCommit(repository, mirror, hash, mirrors)
}
seen.print()
console.log(`\n${failures.length} failures`)
for (const failure of failures) console.log(`- ${failure}`)

async function reviewCommit(repository: string, mirror: string, hash: string, all: Mirrors): Promise<void> {
  const name = `${repository}@${hash.slice(0, 8)}`
  const base = resolve(scratch!, name.replace('/', '+'), 'base')
  const head = resolve(scratch!, name.replace('/', '+'), 'head')
  const roots = touchedRoots(mirror, hash)
  const trialRoots = roots.map((root) => ({ root }))
  await prepareTree(base, mirror, `${hash}^1`, trialRoots, all, isSource)
  await prepareTree(head, mirror, hash, trialRoots, all, isSource)

  const review = runAscribe(cli, ['review', '--base', base, '--head', head, '--no-fetch', '--format', 'json'])
  const inspection = runAscribe(cli, ['inspect', head, '--no-fetch', '--format', 'json'])
  for (const [what, run] of Object.entries({ review, inspect: inspection }))
    if (!run.ok) failures.push(`${name}: ${what} exits ${run.exitCode}: ${run.stderr.trim().slice(0, 400)}`)
  if (!review.ok || !inspection.ok) return

  const { resources, notLoaded } = JSON.parse(inspection.stdout) as Inspection
  const own = resources.filter(({ project }) => roots.includes(project))
  for (const resource of own) seen.add(resource)
  const figures = figuresOf(JSON.parse(review.stdout))
  const missing = notLoaded.filter(({ project }) => roots.includes(project)).length
  const cells = [
    name,
    roots.join(', '),
    (review.milliseconds / 1000).toFixed(1),
    figures.before.toFixed(2),
    figures.after.toFixed(2),
    `${figures.newFindings}, ${figures.fixedFindings}`,
    kindsOf(own),
    missing,
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

function kindsOf(resources: readonly InspectedResource[]): string {
  return KINDS.map((kind) => resources.filter(({ estimate }) => estimate.kind === kind).length).join(', ')
}
