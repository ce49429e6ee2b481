// Where the time of a check goes, drawn: `node --import tsx bench/flame/flame.ts [--resources 10000]` writes
// docs/images/flame-terraform.svg and flame-manifests.svg from V8's own samples. A box is a folder of the sources, or a
// package, and as wide as the share of the time in which it, or what it called, ran.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { writeManifests, writePlatform } from '../rivals/platform.ts'
import { writeSetup } from '../rivals/tools.ts'
import { type Box, drawn } from './draw.ts'

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
    readonly hitCount: number
    readonly children?: readonly number[]
  }[]
}

const ROOT = path.join(import.meta.dirname, '../..')
const { values } = parseArgs({ options: { resources: { type: 'string', default: '10000' } } })
const resources = Number(values.resources)
const work = mkdtempSync(path.join(tmpdir(), 'ascribe-flame-'))
const SCRIPT = path.join(work, 'run.mjs')
try {
  writeSetup(work)
  const files = await bundled()
  for (const [task, write, what] of [
    ['terraform', writePlatform, `${resources} resources of Terraform`],
    ['manifests', writeManifests, `${resources} Deployments`],
  ] as const) {
    const folder = path.join(work, task)
    mkdirSync(folder)
    write(folder, resources)
    cpSync(path.join(work, 'ascribe.yml'), path.join(folder, 'ascribe.yml'))
    const whole = boxesOf(profileOf(folder), files)
    writeFileSync(
      path.join(ROOT, `docs/images/flame-${task}.svg`),
      drawn(whole, `Where the time of checking ${what} goes`),
    )
    console.log(`${task}: ${shares(whole)}`)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** The command in one script whose functions keep their names, and the source file of each of its lines. */
async function bundled(): Promise<readonly string[]> {
  await build({
    absWorkingDir: ROOT,
    stdin: {
      contents: "import { run } from './cli/run.ts'; process.exitCode = await run(process.argv.slice(2))",
      resolveDir: ROOT,
    },
    outfile: SCRIPT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['@duckdb/node-api'],
    banner: {
      js: "import * as nodeModule from 'node:module'; const require = nodeModule.createRequire(import.meta.url)",
    },
  })
  cpSync(path.join(ROOT, 'core/pricing/book'), path.join(work, 'book'), { recursive: true })
  let file = ''
  return readFileSync(SCRIPT, 'utf8')
    .split('\n')
    .map((line) => {
      file = /^ *\/\/ ((?:[\w@.-]+\/)+\S+\.[cm]?[jt]s)$/.exec(line)?.[1] ?? file
      return file
    })
}

function profileOf(folder: string): CpuProfile {
  const profiles = path.join(work, 'profiles')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--cpu-prof',
      '--cpu-prof-interval=500',
      `--cpu-prof-dir=${profiles}`,
      SCRIPT,
      'check',
      '--no-fetch',
      folder,
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  if (!stdout.includes(' resources checked')) throw new Error(`nothing was checked: ${stderr}`)
  const [name = ''] = readdirSync(profiles)
  const text = readFileSync(path.join(profiles, name), 'utf8')
  rmSync(profiles, { recursive: true })
  return JSON.parse(text) as CpuProfile
}

/** Who called whom, by folder or package, from where the check begins. */
function boxesOf({ nodes }: CpuProfile, files: readonly string[]): Box {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const whole: Box = { name: 'ascribe check', hits: 0, below: new Map() }
  const add = (id: number, boxes: readonly Box[]): void => {
    const { callFrame, hitCount, children = [] } = byId.get(id)!
    const name = placeOf(callFrame, files)
    const within =
      name === undefined || boxes.at(-1)!.name === name ? boxes : [...boxes, boxIn(boxes.at(-1)!, name)]
    for (const box of within) box.hits += hitCount
    for (const child of children) add(child, within)
  }
  for (const { id, callFrame } of nodes) {
    const isGarbage = callFrame.functionName === '(garbage collector)'
    const isCheck = /^check\d*$/.test(callFrame.functionName) && fileOf(callFrame, files) === 'core/check.ts'
    if (isGarbage || isCheck) add(id, [whole])
  }
  return whole
}

function boxIn(parent: Box, name: string): Box {
  const known = parent.below.get(name) ?? { name, hits: 0, below: new Map() }
  parent.below.set(name, known)
  return known
}

type CallFrame = CpuProfile['nodes'][number]['callFrame']

/** Undefined for what is Node's own: it counts for who called it. */
function placeOf(frame: CallFrame, files: readonly string[]): string | undefined {
  if (frame.functionName === '(garbage collector)') return 'collection of garbage'
  const file = fileOf(frame, files)
  const [, packageName] = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file ?? '') ?? []
  return packageName === undefined ? file && path.dirname(file) : `package ${packageName}`
}

function fileOf({ url, lineNumber }: CallFrame, files: readonly string[]): string | undefined {
  return url.endsWith(path.basename(SCRIPT)) ? files[lineNumber] : undefined
}

/** The packages and folders in which most of the time was spent, what they called left out. */
function shares(whole: Box): string {
  const own = new Map<string, number>()
  const visit = ({ name, hits, below }: Box): void => {
    const called = [...below.values()].reduce((sum, box) => sum + box.hits, 0)
    own.set(name, (own.get(name) ?? 0) + hits - called)
    for (const box of below.values()) visit(box)
  }
  visit(whole)
  return [...own]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 8)
    .map(([name, hits]) => `${name} ${((100 * hits) / whole.hits).toFixed(0)} %`)
    .join(', ')
}
