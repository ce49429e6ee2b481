import assert from 'node:assert/strict'
import { findOperation } from './description.ts'
import { exampleOf } from './example-of.ts'
import { type FakeGitHub, startFakeGitHub } from './fake-github.ts'
import { FIRST_NEW_COMMENT_ID, type GitHubState, type PullRequest } from './state.ts'

const pull: PullRequest = {
  number: 7,
  state: 'open',
  headSha: '0'.repeat(40),
  headRef: 'gpu-training',
  headOwner: 'acme',
  baseRef: 'main',
  files: [{ filename: 'train.tf', sha: null, patch: '@@ -1,2 +1,3 @@\n a\n+b\n c\n@@ -9 +10,2 @@\n d\n+e' }],
}

const state = (): GitHubState => ({
  owner: 'acme',
  repo: 'ml',
  tokens: { secret: { login: 'github-actions[bot]', permission: 'write' } },
  pulls: [pull],
  comments: Array.from({ length: 130 }, (_, index) => ({
    id: 1_000 + index,
    issue: 7,
    author: 'ada',
    body: `note ${index}`,
  })),
  reviews: [],
  repository: '',
  nextCommentId: FIRST_NEW_COMMENT_ID,
  faults: [],
})

describe('the fake GitHub', () => {
  let github: FakeGitHub
  const call = (method: string, path: string, body?: unknown) =>
    fetch(github.url + path, {
      method,
      headers: { authorization: 'token secret' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })

  beforeEach(async () => {
    github = await startFakeGitHub(state())
  })
  afterEach(() => github.close())

  it('lists by pages of at most 100, and says where the next is', async () => {
    const first = await call('GET', '/repos/acme/ml/issues/7/comments?per_page=100')
    assert.equal(((await first.json()) as unknown[]).length, 100)
    assert.match(first.headers.get('link') ?? '', /page=2>; rel="next"/)
    const second = await call('GET', '/repos/acme/ml/issues/7/comments?per_page=100&page=2')
    assert.equal(((await second.json()) as unknown[]).length, 30)
    assert.equal(second.headers.get('link'), null)
    assert.deepEqual(github.violations, [])
  })

  it('sees a mistyped key in a body and in a query', async () => {
    await call('POST', '/repos/acme/ml/issues/7/comments', { boddy: 'hello' })
    await call('GET', '/repos/acme/ml/issues/7/comments?perpage=100')
    assert.match(github.violations.join('\n'), /boddy/)
    assert.match(github.violations.join('\n'), /perpage/)
    const comments = [{ path: 'train.tf', line: 2, side: 'RIGHT', startline: 1, body: 'hello' }]
    await call('POST', '/repos/acme/ml/pulls/7/reviews', { event: 'COMMENT', comments })
    assert.match(github.violations.join('\n'), /startline/)
  })

  it('sees a call that the Action has no business to make, and a token that is not ours', async () => {
    await call('DELETE', '/repos/acme/ml')
    await fetch(`${github.url}/repos/acme/ml/issues/7/comments`)
    assert.match(github.violations[0]!, /DELETE .* no operation/)
    assert.match(github.violations[1]!, /token/)
  })

  it('holds its own answers to the description', () => {
    const operation = findOperation('POST', '/repos/acme/ml/issues/7/comments')!
    const comment = exampleOf(operation.answerSchema(201), { body: 'hello' }) as Record<string, unknown>
    assert.deepEqual(operation.wrongAnswer(201, comment), [])
    const { issue_url: _, ...without } = comment
    assert.match(operation.wrongAnswer(201, without).join(), /issue_url/)
  })

  it('refuses a whole review for one comment that is not on lines of one hunk', async () => {
    const at = (line: number, start_line?: number) => ({
      path: 'train.tf',
      side: 'RIGHT',
      line,
      ...(start_line !== undefined && { start_line, start_side: 'RIGHT' }),
      body: 'hello',
    })
    const places = [at(2), at(3, 1), at(11, 10), at(4), at(2, 2), at(10, 3)]
    const answers = await Promise.all(
      places.map((place) =>
        call('POST', '/repos/acme/ml/pulls/7/reviews', {
          event: 'COMMENT',
          body: '',
          comments: [at(1), place],
        }),
      ),
    )
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200, 422, 422, 422],
    )
    assert.equal(github.state.reviews.length, 3)
    assert.deepEqual(github.violations, [])
  })

  it('refuses a body beyond 65,536 characters, and accepts one of just that', async () => {
    const longest = await call('POST', '/repos/acme/ml/issues/7/comments', { body: 'x'.repeat(65_536) })
    const longer = await call('POST', '/repos/acme/ml/issues/7/comments', { body: 'x'.repeat(65_537) })
    assert.deepEqual([longest.status, longer.status], [201, 422])
    assert.deepEqual(github.violations, [])
  })
})
