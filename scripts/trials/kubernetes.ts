// npx tsx scripts/trials/kubernetes.ts MIRRORS SCRATCH [CLI] > report.md
// Runs `ascribe inspect` on the repositories of kubernetes.yml and counts what becomes of their Kubernetes objects: by
// kind and by what its figure stands on, with the reasons where there is none.
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { WORKLOAD_KINDS } from '../../core/kubernetes/kinds/index.ts'
import { standingOf } from './figure-standing.ts'
import { mirrorsIn } from './git-mirror.ts'
import { type InspectedResource, type Inspection, runAscribe } from './inspection.ts'
import { prepareTree, type TrialRoot } from './materialise-root.ts'
import { Ranking } from './ranking.ts'

interface KubernetesCase {
  readonly repository: string
  readonly commit: string
  readonly roots?: readonly TrialRoot[]
}

const here = dirname(fileURLToPath(import.meta.url))
const [mirrorFolder, scratch, cli = join(here, '../../dist/cli.js')] = process.argv.slice(2)
if (!mirrorFolder || !scratch) {
  console.error('usage: kubernetes.ts MIRRORS SCRATCH [CLI]')
  process.exit(2)
}
const mirrors = mirrorsIn(mirrorFolder)
const cases: readonly KubernetesCase[] = parse(readFileSync(join(here, 'kubernetes.yml'), 'utf8'))
const workloadTypes = new Set(WORKLOAD_KINDS.map(({ type }) => type))

const objects: InspectedResource[] = []
console.log('| repository | objects | with pods | problems | not loaded | seconds |')
console.log('| --- | --- | --- | --- | --- | --- |')
for (const { repository, commit, roots = [] } of cases) {
  const mirror = mirrors.find(repository)
  if (!mirror) throw new Error(`${repository} is not mirrored below ${mirrorFolder}`)
  const tree = resolve(scratch, `${repository.replace('/', '+')}@${commit.slice(0, 10)}`)
  await prepareTree(tree, mirror, commit, roots, mirrors)
  const run = runAscribe(cli, ['inspect', tree, '--no-fetch', '--format', 'json'])
  if (!run.ok) {
    console.log(`| ${repository} | exit ${run.exitCode}: ${run.stderr.trim().split('\n')[0]} |`)
    continue
  }
  const { resources, problems, notLoaded } = JSON.parse(run.stdout) as Inspection
  const own = resources.filter(({ providerSource }) => providerSource === 'kubernetes')
  objects.push(...own)
  const withPods = own.filter(({ type }) => workloadTypes.has(type)).length
  const seconds = (run.milliseconds / 1000).toFixed(1)
  console.log(
    `| ${repository} | ${own.length} | ${withPods} | ${problems.length} | ${notLoaded.length} | ${seconds} |`,
  )
}
printKinds(objects)
printReasons(objects)

/** A line for each kind that has a cost, or may: what is free as every setting is, is one line. */
function printKinds(all: readonly InspectedResource[]): void {
  const byKind = new Map<string, Ranking>()
  const settings = new Ranking()
  for (const object of all) {
    const standing = standingOf(object.estimate)
    if (standing === 'free' && !workloadTypes.has(object.type)) settings.add(object.type)
    else {
      const counts = byKind.get(object.type) ?? new Ranking()
      byKind.set(object.type, counts)
      counts.add(standing)
    }
  }
  console.log('\n| kind | objects | what its figure stands on |')
  console.log('| --- | --- | --- |')
  for (const [type, counts] of [...byKind].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(
      `| ${type} | ${counts.total} | ${counts.ranked.map(([name, n]) => `${n} ${name}`).join(', ')} |`,
    )
  console.log(`\nFree: ${settings.total} objects of ${settings.ranked.length} kinds that only set something.`)
}

function printReasons(all: readonly InspectedResource[]): void {
  for (const kind of ['unpriced', 'unknown']) {
    const reasons = new Ranking()
    for (const { type, estimate } of all)
      if (estimate.kind === kind) reasons.add(`${type}: ${estimate.because}`)
    console.log(`\nWhy ${kind} (${reasons.total}):\n`)
    for (const [reason, number] of reasons.ranked) console.log(`- ${number} × ${reason}`)
  }
}
