import assert from 'node:assert/strict'
import { join } from 'node:path'
import { matchesGolden } from '../support/golden.ts'
import { contract } from './contract.ts'
import type { Comment } from './github/state.ts'
import type { Files } from './pull-request-repository.ts'
import { BOT, EXAMPLE, PULL, scenario } from './scenario.ts'
import { box, platform, stray } from './stories.ts'

const MARKER = '<!-- ascribe v=1 id="default" head="9f2c1ab" run="9999.1" -->\n'
const BASE = platform(box('fraud_train'))
const GROWN = platform(box('fraud_train', { type: 'm5.xlarge' }))
const VIOLATING = platform(box('fraud_train') + stray('gpu_train', 'g5.2xlarge'))
const UNRELATED: Files = { ...BASE, 'README.md': '# Our platform\n' }

const note = (id: number, author: string, body: string): Comment => ({ id, issue: PULL, author, body })

contract('the comment', (rule) => {
  rule('of the example says what it costs, whose it is, and what blocks the merge', async (node) => {
    const { run, comments } = await scenario(node, EXAMPLE)
    const { code, outputs } = await run()
    assert.equal(code, 1)
    assert.equal(comments().length, 1)
    const body = comments()[0]!.body.replace(/ ⚠️ more than 90 days old/, '')
    matchesGolden(body, join(import.meta.dirname, 'goldens/example-comment.md.golden'))
    const short = (file: string | undefined) => file?.replace(/.*\/temp\//, '')
    assert.deepEqual(
      {
        ...outputs,
        'report-path': short(outputs['report-path']),
        'sarif-path': short(outputs['sarif-path']),
      },
      {
        verdict: 'fail',
        'monthly-delta': '8018.86',
        'monthly-total': '9782.36',
        coverage: '55.5',
        violations: '11',
        partial: 'false',
        'over-budget': '',
        'approval-needed': 'true',
        approvers: '@acme/fraud-ml @acme/ml-platform',
        'report-path': 'ascribe/default.json',
        'sarif-path': 'ascribe/default.sarif',
        'comment-url': 'https://github.example/acme/ml/pull/7#issuecomment-5000000000',
      },
    )
  })

  rule('leaves a SARIF file of what stands, with the pages of its rules', async (node) => {
    const { run } = await scenario(node, EXAMPLE)
    const { sarif } = await run()
    const [{ tool, results }] = JSON.parse(sarif!).runs
    assert.match(tool.driver.rules[0].help.markdown, /^## Why$/m)
    const states = new Set(results.map(({ baselineState }: { baselineState: string }) => baselineState))
    assert.ok(states.has('new') && !states.has('absent'))
  })

  rule('is made once, left alone by the same, and changed by another', async (node) => {
    const { run, comments, push, commentWrites } = await scenario(node, { base: BASE, head: GROWN })
    await run({ run: { number: 1, attempt: 1 } })
    const [first] = comments().map(({ body }) => body)
    await run({ run: { number: 2, attempt: 1 } })
    assert.equal(comments()[0]!.body, first)
    assert.equal(commentWrites(), 1)
    push(VIOLATING)
    await run({ run: { number: 3, attempt: 1 } })
    assert.equal(comments().length, 1)
    assert.equal(commentWrites(), 2)
    assert.match(comments()[0]!.body, /❌ failed|⚠️ warning|gpu_train/)
  })

  rule('is found on the second page, among others that only look like it', async (node) => {
    const ours = note(4_000, BOT, `<!-- ascribe v=1 id="default" head="0000000" run="1.1" -->\nold\n`)
    const chatter = Array.from({ length: 120 }, (_, at) => note(1_000 + at, 'ada', `note ${at}`))
    const others = [
      ...chatter,
      note(2_000, 'ada', `${MARKER}quoted by a person`),
      note(2_001, 'renovate[bot]', `${MARKER}another bot`),
      note(2_002, BOT, `<!-- ascribe v=1 id="default-prod" head="9f2c1ab" run="1.1" -->\nanother id`),
      note(2_003, BOT, `<!-- ascribe v=1 id="non-default" head="9f2c1ab" run="1.1" -->\nanother id`),
      note(2_004, BOT, `See:\n${MARKER}not at the start`),
      note(2_005, BOT, `<!-- ascribe v=2 id="default" head="9f2c1ab" run="1.1" -->\nanother version`),
      note(2_006, 'grace', `> ${MARKER}`),
    ]
    const { run, github, commentWrites } = await scenario(
      node,
      { base: BASE, head: GROWN },
      { comments: others },
    )
    github.state.comments.push(ours)
    await run()
    assert.equal(commentWrites(), 1)
    assert.equal(github.state.comments.length, others.length + 1)
    assert.match(
      ours.body,
      /^<!-- ascribe v=1 id="default" head="[0-9a-f]{7}" run="412\.1" -->\n### Ascribe: \*\*\+\$70/,
    )
  })

  rule('is one for each comment-id, which its heading then names', async (node) => {
    const { run, comments } = await scenario(node, { base: BASE, head: GROWN })
    await run({ inputs: { 'comment-id': 'prod' } })
    await run({ inputs: { 'comment-id': 'non-prod' } })
    await run({ inputs: { 'comment-id': 'prod' } })
    assert.equal(comments().length, 2)
    assert.deepEqual(
      comments().map(({ body }) => /### Ascribe \((.*?)\):/.exec(body)?.[1]),
      ['prod', 'non-prod'],
    )
    const wrong = await run({ inputs: { 'comment-id': 'a" -->' } })
    assert.equal(wrong.code, 1)
    assert.match(wrong.commands.at(-1)!.data, /comment-id .* cannot be used/)
  })

  rule('is one though four runs find none and each make one', async (node) => {
    const held = { operation: 'issues/create-comment', kind: 'held', times: 4 } as const
    const until = { operation: 'issues/list-comments', calls: 4 }
    const faults = [{ ...held, until }]
    const { run, comments } = await scenario(node, { base: BASE, head: GROWN }, { faults })
    const runs = await Promise.all([1, 2, 3, 4].map((number) => run({ run: { number, attempt: 1 } })))
    assert.deepEqual(
      runs.map(({ code }) => code),
      [0, 0, 0, 0],
    )
    assert.equal(comments().length, 1)
  })

  rule('of a newer run is not overwritten by an older one that ends later', async (node) => {
    const { run, comments, push, commentWrites } = await scenario(node, { base: BASE, head: GROWN })
    await run({ run: { number: 10, attempt: 2 } })
    push(VIOLATING)
    const { log } = await run({ run: { number: 10, attempt: 1 } })
    await run({ run: { number: 9, attempt: 3 } })
    assert.equal(commentWrites(), 1)
    assert.match(log.join('\n'), /newer run 10\.2/)
    await run({ run: { number: 11, attempt: 1 } })
    assert.equal(commentWrites(), 2)
    assert.match(comments()[0]!.body, /gpu_train/)
  })

  rule('is the oldest where the token is of another account than was said', async (node) => {
    const { run, github } = await scenario(node, { base: BASE, head: GROWN })
    const inputs = { 'comment-author': 'acme-bot[bot]' }
    await run({ inputs })
    const { commands } = await run({ inputs, run: { number: 500, attempt: 1 } })
    assert.equal(github.state.comments.length, 1)
    assert.ok(commands.some(({ name, data }) => name === 'notice' && /Set comment-author/.test(data)))
  })
})

contract('when to comment', (rule) => {
  rule('not at all where no file that costs has changed', async (node) => {
    const { run, github } = await scenario(node, { base: BASE, head: UNRELATED })
    const { code, summary, outputs } = await run()
    assert.equal(code, 0)
    assert.deepEqual(github.calls.filter(({ operation }) => /comment/.test(operation)).length, 1)
    assert.equal(github.state.comments.length, 0)
    assert.match(summary, /no change in cost/)
    assert.equal(outputs['monthly-delta'], '0.00')
    await run({ inputs: { comment: 'always' } })
    assert.equal(github.state.comments.length, 0)
  })

  rule('where files changed and no cost did: only if asked always, and then one line', async (node) => {
    const head = platform(`# reviewed in November\n${box('fraud_train')}`)
    const { run, comments } = await scenario(node, { base: BASE, head })
    await run()
    assert.equal(comments().length, 0)
    await run({ inputs: { comment: 'always' } })
    assert.match(comments()[0]!.body, /### Ascribe: no cost-relevant change · ✅ passed/)
  })

  rule('below the threshold only where there is a comment, and never where it is off', async (node) => {
    const { run, comments, push } = await scenario(node, { base: BASE, head: GROWN })
    const quiet = { 'comment-threshold': '100' }
    await run({ inputs: quiet })
    assert.equal(comments().length, 0)
    await run({ inputs: { comment: 'off' } })
    assert.equal(comments().length, 0)
    await run({ inputs: { 'comment-threshold': '50' } })
    assert.match(comments()[0]!.body, /\+\$70\/month/)
    push(platform(box('fraud_train', { type: 'm5.xlarge' }) + box('second', { type: 't3.micro' })))
    await run({ inputs: quiet, run: { number: 500, attempt: 1 } })
    assert.match(comments()[0]!.body, /`aws_instance\.second`/)
  })

  rule('below the threshold all the same where a tag is violated', async (node) => {
    const { run, comments } = await scenario(node, { base: BASE, head: VIOLATING })
    await run({ inputs: { 'comment-threshold': '100000' } })
    assert.equal(comments().length, 1)
  })

  rule('a violation that was fixed is said to be, until the next commit', async (node) => {
    const { run, comments, push, commentWrites } = await scenario(node, { base: BASE, head: VIOLATING })
    const failed = await run({ run: { number: 1, attempt: 1 } })
    assert.equal(failed.code, 1)
    push(platform(box('fraud_train') + box('gpu_train', { type: 't3.micro' })))
    const fixed = await run({ run: { number: 2, attempt: 1 } })
    assert.equal(fixed.code, 0)
    const { body } = comments()[0]!
    assert.match(body, /✅ passed/)
    assert.match(
      body,
      /\*\*✅ Resolved since `[0-9a-f]{7}`\*\*\n- `aws_instance\.gpu_train` `model_id`, `lifecycle_phase`/,
    )
    assert.match(body, /<details><summary>The change in detail<\/summary>\n\n\| Model/)
    await run({ run: { number: 3, attempt: 1 } })
    assert.equal(commentWrites(), 2)
    push(BASE)
    await run({ run: { number: 4, attempt: 1 } })
    assert.match(comments()[0]!.body, /no cost-relevant change/)
    assert.doesNotMatch(comments()[0]!.body, /Resolved/)
  })

  rule('a failed analysis keeps the last good figures, marked stale', async (node) => {
    const { run, comments, github } = await scenario(node, { base: BASE, head: GROWN })
    const broken = { checkout: { of: 'files' } } as const
    const down = () =>
      github.state.faults.push({ operation: 'git/get-tree', kind: 'status', status: 404, times: 1 })
    down()
    const first = await run({ ...broken, run: { number: 1, attempt: 1 } })
    assert.equal(first.code, 1)
    assert.match(
      comments()[0]!.body,
      /### Ascribe: ❌ the analysis failed\n\nAt head `[0-9a-f]{7}`: .* · \[log\]\(/,
    )
    await run({ run: { number: 2, attempt: 1 } })
    const good = comments()[0]!.body.replace(/^.*\n/, '')
    assert.match(good, /^### Ascribe: \*\*\+\$70/)
    for (const number of [3, 4]) {
      down()
      await run({ ...broken, run: { number, attempt: 1 } })
      const stale = comments()[0]!.body
      assert.ok(stale.endsWith(good), stale)
      assert.equal(stale.match(/The analysis of/g)?.length, 1)
      assert.match(stale, /figures below are stale: they are of `[0-9a-f]{7}`/)
    }
    await run({ run: { number: 5, attempt: 1 } })
    assert.equal(comments()[0]!.body.replace(/^.*\n/, ''), good)
  })
})
