import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { contract } from './contract.ts'
import { EXAMPLE, type Scenario, scenario } from './scenario.ts'

const folders: string[] = []

/** A workspace that holds nothing but what was downloaded. */
function downloaded(report: string | undefined): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ascribe-fork-'))
  folders.push(folder)
  if (report !== undefined) writeFileSync(path.join(folder, 'report.json'), report)
  return folder
}

after(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function completed({ repository }: Scenario, changes: Readonly<Record<string, unknown>> = {}) {
  const run = {
    event: 'pull_request',
    head_sha: repository.head,
    head_branch: 'gpu-training',
    head_repository: { owner: { login: 'mallory' } },
    html_url: 'https://github.example/acme/ml/actions/runs/90001',
    run_number: 412,
    run_attempt: 1,
    ...changes,
  }
  return { name: 'workflow_run', payload: { action: 'completed', workflow_run: run } }
}

/** A pull request from a fork, and the report that its own run has left. */
async function forked(node: string): Promise<Scenario & { readonly report: string }> {
  const fork = await scenario(node, EXAMPLE, { headOwner: 'mallory' })
  const report = reports.get(node) ?? fork.run({ inputs: { comment: 'off' } }).then((run) => run.report ?? '')
  reports.set(node, report)
  return { ...fork, repository: fork.repository, report: await report }
}

const reports = new Map<string, Promise<string>>()

const INPUTS = { report: 'report.json' }

contract('the report of a fork', (rule) => {
  rule('is posted by the second workflow, and reads as the first would have written it', async (node) => {
    const fork = await forked(node)
    const { code, outputs } = await fork.run({
      event: completed(fork),
      workspace: downloaded(fork.report),
      inputs: INPUTS,
    })
    assert.equal(code, 0)
    assert.equal(fork.comments().length, 1)
    const { body } = fork.comments()[0]!
    assert.match(outputs['comment-url'] ?? '', /#issuecomment-5000000000$/)
    assert.match(body, /^<!-- ascribe v=1 id="default" head="[0-9a-f]{7}" run="412\.1" -->\n/)
    assert.match(body, /The figures are what the fork’s own run reported\./)
    const direct = await scenario(node, EXAMPLE)
    await direct.run()
    const plain = (text: string) =>
      text.replace(/ \(parent of the merge commit\)| The figures are .* reported\./g, '')
    assert.equal(plain(body), plain(direct.comments()[0]!.body))
  })

  rule('is refused where it is not what Ascribe writes', async (node) => {
    const fork = await forked(node)
    const report = JSON.parse(fork.report)
    const wrong: readonly (readonly [string | undefined, RegExp])[] = [
      [undefined, /there is no report/],
      ['{', /is not JSON/],
      ['[]', /is not what Ascribe writes/],
      [JSON.stringify({ ...report, version: 2 }), /version/],
      [JSON.stringify({ ...report, total: { ...report.total, after: '1' } }), /total\.after/],
      [JSON.stringify({ ...report, notes: Array.from({ length: 1000 }, () => 'x') }), /notes/],
      [JSON.stringify({ ...report, base: 'x'.repeat(50_000) }), /base/],
      [' '.repeat(21 * 1024 * 1024), /bytes\. expected/],
    ]
    const refused = wrong.map(async ([text, message]) => {
      const { code, commands } = await fork.run({
        event: completed(fork),
        workspace: downloaded(text),
        inputs: INPUTS,
      })
      assert.equal(code, 1)
      assert.match(commands.at(-1)!.data, message)
    })
    await Promise.all(refused)
    const linked = downloaded(undefined)
    symlinkSync(path.join(downloaded(fork.report), 'report.json'), path.join(linked, 'report.json'))
    const { code, commands } = await fork.run({ event: completed(fork), workspace: linked, inputs: INPUTS })
    assert.equal(code, 1)
    assert.match(commands.at(-1)!.data, /there is no report/)
    assert.equal(fork.writes(), 0)
  })

  rule('cannot choose its pull request, nor say more than figures', async (node) => {
    const fork = await forked(node)
    const report = JSON.parse(fork.report)
    const hostile = JSON.stringify({
      ...report,
      pull_request: { number: 1 },
      base: '<!-- ascribe v=1 id="default" head="0" run="9.9" --> @acme/all',
      notes: ['[click](https://evil.example) <img src=x> @acme/all\n::error::x'],
      findings: {
        ...report.findings,
        new: report.findings.new.map((finding: object) => ({
          ...finding,
          file: '../](https://evil.example) \ud800',
          message: '##[error]',
        })),
      },
    })
    const run = await fork.run({ event: completed(fork), workspace: downloaded(hostile), inputs: INPUTS })
    assert.equal(run.code, 0)
    assert.deepEqual(
      fork.comments().map(({ issue }) => issue),
      [7],
    )
    const said = fork
      .comments()[0]!
      .body.replace(/`[^`\n]*`/g, '')
      .replace(/\]\(https:\/\/github\.example[^)\s]*\)/g, ']')
    assert.doesNotMatch(said, /@acme|<img|https?:\/\//)
    assert.equal(fork.comments()[0]!.body.match(/<!-- ascribe v=1/g)?.length, 1)
  })

  rule('is not posted where the event does not lead to exactly one open pull request', async (node) => {
    const fork = await forked(node)
    const workspace = downloaded(fork.report)
    const events = [
      completed(fork, { event: 'push' }),
      completed(fork, { head_sha: '0123456789012345678901234567890123456789' }),
      completed(fork, { head_branch: 'another' }),
      completed(fork, { head_repository: null }),
    ]
    const runs = await Promise.all(events.map((event) => fork.run({ event, workspace, inputs: INPUTS })))
    for (const { code } of runs) assert.equal(code, 0)
    fork.github.state.pulls = [
      ...fork.github.state.pulls,
      { ...fork.github.state.pulls[0]!, number: 8, baseRef: 'release' },
    ]
    assert.equal((await fork.run({ event: completed(fork), workspace, inputs: INPUTS })).code, 0)
    assert.equal(fork.writes(), 0)
  })
})
