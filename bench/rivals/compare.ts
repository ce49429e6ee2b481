// Ascribe beside the tools that do a part of the same, on the same files, in turn:
//   node --import tsx bench/rivals/compare.ts [--sizes 100,1000,10000] [--runs 3] [--write]
// Tools that are not on PATH are left out and named. --write puts the table and the plots into docs/performance.md and
// docs/images. The built command is measured: npm run build first.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { writeManifests, writePlatform } from './platform.ts'
import { plot } from './plot.ts'
import { type Measured, slopeOf, tableOf, writePage } from './results.ts'
import { isThere, TOOLS, type Tool, writeSetup } from './tools.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    runs: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
})
const sizes = values.sizes.split(',').map(Number)
const runs = Number(values.runs)
const absent = [...new Set(TOOLS.flatMap(({ program }) => (program && !isThere(program) ? [program] : [])))]
const tools = TOOLS.filter(({ program }) => program === undefined || !absent.includes(program))
const measured: Measured[] = []
const work = mkdtempSync(path.join(tmpdir(), 'ascribe-rivals-'))
try {
  writeSetup(work)
  for (const size of sizes)
    for (const task of ['terraform', 'manifests'] as const) {
      const folder = path.join(work, task)
      rmSync(folder, { recursive: true, force: true })
      spawnSync('mkdir', ['-p', folder])
      if (task === 'terraform') writePlatform(folder, size)
      else writeManifests(folder, size)
      cpSync(path.join(work, 'ascribe.yml'), path.join(folder, 'ascribe.yml'))
      const asked = tools.filter((tool) => tool.task === task && size <= tool.most)
      // In turn, so that what slows the machine slows all of them; the first round only warms up.
      const times = new Map<Tool, number[]>(asked.map((tool) => [tool, []]))
      const memory = new Map<Tool, number>()
      for (let run = 0; run <= runs; run++)
        for (const tool of asked) {
          const { seconds, megabytes } = time(tool, folder)
          if (run > 0) times.get(tool)!.push(seconds)
          memory.set(tool, Math.max(megabytes, memory.get(tool) ?? 0))
        }
      for (const tool of asked) {
        const sorted = times.get(tool)!.sort((a, b) => a - b)
        const one = {
          tool: tool.name,
          does: tool.does,
          task,
          size,
          seconds: sorted[sorted.length >> 1]!,
          megabytes: memory.get(tool)!,
        }
        measured.push(one)
        console.log(
          `${task} ${size} ${tool.name}: ${one.seconds.toFixed(2)} s, ${one.megabytes.toFixed(0)} MB`,
        )
      }
    }
} finally {
  rmSync(work, { recursive: true, force: true })
}
for (const name of absent) console.log(`${name} is not on PATH: left out`)
for (const task of ['terraform', 'manifests'] as const) {
  const slope = slopeOf(measured.filter((each) => each.task === task && each.tool === 'ascribe check'))
  console.log(`${task}: growth of ascribe check ${slope?.toFixed(2) ?? 'not measured'} on a log-log plot`)
}
const machine = `${availableParallelism()} processors, load ${loadavg()[0]!.toFixed(1)} at the end, Node ${process.version}, median of ${runs}`
console.log(machine)
if (values.write) writePage(tableOf(measured), plot(measured), machine, absent)

/** Wall time, and the largest resident set of the process, as the system counts it. */
function time(tool: Tool, folder: string): { seconds: number; megabytes: number } {
  const [program, ...args] = tool.command(folder, work)
  const started = performance.now()
  const { status, stderr } = spawnSync('/usr/bin/env', ['time', '-f', 'peak %M', program!, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, LOG_LEVEL: 'ERROR', CHECKOV_RUN_SCA_PACKAGE_SCAN: 'false' },
  })
  const seconds = (performance.now() - started) / 1000
  if (status === null || !tool.done.includes(status))
    throw new Error(`${tool.name} ended with ${status}: ${stderr.slice(-500)}`)
  const peak = /peak (\d+)/.exec(stderr)
  return { seconds, megabytes: peak ? Number(peak[1]) / 1000 : Number.NaN }
}
