// How long an editor waits for the language server: `node --import tsx bench/editor/keystrokes.ts [FOLDER FILE]`,
// where FILE is Terraform or a manifest.
// Without a folder it generates a monorepo of 5,000 files. The built command is measured: npm run build first.
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
  console.log(`open file's diagnostics  ${since(start)} ms`)
  await client.request('ascribe/summary', {})
  console.log(`all of it (first load)   ${since(start)} ms`)
  // The first load also costs what git's HEAD holds, in the pauses.
  await settled(client, edited)
  console.log(`with HEAD                ${since(start)} ms`)
  console.log(`memory                   ${memory(client)}`)

  const { name, text: block } = TYPED[/\.ya?ml$/.test(edited) ? 'manifest' : 'terraform']
  let marked = false
  const times: number[] = []
  const edit = async (): Promise<number> => {
    marked = !marked
    const before = performance.now()
    const isNow = (found: readonly Diagnostic[]) =>
      found.some(({ message }) => message.includes(name)) === marked
    const end = { line: block.split('\n').length - 1, character: 0 }
    if (marked) client.change(edited, block, { start: ORIGIN, end: ORIGIN })
    else client.change(edited, '', { start: ORIGIN, end })
    await client.until(edited, isNow)
    return performance.now() - before
  }
  for (let n = 0; n < KEYSTROKES; n++) times.push(await edit())
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1)
  console.log(
    `edit → diagnostics       p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${KEYSTROKES} edits of ${edited})`,
  )
  console.log(`memory                   ${memory(client)}`)
  for (let n = 0; n < EDITS; n++) await edit()
  console.log(`memory, ${EDITS} edits on     ${memory(client)}`)
  await client.stop()
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
