import assert from 'node:assert/strict'
import { contract } from './contract.ts'
import { startGitServer } from './git-server.ts'
import type { Checkout, Story } from './pull-request-repository.ts'
import { checkOut, git } from './pull-request-repository.ts'
import { pullRequestEvent, scenario, TOKEN } from './scenario.ts'
import { box, platform } from './stories.ts'

/** An m5.large costs 70.08 a month in us-east-1. */
const BOX = '70.08'

/** `main` gains a p5 and loses nothing while the branch adds a small box. */
const BEHIND: Story = {
  base: platform(box('fraud_train')),
  head: platform(box('fraud_train'), { 'infra/gpu.tf': box('gpu_train') }),
  later: { 'infra/later.tf': box('somebody_elses', { type: 'p5.48xlarge' }) },
}

const CHECKOUTS: readonly (readonly [string, Checkout])[] = [
  ['the merge commit at depth 1', { of: 'merge', depth: 1 }],
  ['the merge commit without contents', { of: 'merge', depth: 1, filter: 'blob:none' }],
  ['the whole history', { of: 'merge', depth: undefined }],
  ['the head commit at depth 1', { of: 'head', depth: 1 }],
  ['the head commit with the whole history', { of: 'head', depth: undefined }],
  ['the files without git', { of: 'files' }],
]

contract('which base', (rule) => {
  for (const [title, checkout] of CHECKOUTS)
    rule(`only the pull request's own change counts, with ${title}`, async (node) => {
      const { run, comments } = await scenario(node, BEHIND)
      const { code, outputs } = await run({ checkout })
      assert.equal(outputs['monthly-delta'], BOX)
      assert.equal(outputs['snapshot-path'], undefined)
      assert.equal(code, 0)
      assert.match(comments()[0]!.body, /`aws_instance\.gpu_train`/)
      assert.match(comments()[0]!.body, /Resources changed \(1\)/)
    })

  rule(
    'the branch is reviewed though the base branch is checked out, as on pull_request_target',
    async (node) => {
      const { run, repository } = await scenario(node, BEHIND)
      const event = pullRequestEvent(repository, 'pull_request_target')
      const environment = { GITHUB_SHA: repository.main, GITHUB_REF: 'refs/heads/main' }
      const { outputs } = await run({ checkout: { of: 'main', depth: 1 }, event, environment })
      assert.equal(outputs['monthly-delta'], BOX)
    },
  )

  rule('the token is lent where the checkout kept none, and never shown', async (node) => {
    const { run, repository, github } = await scenario(node, BEHIND)
    const server = await startGitServer(repository.bare, TOKEN)
    try {
      const workspace = checkOut(repository, { of: 'merge', depth: 1 }, `${server.url}/acme/ml`)
      const { outputs } = await run({ workspace, serverUrl: server.url })
      assert.equal(outputs['monthly-delta'], BOX)
      assert.ok(server.requests.allowed > 0)
      assert.equal(server.requests.refused, 0)
      assert.ok(!github.calls.some(({ operation }) => operation === 'git/get-tree'))
    } finally {
      await server.close()
    }
  })

  rule('a token that the checkout kept is not sent twice', async (node) => {
    const { run, repository } = await scenario(node, BEHIND)
    const server = await startGitServer(repository.bare, TOKEN)
    try {
      const workspace = checkOut(repository, { of: 'merge', depth: 1 }, `${server.url}/acme/ml`)
      const basic = Buffer.from(`x-access-token:${TOKEN}`).toString('base64')
      git(workspace, 'config', `http.${server.url}/.extraheader`, `AUTHORIZATION: basic ${basic}`)
      const { outputs } = await run({ workspace, serverUrl: server.url })
      assert.equal(outputs['monthly-delta'], BOX)
      assert.equal(server.requests.refused, 0)
    } finally {
      await server.close()
    }
  })

  rule('the API gives what git cannot fetch', async (node) => {
    const { run, repository, github } = await scenario(node, BEHIND)
    const workspace = checkOut(repository, { of: 'merge', depth: 1 })
    git(workspace, 'remote', 'set-url', 'origin', 'file:///nowhere/acme/ml.git')
    const { outputs } = await run({ workspace })
    assert.equal(outputs['monthly-delta'], BOX)
    assert.ok(github.calls.some(({ operation }) => operation === 'git/get-tree'))
  })

  rule('a merge group is compared with what it was put upon', async (node) => {
    const { run, repository, github } = await scenario(node, BEHIND)
    const payload = {
      action: 'checks_requested',
      merge_group: { base_sha: repository.main, head_sha: repository.merge },
    }
    const { outputs, summary } = await run({ event: { name: 'merge_group', payload } })
    assert.equal(outputs['monthly-delta'], BOX)
    assert.match(summary, /base of the merge group/)
    assert.deepEqual(github.calls, [])
  })

  rule(
    'a push is compared with what was there before, and leaves a snapshot of all that stands',
    async (node) => {
      const { run, repository, github } = await scenario(node, BEHIND)
      const payload = { ref: 'refs/heads/main', before: repository.main, after: repository.merge }
      const { outputs, snapshot, summary } = await run({ event: { name: 'push', payload } })
      assert.equal(outputs['monthly-delta'], BOX)
      assert.match(summary, /\+\$70\/month/)
      assert.deepEqual(github.calls, [])
      const { resources } = JSON.parse(snapshot!) as { resources: { address: string }[] }
      assert.deepEqual(resources.map(({ address }) => address).sort(), [
        'aws_instance.fraud_train',
        'aws_instance.gpu_train',
        'aws_instance.somebody_elses',
      ])
      assert.match(outputs['snapshot-path']!, /ascribe\/default\.snapshot\.json$/)
    },
  )

  rule(
    'a new branch, one pushed over, and a run by hand are compared with where they left the default branch',
    async (node) => {
      const { run, repository } = await scenario(node, BEHIND)
      const repo = { full_name: 'acme/ml', default_branch: 'main' }
      const environment = { GITHUB_SHA: repository.head, GITHUB_REF: 'refs/heads/gpu-training' }
      const options = { environment, checkout: { of: 'head', depth: 1 } } as const
      const pushed = { name: 'push', payload: { before: '0'.repeat(40), repository: repo } }
      const byHand = { name: 'workflow_dispatch', payload: { inputs: {}, repository: repo } }
      const over = { ...pushed, payload: { ...pushed.payload, before: '1'.repeat(40), forced: true } }
      for (const event of [pushed, over, byHand]) {
        const { outputs } = await run({ ...options, event })
        assert.equal(outputs['monthly-delta'], BOX)
      }
    },
  )

  rule('nothing is reviewed outside the folder that is asked for', async (node) => {
    const story: Story = {
      base: platform(box('fraud_train')),
      head: platform(box('fraud_train'), {
        'infra/gpu.tf': box('gpu_train'),
        'sandbox/main.tf': box('toy', { type: 'p5.48xlarge' }),
      }),
    }
    const { run } = await scenario(node, story)
    const { outputs } = await run({ inputs: { path: 'infra' } })
    assert.equal(outputs['monthly-delta'], BOX)
    const outside = await run({ inputs: { path: '../elsewhere' } })
    assert.equal(outside.code, 1)
    assert.match(outside.commands.at(-1)!.data, /path "\.\.\/elsewhere" leaves the workspace/)
  })
})
