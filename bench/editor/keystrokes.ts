// How long an editor waits for the language server: `node --import tsx bench/editor/keystrokes.ts [FOLDER FILE]`,
// where FILE is Terraform or a manifest.
// Without a folder it generates a monorepo of 5,000 files. The built command is measured: npm run build first.
// The CPU time is that of the thread that answers: on a machine that does other things too, it is what can be compared.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Diagnostic, LanguageClient } from '../../test/lsp/language-client.ts'
import { EDITED, writeMonorepo } from './monorepo.ts'

const KEYSTROKES = 200
const EDITS = 1_000
const ORIGIN = { line: 0, character: 0 }

/** What is typed at the top of the file and taken away again: something that lacks its tags. */
const TYPED = {
  terraform: {
    name: 'ascribe_bench',
    text: 'resource "aws_instance" "ascribe_bench" {\n  instance_type = "g5.xlarge"\n}\n',
  },
  manifest: {
    name: 'ascribe-bench',
    text: `apiVersion: apps/v1
kind: Deployment
metadata: { name: ascribe-bench }
spec:
  template:
    spec:
      containers: [{ name: bench, resources: { requests: { cpu: 1 } } }]
---
`,
  },
}

const [folder, file] = process.argv.slice(2)
await (folder === undefined ? generated() : measure(folder, file ?? EDITED))

async function generated(): Promise<void> {
  const made = mkdtempSync(path.join(os.tmpdir(), 'ascribe-bench-'))
  try {
    console.log(`generated monorepo of ${writeMonorepo(made)} files`)
    execFileSync('git', ['-C', made, 'init', '--quiet'])
    execFileSync('git', ['-C', made, 'add', '-A'])
    const identity = ['-c', 'gc.auto=0', '-c', 'user.name=bench', '-c', 'user.email=bench@example.com']
    execFileSync('git', ['-C', made, ...identity, 'commit', '--quiet', '-m', 'bench'])
    await measure(made, EDITED)
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

async function measure(root: string, edited: string): Promise<void> {
  const text = readFileSync(path.join(root, edited), 'utf8')
  const start = performance.now()
  const client = await LanguageClient.start(root)
  client.open(edited, text)
  await client.until(edited, (found) => found.length > 0)
  console.log(`open file's diagnostics  ${since(start)} ms, CPU ${cpuTime(client).toFixed(0)} ms`)
  await client.request('ascribe/summary', {})
  console.log(`all of it (first load)   ${since(start)} ms, CPU ${cpuTime(client).toFixed(0)} ms`)
  // The first load also costs what git's HEAD holds, in the pauses.
  await settled(client, edited)
  console.log(`with HEAD                ${since(start)} ms`)
  console.log(`memory                   ${memory(client)}`)

  const { name, text: block } = TYPED[/\.ya?ml$/.test(edited) ? 'manifest' : 'terraform']
  let marked = false
  const edit = async (): Promise<{ wall: number; cpu: number }> => {
    marked = !marked
    const before = { wall: performance.now(), cpu: cpuTime(client) }
    const isNow = (found: readonly Diagnostic[]) =>
      found.some(({ message }) => message.includes(name)) === marked
    const end = { line: block.split('\n').length - 1, character: 0 }
    if (marked) client.change(edited, block, { start: ORIGIN, end: ORIGIN })
    else client.change(edited, '', { start: ORIGIN, end })
    await client.until(edited, isNow)
    return { wall: performance.now() - before.wall, cpu: cpuTime(client) - before.cpu }
  }
  const times: { wall: number; cpu: number }[] = []
  for (let n = 0; n < KEYSTROKES; n++) times.push(await edit())
  console.log(`edit → diagnostics       ${shares(times.map(({ wall }) => wall))}`)
  console.log(`CPU of it                ${shares(times.map(({ cpu }) => cpu))}`)
  console.log(`memory                   ${memory(client)}`)
  for (let n = 0; n < EDITS; n++) await edit()
  console.log(`memory, ${EDITS} edits on     ${memory(client)}`)
  await client.stop()
}

function shares(times: readonly number[]): string {
  const inOrder = [...times].sort((a, b) => a - b)
  const at = (share: number) => inOrder[Math.floor(inOrder.length * share)]!.toFixed(1)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${inOrder.length} edits)`
}

/** Of the thread that answers, in milliseconds; what helps it collect garbage and compile is not counted. */
function cpuTime({ process: { pid } }: LanguageClient): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}

function since(start: number): string {
  return (performance.now() - start).toFixed(0)
}

/** The baseline is there when lenses are asked for anew. */
async function settled(client: LanguageClient, edited: string): Promise<void> {
  for (let quiet = 0; quiet < 5; ) {
    const before = client.notifications.length
    await new Promise((resolve) => setTimeout(resolve, 300))
    await client.request('textDocument/hover', client.at(edited, ORIGIN))
    quiet = client.notifications.length === before ? quiet + 1 : 0
  }
}

/** Resident memory of the server: now, and the most it ever was. */
function memory({ process: { pid } }: LanguageClient): string {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (field: string) =>
    (Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)![1]) / 1024).toFixed(0)
  return `${megabytes('VmRSS')} MB (most so far ${megabytes('VmHWM')} MB)`
}
