// How long each front end takes to start, and how large it is: `node --import tsx bench/starts.ts [--write]`.
// --write puts the tables into docs/performance.md. The built commands are measured: npm run build first. The Action also
// runs on Node 24 where that is at hand (NODE24).
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { type NodeBinary, nodesToTest } from '../test/action/runner/nodes.ts'
import { EXAMPLE, scenario, withScenarios } from '../test/action/scenario.ts'
import { LanguageClient } from '../test/lsp/language-client.ts'
import { writeBetween } from './performance-page.ts'

const ROOT = path.join(import.meta.dirname, '..')
const CLI = path.join(ROOT, 'dist/cli.js')
const RUNS = 9
const DONE = [0, 1]

const work = mkdtempSync(path.join(tmpdir(), 'ascribe-starts-'))
try {
  const nodes = nodesToTest().found
  const rows: string[] = []
  for (const node of nodes)
    for (const [what, time] of await startsOf(node)) rows.push(`| ${what} | ${node.label} | ${time} |`)
  const machine = `${availableParallelism()} processors, load ${loadavg()[0]!.toFixed(1)} at the end, median of ${RUNS}, fastest in brackets`
  const text = ['| | | |', '| --- | --- | ---: |', ...rows, '', `${machine}.`, '', ...sizes()].join('\n')
  console.log(text)
  if (process.argv.includes('--write')) writeBetween('starts', text)
} finally {
  rmSync(work, { recursive: true, force: true })
}

async function startsOf(node: NodeBinary): Promise<readonly (readonly [what: string, time: string])[]> {
  const empty = mkdtempSync(path.join(work, 'empty-'))
  const example = mkdtempSync(path.join(work, 'example-'))
  cpSync(path.join(ROOT, 'examples/ml-platform'), example, { recursive: true })
  const command = (folder: string, ...args: readonly string[]) =>
    median(() => {
      const env = { ...process.env, XDG_CACHE_HOME: work }
      const { status } = spawnSync(node.path, args, { cwd: folder, env })
      if (status === null || !DONE.includes(status)) throw new Error(`${args.join(' ')}: exit code ${status}`)
    })
  return [
    ['nothing: Node itself', await command(empty, '-e', '0')],
    ['`ascribe --version`', await command(empty, CLI, '--version')],
    ['`ascribe check` of an empty folder', await command(empty, CLI, 'check', '--no-fetch')],
    ['`ascribe check` of the example', await command(example, CLI, 'check', '--no-fetch')],
    ['language server, until it has answered `initialize`', await languageServer(node, empty)],
    [
      'the Action, from its start to its end: the example’s pull request, GitHub answers at once',
      await action(node),
    ],
  ]
}

function languageServer(node: NodeBinary, folder: string): Promise<string> {
  return median(async (measured) => {
    const client = await LanguageClient.start(folder, {}, {}, node.path)
    measured()
    await client.stop()
  })
}

async function action(node: NodeBinary): Promise<string> {
  const times: number[] = []
  for (let run = 0; run <= RUNS; run++)
    await withScenarios(async () => {
      const { run: once, comments } = await scenario(node.path, EXAMPLE)
      const { milliseconds } = await once()
      if (comments().length !== 1) throw new Error('the Action has made no comment')
      times.push(milliseconds)
    })
  return shown(times)
}

/** The first run warms up what is read from the disk, and what Node keeps compiled. */
async function median(once: (measured: () => void) => void | Promise<void>): Promise<string> {
  const times: number[] = []
  for (let run = 0; run <= RUNS; run++) {
    const start = performance.now()
    let end: number | undefined
    await once(() => {
      end = performance.now()
    })
    times.push((end ?? performance.now()) - start)
  }
  return shown(times)
}

function shown([, ...times]: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  return `${sorted[sorted.length >> 1]!.toFixed(0)} ms (${sorted[0]!.toFixed(0)})`
}

function sizes(): readonly string[] {
  const kilobytes = (files: readonly string[]) => {
    const texts = files.map((file) => readFileSync(path.join(ROOT, file)))
    const of = (lengths: readonly number[]) =>
      `${Math.round(lengths.reduce((sum, length) => sum + length, 0) / 1000).toLocaleString('en')} kB`
    return `${of(texts.map(({ length }) => length))} | ${of(texts.map((text) => gzipSync(text).length))}`
  }
  const scripts = (folder: string) =>
    readdirSync(path.join(ROOT, folder))
      .filter((name) => /\.c?js$/.test(name))
      .map((name) => path.join(folder, name))
  const book = execFileSync('git', ['ls-files', 'core/pricing/book'], { cwd: ROOT, encoding: 'utf8' })
  return [
    '| | Size | Compressed |',
    '| --- | ---: | ---: |',
    `| commands and library | ${kilobytes(scripts('dist'))} |`,
    `| Action | ${kilobytes(['action/dist/index.cjs'])} |`,
    `| extension: client | ${kilobytes(['dist/extension/client.cjs'])} |`,
    `| extension: language server | ${kilobytes(['dist/extension/server.cjs'])} |`,
    `| price book, which each of them has beside it | ${kilobytes(book.trim().split('\n'))} |`,
  ]
}
