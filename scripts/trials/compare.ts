// npx tsx scripts/trials/compare.ts MIRRORS SCRATCH [CLI] > report.md
// Runs `ascribe inspect` on every case of expectations.yml and prints precision, recall and each disagreement,
// and which of the AWS resources have no price.
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compareCase, SUBJECTS, type Verdict } from './compare-case.ts'
import { printCostBearing } from './cost-bearing.ts'
import { type ExpectedCase, readExpectations } from './expectation.ts'
import { mirrorsIn } from './git-mirror.ts'
import { type InspectedResource, type Inspection, runAscribe } from './inspection.ts'
import { prepareTree } from './materialise-root.ts'

const here = dirname(fileURLToPath(import.meta.url))
const [mirrorFolder, scratch, cli = join(here, '../../dist/cli.js')] = process.argv.slice(2)
if (!mirrorFolder || !scratch) {
  console.error('usage: compare.ts MIRRORS SCRATCH [CLI]')
  process.exit(2)
}
const mirrors = mirrorsIn(mirrorFolder)
const cases = readExpectations(join(here, 'expectations.yml'))

const byCommit = new Map<string, ExpectedCase[]>()
for (const one of cases) {
  const name = `${one.repository}@${one.commit.slice(0, 10)}`
  byCommit.set(name, [...(byCommit.get(name) ?? []), one])
}
const verdicts: Verdict[] = []
const seen: InspectedResource[] = []
console.log('| repository@commit | resources | projects | problems | not loaded | seconds |')
console.log('| --- | --- | --- | --- | --- | --- |')
for (const [name, group] of byCommit) {
  const tree = resolve(scratch, name.replaceAll('/', '+'))
  const [{ repository, commit }] = group as [ExpectedCase]
  const mirror = mirrors.find(repository)
  if (!mirror) throw new Error(`${repository} is not mirrored below ${mirrorFolder}`)
  await prepareTree(tree, mirror, commit, group, mirrors)
  const run = runAscribe(cli, ['inspect', tree, '--no-fetch', '--format', 'json'])
  if (!run.ok) {
    console.log(`| ${name} | exit ${run.exitCode}: ${run.stderr.trim().split('\n')[0]} |`)
    continue
  }
  const inspection = JSON.parse(run.stdout) as Inspection
  const projects = new Set(inspection.resources.map(({ project }) => project))
  const { resources, problems, notLoaded } = inspection
  const seconds = (run.milliseconds / 1000).toFixed(1)
  console.log(
    `| ${name} | ${resources.length} | ${projects.size} | ${problems.length} | ${notLoaded.length} | ${seconds} |`,
  )
  seen.push(...resources)
  for (const expected of group) verdicts.push(...compareCase(expected, resources))
}
printSummary(verdicts)
printDisagreements(verdicts)
printCostBearing(seen)

function printSummary(all: readonly Verdict[]): void {
  console.log('\n| what | expected | right | wrong | left unknown | precision | recall |')
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  for (const subject of SUBJECTS) {
    const of = all.filter((verdict) => verdict.subject === subject)
    const count = (verdict: Verdict['verdict']) => of.filter((one) => one.verdict === verdict).length
    const expected = of.filter((one) => one.expected)
    const recalled = expected.filter((one) => one.verdict === 'right').length
    const precision = percent(count('right'), count('right') + count('wrong'))
    const recall = percent(recalled, expected.length)
    console.log(
      `| ${subject} | ${expected.length} | ${count('right')} | ${count('wrong')} | ${count('unsaid')} | ${precision} | ${recall} |`,
    )
  }
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`
}

function printDisagreements(all: readonly Verdict[]): void {
  console.log('\nSaid, and not as expected:\n')
  for (const { subject, root, address, message } of all.filter((one) => one.verdict === 'wrong'))
    console.log(`- ${subject} · ${root} · \`${address}\` · ${message}`)

  const reasons = new Map<string, Verdict[]>()
  for (const one of all.filter(({ verdict }) => verdict === 'unsaid')) {
    const reason = `${one.subject}: ${one.because ?? one.message}`
    reasons.set(reason, [...(reasons.get(reason) ?? []), one])
  }
  console.log('\nExpected, and not said, by the reason given:\n')
  for (const [reason, of] of [...reasons].sort((a, b) => b[1].length - a[1].length)) {
    const [{ root, address, message }] = of as [Verdict]
    console.log(`- ${of.length} × ${reason} (first: ${root} · \`${address}\` · ${message})`)
  }
}
