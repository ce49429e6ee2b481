import assert from 'node:assert/strict'
import { findOperation } from './description.ts'
import { exampleOf } from './example-of.ts'
import { type FakeGitHub, startFakeGitHub } from './fake-github.ts'
import { FIRST_NEW_COMMENT_ID, type GitHubState } from './state.ts'

const state = (): GitHubState => ({
  owner: 'acme',
  repo: 'ml',
  tokens: { secret: { login: 'github-actions[bot]', permission: 'write' } },
  pulls: [],
  comments: Array.from({ length: 130 }, (_, index) => ({
    id: 1_000 + index,
    issue: 7,
    author: 'ada',
    body: `note ${index}`,
  })),
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

  it('refuses a body beyond 65,536 characters, and accepts one of just that', async () => {
    const longest = await call('POST', '/repos/acme/ml/issues/7/comments', { body: 'x'.repeat(65_536) })
    const longer = await call('POST', '/repos/acme/ml/issues/7/comments', { body: 'x'.repeat(65_537) })
    assert.deepEqual([longest.status, longer.status], [201, 422])
    assert.deepEqual(github.violations, [])
  })
})
