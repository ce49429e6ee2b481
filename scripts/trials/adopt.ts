// Takes a copy of a repository from nothing to enforced, with the built command line as a user has it:
//   npx tsx scripts/trials/adopt.ts FOLDER…
// init --yes → mode: enforce → baseline → a change that adds an untagged GPU machine → check and review fail with that one
// resource and its price → fix → both pass. Nothing is fetched, and the folder itself is left alone.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'yaml'

const CLI = path.join(import.meta.dirname, '../../dist/cli.js')
const GPU = 'g5.12xlarge'
const HOURS_PER_MONTH = 730
const ADDRESS = 'aws_instance.adoption_trial'

export interface Adoption {
  /** The root module that the machine is added to. */
  readonly root: string
  /** What the baseline holds. */
  readonly recorded: number
  /** USD a month, as the review says and as the price book has it. */
  readonly reviewed: number
  readonly expected: number
  /** Tag keys that the finding names. */
  readonly lacked: readonly string[]
  /** Files that fix has written. */
  readonly fixed: readonly string[]
  /** Places that could not be read before, for which check fails all along. */
  readonly unreadable: number
}

interface Finding {
  readonly ruleId: string
  readonly severity: string
  readonly address: string
  readonly key: string | null
}

interface Checked {
  readonly findings: readonly Finding[]
  readonly problems: readonly { readonly severity: string }[]
}

interface Resource {
  readonly address: string
  readonly provider: string
  readonly region: string | null
  readonly file: string
}

/** Throws with what was said where a step does not do what it should. `folder` is a copy that may be changed. */
export function adopt(folder: string): Adoption {
  for (const name of ['ascribe.yml', 'ascribe.yaml', 'ascribe.baseline.json'])
    rmSync(path.join(folder, name), { force: true })
  git(folder, 'init', '--quiet', '--initial-branch=main')
  commit(folder, 'Before Ascribe')

  ascribe(folder, 0, 'init', '--yes', '--no-workflow', '--no-fetch')
  const config = path.join(folder, 'ascribe.yml')
  writeFileSync(config, readFileSync(config, 'utf8').replace('  mode: warn\n', '  mode: enforce\n'))
  const { entries } = json<{ entries: number }>(folder, 0, 'baseline', '--no-fetch')
  const { unreadable } = mustPass(folder)
  commit(folder, 'Tags are enforced from here on')

  const { root, region } = rootOf(
    json<{ resources: Resource[] }>(folder, 0, 'inspect', '--no-fetch').resources,
  )
  git(folder, 'switch', '--quiet', '--create', 'gpu')
  const machine = `resource "aws_instance" "${ADDRESS.split('.')[1]}" {\n  instance_type = "${GPU}"\n}\n`
  writeFileSync(path.join(folder, root, 'adoption_trial.tf'), machine)
  commit(folder, 'A machine for training')

  const { findings } = json<Checked>(folder, 1, 'check', '--no-fetch')
  const lacked = keysOfTheOne(findings)
  const review = json<{ findings: { new: Finding[] }; total: { delta: number } }>(
    folder,
    1,
    'review',
    '--no-fetch',
  )
  keysOfTheOne(review.findings.new)
  const expected = priceOf(folder, region)
  if (Math.abs(review.total.delta - expected) > 0.01)
    throw new Error(`the review says ${review.total.delta} USD a month. expected ${expected}`)

  ascribe(folder, undefined, 'fix', root, '--no-fetch', '--write', ...valuesFor(lacked, config))
  mustPass(folder)
  const fixed = git(folder, 'diff', '--name-only')
    .split('\n')
    .filter((name) => name !== '')
  commit(folder, 'Tags of the machine for training')
  json(folder, 0, 'review', '--no-fetch')
  return { root, recorded: entries, reviewed: review.total.delta, expected, lacked, fixed, unreadable }
}

/** Nothing fails but files that cannot be read: those no baseline takes. */
function mustPass(folder: string): { readonly unreadable: number } {
  const { findings, problems } = json<Checked>(folder, undefined, 'check', '--no-fetch')
  const failing = findings.filter(isError)
  if (failing.length > 0)
    throw new Error(
      `check finds ${failing.length} errors, the first: ${failing[0]!.ruleId} of ${failing[0]!.address}`,
    )
  const unreadable = problems.filter(isError).length
  json(folder, unreadable > 0 ? 1 : 0, 'check', '--no-fetch')
  return { unreadable }
}

const isError = ({ severity }: { readonly severity: string }) => severity === 'error'

