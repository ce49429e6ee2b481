// npx tsx scripts/trials/fix-roots.ts SCRATCH KEY=VALUE[,KEY=VALUE…] FOLDER… [--cli CLI] > report.md
// Runs `ascribe fix --write` on copies of checked-out repositories, and judges it by other means than its own: `terraform
// fmt -check` before and after, and `ascribe inspect` before and after, resource by resource. A second run has to write nothing.
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type CliRun, type InspectedResource, type Inspection, runAscribe } from './inspection.ts'
import { Ranking } from './ranking.ts'

const here = dirname(fileURLToPath(import.meta.url))
const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { cli: { type: 'string', default: join(here, '../../dist/cli.js') } },
})
const [scratch, given, ...folders] = positionals
if (!scratch || !given || folders.length === 0) {
  console.error('usage: fix-roots.ts SCRATCH KEY=VALUE[,KEY=VALUE…] FOLDER… [--cli CLI]')
  process.exit(2)
}
const cli = resolve(options.cli)
const set = new Map(given.split(',').map((pair) => pair.split('=') as [string, string]))

/** What `ascribe fix --format json` says. */
interface FixRun {
  readonly files: readonly { readonly file: string; readonly edits: readonly unknown[] }[]
  readonly fixes: readonly {
    readonly place: string
    readonly mends: string | null
    readonly reaches: readonly unknown[]
  }[]
  readonly notFixed: readonly {
    readonly ruleId: string
    readonly key: string | null
    readonly because: string
  }[]
}

/** Names under which tags and labels are written. */
const TAGS = new Set([
  'tags',
  'tag',
  'labels',
  'volume_tags',
  'tag_specifications',
  'resource_labels',
  'user_labels',
  'default_labels',
  'tags_all',
])

const HEADER = [
  'repository',
  'roots',
  'resources',
  'files',
  'fixes',
  'edits',
  'resources reached',
  'tags added',
  'other than intended',
  'fmt: new complaints',
  'second run',
  'not fixed, of these keys',
  'seconds',
]
console.log(`| ${HEADER.join(' | ')} |\n|${' --- |'.repeat(HEADER.length)}`)
const reasons = new Ranking()
const wrong: string[] = []
for (const folder of folders) console.log(`| ${row(folder).join(' | ')} |`)
console.log('\nWhat was not fixed, of these keys:\n')
for (const [reason, count] of reasons.ranked) console.log(`- ${count} × ${reason}`)
for (const line of wrong) console.log(`- WRONG: ${line}`)

function row(folder: string): readonly (string | number)[] {
  const tree = join(resolve(scratch!), basename(folder))
  rmSync(tree, { recursive: true, force: true })
  cpSync(folder, tree, { recursive: true, filter: (name) => basename(name) !== '.git' })
  const before = inspected(tree)
  const complaintsBefore = complaints(tree)
  const started = performance.now()
  const run = fix(tree)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const after = inspected(tree)
  const { added, others } = compared(before, after)
  wrong.push(...others.map((other) => `${basename(folder)}: ${other}`))
  const fresh = [...complaints(tree)].filter((name) => !complaintsBefore.has(name))
  const again = fix(tree)
  const left = run.notFixed.filter(({ key }) => key !== null && set.has(key))
  for (const { because } of left) reasons.add(because.replace(/^.*?: /, ''))
  return [
    basename(folder).replace('+', '/'),
    new Set(before.resources.map(({ project }) => project)).size,
    before.resources.length,
    run.files.length,
    run.fixes.length,
    run.files.reduce((sum, { edits }) => sum + edits.length, 0),
    run.fixes.reduce((sum, { reaches }) => sum + reaches.length, 0),
    added,
    others.length,
    fresh.length,
    again.files.length === 0 ? 'nothing' : `${again.files.length} files`,
    left.length,
    seconds,
  ]
}

function fix(tree: string): FixRun {
  const values = [...set].flatMap(([key, value]) => ['--set', `${key}=${value}`])
  return read(runAscribe(cli, ['fix', tree, '--no-fetch', '--write', '--format', 'json', ...values]))
}

function inspected(tree: string): Inspection {
  return read(runAscribe(cli, ['inspect', tree, '--no-fetch', '--format', 'json']))
}

function read<T>({ ok, stdout, stderr }: CliRun): T {
  if (!ok) throw new Error(stderr)
  return JSON.parse(stdout) as T
}

/** The files that `terraform fmt` would change, or cannot read. */
function complaints(tree: string): ReadonlySet<string> {
  const { stdout, stderr } = spawnSync('terraform', ['fmt', '-check', '-recursive', '-no-color', tree], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const unread = [...stderr.matchAll(/ on (\S+) line \d+/g)].map(([, name]) => name!)
  return new Set([...stdout.split('\n').filter((name) => name !== ''), ...unread])
}

/** How many tags there are that were not, and everything that is other than the values asked for say. */
function compared(
  before: Inspection,
  after: Inspection,
): { readonly added: number; readonly others: readonly string[] } {
  const id = ({ project, address }: InspectedResource) => `${project} ${address}`
  const are = new Map(after.resources.map((resource) => [id(resource), resource]))
  const were = new Set(before.resources.map(id))
  const others: string[] = []
  let added = 0
  for (const resource of after.resources)
    if (!were.has(id(resource)) && resource.type !== 'aws_ec2_tag') others.push(`${id(resource)} is new`)
  for (const was of before.resources) {
    const is = are.get(id(was))
    if (!is) {
      others.push(`${id(was)} is gone`)
      continue
    }
    if (without(was.attributes) !== without(is.attributes)) others.push(`${id(was)}: attributes`)
    if (was.estimate.monthlyListCost !== is.estimate.monthlyListCost) others.push(`${id(was)}: cost`)
    if (was.tagsUnknown !== is.tagsUnknown) others.push(`${id(was)}: whether its tags are known`)
    for (const key of new Set([...Object.keys(was.tags), ...Object.keys(is.tags)])) {
      const [old, now] = [was.tags[key], is.tags[key]]
      if (old && now && old.value === now.value) continue
      const isAsked = now?.value !== undefined && set.get(key.replaceAll('-', '_')) === now.value
      // Under a map that is not known, it cannot be told whose value stays.
      const isHidden = !old && now?.value === undefined && was.tagsUnknown !== null
      if (!old && (isAsked || isHidden)) added++
      else others.push(`${id(was)}: "${key}" from ${old?.value} to ${now?.value}`)
    }
  }
  return { added, others }
}

/** Attributes as a text, without whatever may be tags. */
function without(attributes: unknown): string {
  return JSON.stringify(attributes, (name, value) => {
    if (TAGS.has(name)) return undefined
    // Metadata may come with the labels in it.
    return name === 'metadata' && value && Object.keys(value).every((key) => TAGS.has(key))
      ? undefined
      : value
  })
}
