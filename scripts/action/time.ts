// How long the committed bundle takes for a change of a repository, as a runner starts it, without GitHub:
//   npx tsx scripts/action/time.ts REPOSITORY BASE HEAD [RUNS]
// Prints wall-clock milliseconds: the median, the fastest and the slowest of RUNS (5).
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const [repository, base, head, runs = '5'] = process.argv.slice(2)
if (!repository || !base || !head) throw new Error('expected REPOSITORY BASE HEAD [RUNS]')
const commit = (name: string) =>
  execFileSync('git', ['-C', repository, 'rev-parse', `${name}^{commit}`], { encoding: 'utf8' }).trim()
const [before, after] = [commit(base), commit(head)]
const bundle = path.join(import.meta.dirname, '../../action/dist/index.cjs')

const times = Array.from({ length: Number(runs) }, once).sort((a, b) => a - b)
const [fastest, median, slowest] = [times[0], times[times.length >> 1], times.at(-1)].map((ms) =>
  Math.round(ms!),
)
console.log(`median ${median} ms, fastest ${fastest} ms, slowest ${slowest} ms, of ${runs} runs`)

/** As on a push from one commit to the other: whatever the verdict, the job is done. */
function once(): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'ascribe-time-'))
  const file = (name: string, text = ''): string => {
    writeFileSync(path.join(folder, name), text)
    return path.join(folder, name)
  }
  const env = {
    PATH: process.env.PATH,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify({ before })),
    GITHUB_OUTPUT: file('output'),
    GITHUB_REPOSITORY: 'acme/ml',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_SHA: after,
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_WORKSPACE: repository,
    'INPUT_FETCH-MODULES': 'false',
    RUNNER_TEMP: folder,
  }
  const started = performance.now()
  const { stdout, stderr } = spawnSync(process.execPath, [bundle], {
    cwd: repository,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const milliseconds = performance.now() - started
  rmSync(folder, { recursive: true, force: true })
  if (!stdout.includes('resources changed')) throw new Error(`nothing was reviewed:\n${stdout}${stderr}`)
  return milliseconds
}
