import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'yaml'
import { type Command, commandsIn, logIn } from './commands.ts'
import { type Prices, trackedFiles } from './tracked-files.ts'

/** What a workflow says, and what GitHub adds to it. */
export interface Step {
  readonly node: string
  readonly workspace: string
  readonly token: string
  readonly apiUrl: string
  readonly serverUrl?: string
  readonly repository: string
  readonly event: { readonly name: string; readonly payload: unknown }
  /** GITHUB_SHA, GITHUB_REF and whatever else depends on the event. */
  readonly environment: Readonly<Record<string, string>>
  readonly inputs?: Readonly<Record<string, string>>
  readonly run?: { readonly id?: number; readonly number: number; readonly attempt: number }
  readonly prices?: Prices
  /** A folder to see afterwards; otherwise RUNNER_TEMP is gone with the run. */
  readonly temporary?: string
}

export interface ActionRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly commands: readonly Command[]
  readonly log: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** The JSON report's text; undefined where none was written. */
  readonly report: string | undefined
  /** The SARIF file's text; undefined where none was written. */
  readonly sarif: string | undefined
  /** The text of everything that stands; undefined where it was not written. */
  readonly snapshot: string | undefined
  /** Programs that were looked for on the PATH and must not be. */
  readonly started: readonly string[]
  readonly milliseconds: number
}

interface ActionYml {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: { readonly main: string }
}

const RUNNER_FILES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE']
const NEVER_STARTED = ['terraform', 'tofu', 'helm', 'kubectl', 'sh', 'bash', 'node', 'npm', 'curl']

/** Runs the bundle as a runner would: its own process, an empty environment, the runner's files and nothing else. */
export async function runAction(step: Step): Promise<ActionRun> {
  const action = trackedFiles(step.prices ?? 'frozen')
  const yml = parse(readFileSync(path.join(action, 'action.yml'), 'utf8')) as ActionYml
  const folder = mkdtempSync(path.join(tmpdir(), 'ascribe-runner-'))
  try {
    const temporary = step.temporary ?? path.join(folder, 'temp')
    const file = (name: string) => path.join(folder, name)
    for (const name of ['bin', 'tools', 'temp']) mkdirSync(file(name))
    for (const name of RUNNER_FILES) writeFileSync(file(name), '')
    writeFileSync(file('event.json'), JSON.stringify(step.event.payload))
    writeFileSync(file('started'), '')
    layPrograms(file('bin'), file('started'))
    const started = performance.now()
    const { code, stdout, stderr } = await spawned(
      step.node,
      path.join(action, yml.runs.main),
      step.workspace,
      {
        ...runnerEnvironment(step, file, temporary),
        ...inputs(yml, step),
        ...step.environment,
      },
    )
    const milliseconds = performance.now() - started
    const outputs = parseOutputs(readFileSync(file('GITHUB_OUTPUT'), 'utf8'))
    const textOf = (name: string | undefined) => (name ? readFileSync(name, 'utf8') : undefined)
    return {
      code,
      stdout,
      stderr,
      commands: commandsIn(stdout),
      log: logIn(stdout),
      outputs,
      summary: readFileSync(file('GITHUB_STEP_SUMMARY'), 'utf8'),
      report: textOf(outputs['report-path']),
      sarif: textOf(outputs['sarif-path']),
      snapshot: textOf(outputs['snapshot-path']),
      started: readFileSync(file('started'), 'utf8').split('\n').filter(Boolean),
      milliseconds,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** git is the only program to be found; the others leave a trace and fail. */
function layPrograms(bin: string, trace: string): void {
  const git = (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'git'))
    .find((candidate) => canRead(candidate))
  if (git) symlinkSync(git, path.join(bin, 'git'))
  for (const name of NEVER_STARTED) {
    writeFileSync(path.join(bin, name), `#!/bin/sh\necho ${name} >> '${trace}'\nexit 1\n`)
    chmodSync(path.join(bin, name), 0o755)
  }
}

function canRead(file: string): boolean {
  try {
    readFileSync(file)
    return true
  } catch {
    return false
  }
}

function runnerEnvironment(
  { apiUrl, serverUrl = 'https://github.example', repository, event, run, workspace }: Step,
  file: (name: string) => string,
  temporary: string,
): Record<string, string> {
  const [owner = ''] = repository.split('/')
  const { id = 90_001, number = 412, attempt = 1 } = run ?? {}
  return {
    ...Object.fromEntries(RUNNER_FILES.map((name) => [name, file(name)])),
    PATH: file('bin'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'ada',
    GITHUB_API_URL: apiUrl,
    GITHUB_GRAPHQL_URL: `${apiUrl}/graphql`,
    GITHUB_SERVER_URL: serverUrl,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: file('event.json'),
    GITHUB_JOB: 'review',
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_RUN_ID: String(id),
    GITHUB_RUN_NUMBER: String(number),
    GITHUB_RUN_ATTEMPT: String(attempt),
    GITHUB_WORKFLOW: 'cost review',
    GITHUB_WORKSPACE: workspace,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_TEMP: temporary,
    RUNNER_TOOL_CACHE: file('tools'),
    // A closed port: whatever is not on this machine cannot be reached, and the attempt shows.
    HTTPS_PROXY: 'http://127.0.0.1:9',
    HTTP_PROXY: 'http://127.0.0.1:9',
    http_proxy: 'http://127.0.0.1:9',
    NO_PROXY: '127.0.0.1',
    no_proxy: '127.0.0.1',
  }
}

/** `INPUT_…` as the runner sets them: action.yml's defaults, then what the workflow gives; nothing is the empty text. */
function inputs(yml: ActionYml, { inputs: given = {}, token }: Step): Record<string, string> {
  const all = Object.entries(yml.inputs).map(([name, { default: standard = '' }]) => [
    name,
    (given[name] ?? String(standard)).replace('${{ github.token }}', token),
  ])
  const unknown = Object.keys(given).filter((name) => !(name in yml.inputs))
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`)
  return Object.fromEntries(
    all.map(([name, value]) => [`INPUT_${name!.replaceAll(' ', '_').toUpperCase()}`, value!]),
  )
}

function spawned(node: string, main: string, cwd: string, env: Record<string, string>) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    const child = spawn(node, [main], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** `name<<delimiter`, lines, `delimiter`. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const [, name, delimiter] = /^(.+?)<<(.+)$/.exec(lines[at]!) ?? []
    if (name === undefined) continue
    const end = lines.indexOf(delimiter!, at + 1)
    if (end < 0) throw new Error(`the output "${name}" does not end`)
    outputs[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return outputs
}
