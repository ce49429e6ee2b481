import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { contract } from './contract.ts'
import type { Files } from './pull-request-repository.ts'
import { scenario } from './scenario.ts'
import { box, platform, stray } from './stories.ts'

const folders: string[] = []

/** A workspace that holds nothing but downloaded artifacts, each in a folder of its name. */
function downloaded(artifacts: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ascribe-jobs-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(artifacts)) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  return folder
}

after(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Two root modules, each of which a job of its own reviews. */
function platforms(serving: string, training: string): Files {
  const at = (folder: string, text: string): Files => ({
    [`${folder}/main.tf`]: platform(text)['infra/main.tf']!,
  })
  return { 'ascribe.yml': 'version: 1\n', ...at('serving', serving), ...at('training', training) }
}

const STORY = {
  base: platforms(box('endpoint'), box('fraud_train')),
  head: platforms(
    box('endpoint', { type: 'm5.xlarge' }),
    box('fraud_train') + stray('gpu_train', 'g5.2xlarge'),
  ),
}

/** What the jobs of a matrix leave. */
async function legs(node: string, inputs: Readonly<Record<string, string>> = {}) {
  const pull = await scenario(node, STORY)
  const leg = (folder: string) =>
    pull.run({ inputs: { path: folder, 'comment-id': folder, comment: 'off', ...inputs } })
  const [serving, training] = [await leg('serving'), await leg('training')]
  return { pull, serving, training }
}

contract('several jobs', (rule) => {
  rule('are one comment, one summary and one verdict when their reports are added up', async (node) => {
    const { pull, serving, training } = await legs(node)
    assert.deepEqual([serving.code, training.code], [0, 1])
    assert.equal(pull.writes(), 0)
    const workspace = downloaded({
      'reports/ascribe-serving/serving.json': serving.report!,
      'reports/ascribe-training/training.json': training.report!,
      'reports/ascribe-training/training.snapshot.json': '{}',
    })
    const merged = await pull.run({ workspace, inputs: { report: 'reports' } })
    assert.equal(merged.code, 1)
    assert.equal(merged.outputs.verdict, 'fail')
    const whole = await (await scenario(node, STORY)).run({ inputs: { comment: 'off' } })
    for (const name of ['monthly-delta', 'monthly-total', 'violations', 'coverage', 'verdict'])
      assert.equal(merged.outputs[name], whole.outputs[name], name)
    assert.ok(merged.sarif)
    assert.equal(pull.comments().length, 1)
    const { body } = pull.comments()[0]!
    assert.match(body, /`serving: aws_instance\.endpoint`/)
    assert.match(body, /pull\/7\/files#diff-[0-9a-f]{64}R\d+\) `aws_instance\.gpu_train` lacks/)
    assert.match(merged.summary, /Added up from 2 reports/)
    const again = await pull.run({
      workspace,
      inputs: { report: 'reports/ascribe-serving/serving.json\nreports/ascribe-training/training.json' },
      run: { number: 413, attempt: 1 },
    })
    assert.equal(again.code, 1)
    assert.equal(pull.comments().length, 1)
  })

  rule(
    'leave the comment to the last, and suggest changes themselves where they are asked to',
    async (node) => {
      const { pull } = await legs(node, { fixes: 'on' })
      assert.deepEqual([pull.comments().length, pull.reviews().length], [0, 1])
      assert.match(pull.reviews()[0]!.comments[0]!.body, /`aws_instance\.gpu_train` lacks/)
    },
  )

  rule('are told from each other by comment-id, which the heading shows', async (node) => {
    const { run, comments } = await scenario(node, STORY)
    await run({ inputs: { path: 'serving', 'comment-id': 'serving' } })
    await run({ inputs: { path: 'training', 'comment-id': 'training' } })
    assert.equal(comments().length, 2)
    assert.match(comments()[0]!.body, /^### Ascribe \(serving\): /m)
    assert.match(comments()[1]!.body, /^### Ascribe \(training\): /m)
  })

  rule('whose reports overlap, or are none, are one clear error', async (node) => {
    const { pull, serving } = await legs(node)
    const twice = downloaded({ 'a.json': serving.report!, 'b.json': serving.report! })
    const overlap = await pull.run({ workspace: twice, inputs: { report: 'a.json\nb.json' } })
    assert.equal(overlap.code, 1)
    assert.match(overlap.commands.at(-1)!.data, /both hold aws_instance\.\w+ of serving/)
    const none = await pull.run({ workspace: downloaded({ 'x/notes.txt': '' }), inputs: { report: 'x' } })
    assert.match(none.commands.at(-1)!.data, /there is no report in "x"/)
    assert.equal(pull.writes(), 0)
  })

  rule('are one where a run reviews all root modules at once', async (node) => {
    const { run, comments } = await scenario(node, STORY)
    const { report } = await run()
    assert.equal(comments().length, 1)
    const { resources } = JSON.parse(report!) as { resources: { project: string }[] }
    assert.deepEqual([...new Set(resources.map(({ project }) => project))].sort(), ['serving', 'training'])
  })
})

contract('GitHub Enterprise', (rule) => {
  rule('is asked at its own address, and every link goes there', async (node) => {
    const { run, comments, reviews, github } = await scenario(node, {
      base: platform(box('fraud_train')),
      head: platform(box('fraud_train') + stray('gpu_train')),
    })
    const { code, summary, outputs } = await run({
      serverUrl: 'https://ghe.acme.example',
      environment: {
        GITHUB_API_URL: `${github.url}/api/v3`,
        GITHUB_ACTION_REPOSITORY: 'platform/ascribe',
        GITHUB_ACTION_REF: 'v1',
        GITHUB_BASE_REF: 'main',
      },
    })
    assert.equal(code, 1)
    assert.ok(github.calls.length > 0)
    assert.ok(github.calls.every(({ path }) => path.startsWith('/api/v3/')))
    assert.equal(reviews().length, 1)
    const texts = [comments()[0]!.body, summary, ...reviews()[0]!.comments.map(({ body }) => body)]
    for (const text of texts)
      for (const [, url] of text.matchAll(/\]\((https?:[^)]*)\)/g))
        assert.match(url!, /^https:\/\/ghe\.acme\.example\//)
    assert.match(texts[0]!, /ghe\.acme\.example\/acme\/ml\/pull\/7\/files#diff-/)
    assert.match(texts[0]!, /ghe\.acme\.example\/platform\/ascribe\/blob\/v1\/docs\/action\.md/)
    assert.ok(outputs['comment-url'])
  })
})