/** The findings that fail are those of the machine alone: one line of a report, with a key for each tag. */
function keysOfTheOne(findings: readonly Finding[]): readonly string[] {
  const failing = findings.filter(isError)
  const about = [...new Set(failing.map(({ ruleId, address }) => `${ruleId} of ${address}`))]
  if (about.length !== 1 || about[0] !== `missing-tag of ${ADDRESS}`)
    throw new Error(`expected missing-tag of ${ADDRESS} alone, found ${about.join(', ') || 'nothing'}`)
  return failing.map(({ key }) => key!)
}

/** The root module with the most resources of AWS in a region that is known. */
function rootOf(resources: readonly Resource[]): { readonly root: string; readonly region: string } {
  const roots = new Map<string, { readonly root: string; readonly region: string; count: number }>()
  for (const { address, provider, region, file } of resources) {
    if (provider !== 'aws' || region === null || address.startsWith('module.')) continue
    const root = path.posix.dirname(file)
    const known = roots.get(root) ?? { root, region, count: 0 }
    known.count++
    roots.set(root, known)
  }
  const [largest] = [...roots.values()].sort((a, b) => b.count - a.count || (a.root < b.root ? -1 : 1))
  if (!largest) throw new Error('no root module has resources of AWS in a known region')
  return largest
}

/** As the price book has it: independent of what reads and prices Terraform. */
function priceOf(folder: string, region: string): number {
  const { skus } = json<{ skus: { skuId: string; listUnitPrice: string | number }[] }>(
    folder,
    0,
    ...['prices', 'show', GPU, '--region', region],
  )
  const hourly = skus.find(({ skuId }) => skuId === `ec2/linux/${GPU}`)
  if (!hourly) throw new Error(`the price book has no ${GPU} in ${region}`)
  return Math.round(Number(hourly.listUnitPrice) * HOURS_PER_MONTH * 1e6) / 1e6
}

/** What a person would say: a team of the catalogue, values that the schema allows. */
function valuesFor(keys: readonly string[], config: string): readonly string[] {
  const { teams = {} } = parse(readFileSync(config, 'utf8')) as { teams?: Record<string, unknown> }
  const [team = 'platform'] = Object.keys(teams)
  const known: Readonly<Record<string, string>> = {
    team,
    model_id: 'shared',
    environment: 'development',
    lifecycle_phase: 'training',
    'ml-team': team,
    'ml-workload-type': 'training',
    'ml-environment': 'dev',
  }
  return keys.flatMap((key) => ['--set', `${key}=${known[key] ?? 'adoption-trial'}`])
}

/** Runs the command; with a code, no other is taken. */
function ascribe(folder: string, code: number | undefined, ...args: readonly string[]): string {
  const env = { ...process.env, NO_COLOR: '1' }
  const run = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 30,
  })
  if (run.status === null || run.status > 1 || (code !== undefined && run.status !== code))
    throw new Error(
      `ascribe ${args.join(' ')}: exit code ${run.status}${code === undefined ? '' : `, expected ${code}`}\n${run.stderr}${run.stdout.slice(0, 4_000)}`,
    )
  return run.stdout
}

const json = <Result>(folder: string, code: number | undefined, ...args: readonly string[]): Result =>
  JSON.parse(ascribe(folder, code, ...args, '--format', 'json')) as Result

function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false']
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
  const run = spawnSync('git', ['-C', folder, ...identity, ...args], {
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 30,
  })
  if (run.status !== 0) throw new Error(`git ${args[0]}: ${run.stderr}`)
  return run.stdout
}

function commit(folder: string, message: string): void {
  // Ignored files are part of the copy too: what was looked at is what is committed.
  git(folder, 'add', '--all', '--force')
  git(folder, 'commit', '--quiet', '--message', message)
}

function main(folders: readonly string[]): void {
  if (folders.length === 0) {
    console.error('usage: adopt.ts FOLDER…')
    process.exit(2)
  }
  for (const folder of folders) {
    const copy = mkdtempSync(path.join(tmpdir(), 'adopt-'))
    try {
      for (const name of readdirSync(folder).filter((entry) => entry !== '.git'))
        cpSync(path.join(folder, name), path.join(copy, name), { recursive: true, verbatimSymlinks: true })
      const { root, recorded, reviewed, expected, lacked, fixed, unreadable } = adopt(copy)
      console.log(
        `${path.basename(folder)}: ${recorded} findings recorded; ${GPU} in ${root}: $${reviewed.toFixed(2)} a month (book: $${expected.toFixed(2)}), lacks ${lacked.join(', ')}; fixed in ${fixed.join(', ')}${unreadable > 0 ? `; ${unreadable} places cannot be read` : ''}`,
      )
    } catch (error) {
      console.log(`${path.basename(folder)}: ${error instanceof Error ? error.message : error}`)
      process.exitCode = 1
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  }
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2))
