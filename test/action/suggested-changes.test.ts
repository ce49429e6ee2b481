import assert from 'node:assert/strict'
import { contract } from './contract.ts'
import type { LineComment, PullReview } from './github/state.ts'
import type { Files } from './pull-request-repository.ts'
import { BOT, PULL, scenario } from './scenario.ts'
import { box, platform, stray } from './stories.ts'

const LOCALS = `locals {
  fraud_tags = {
    model_id        = "fraud_xgb_v7"
    lifecycle_phase = "training"
  }
}

`
const SHARED = `resource "aws_instance" "fraud_train" {
  ami           = "ami-0c0ffee"
  instance_type = "m5.large"
  tags          = local.fraud_tags
}
`
/** One model, whose tags its machines share: what a new machine lacks is known. */
const BASE = platform(LOCALS + SHARED)
const HEAD = platform(LOCALS + SHARED + stray('gpu_train', 'g5.2xlarge'))

/** The text that a suggestion puts in the place of its lines. */
function suggested({ body }: LineComment): readonly string[] {
  const [, , text] = /^(`{3,})suggestion\n([\s\S]*?)^\1$/m.exec(body) ?? []
  assert.notEqual(text, undefined, body)
  return text!.split('\n').slice(0, -1)
}

/** The files with all suggestions applied, as GitHub's button does it: from the last line up. */
function applied(files: Files, comments: readonly LineComment[]): Files {
  const after = { ...files }
  for (const comment of [...comments].sort((a, b) => b.line! - a.line!)) {
    const { path, line, start_line: first = line } = comment
    const lines = after[path]!.split('\n')
    lines.splice(first! - 1, line! - first! + 1, ...suggested(comment))
    after[path] = lines.join('\n')
  }
  return after
}

const isReview = ({ operation }: { readonly operation: string }) => operation === 'pulls/create-review'

contract('suggested changes', (rule) => {
  rule('mend what the change lacks, all in one silent review, each once', async (node) => {
    const { run, push, reviews, comments, repository } = await scenario(node, { base: BASE, head: HEAD })
    const first = await run()
    assert.equal(first.code, 1)
    assert.equal(reviews().length, 1)
    const [review] = reviews()
    assert.deepEqual([review!.event, review!.body, review!.commit], ['COMMENT', '', repository.head])
    assert.equal(review!.comments.length, 1)
    const [comment] = review!.comments
    assert.match(
      comment!.body,
      /^<!-- ascribe suggestion="[0-9a-f]{64}" -->\n`aws_instance\.gpu_train` lacks /,
    )
    assert.deepEqual(suggested(comment!), [
      '  instance_type = "g5.2xlarge"',
      '  tags          = local.fraud_tags',
    ])
    await run({ run: { number: 413, attempt: 1 } })
    assert.equal(reviews().length, 1, 'what was suggested is not suggested again')
    const mended = applied(HEAD, review!.comments)
    push(mended)
    const last = await run({ run: { number: 414, attempt: 1 } })
    assert.deepEqual([last.code, last.outputs.violations], [0, '0'])
    assert.equal(reviews().length, 1)
    assert.equal(comments().length, 1)
  })

  rule('are at most ten, the dearest first, and fit together', async (node) => {
    const strays = Array.from({ length: 14 }, (_, at) =>
      stray(`gpu_${at}`, at < 4 ? 'm5.large' : 'g5.2xlarge'),
    )
    const head = platform(LOCALS + SHARED + strays.join('\n'))
    const { run, push, reviews } = await scenario(node, { base: BASE, head })
    await run()
    assert.equal(reviews().length, 1)
    const { comments } = reviews()[0]!
    assert.equal(comments.length, 10)
    for (const { body } of comments) assert.match(body, /`aws_instance\.gpu_(?:[4-9]|1\d)`/)
    push(applied(head, comments))
    const second = await run({ run: { number: 413, attempt: 1 } })
    assert.equal(second.outputs.violations, '8')
    assert.equal(reviews()[1]!.comments.length, 4)
  })

  rule('hold no value that is not known, and say what is left', async (node) => {
    const models = box('fraud_train') + box('ranker_train', { model: 'ranker_v3' })
    const unknown = await scenario(node, {
      base: platform(models),
      head: platform(models + stray('gpu_train')),
    })
    await unknown.run()
    assert.equal(unknown.reviews().length, 0)
    const partly = await scenario(node, {
      base: platform(box('fraud_train')),
      head: platform(box('fraud_train') + stray('gpu_train')),
    })
    await partly.run()
    const [comment] = partly.reviews()[0]!.comments
    assert.deepEqual(suggested(comment!), [
      '  instance_type = "m5.large"',
      '  tags          = { model_id = "fraud_xgb_v7" }',
    ])
    assert.match(comment!.body, /What else it lacks .* is for you to say\./)
  })

  rule('stay on lines of the diff: what is elsewhere is listed and fails nothing', async (node) => {
    const filler = Array.from({ length: 20 }, (_, at) => `# ${at}`).join('\n')
    const old = `${LOCALS}${SHARED}${stray('old_train')}\n${filler}\n`
    const { run, github, comments } = await scenario(node, {
      base: platform(old),
      head: platform(`${old}${box('new_train')}`),
    })
    const { code } = await run()
    assert.equal(code, 0)
    assert.ok(!github.calls.some(isReview))
    assert.match(comments()[0]!.body, /from before still there/)
    const away = await scenario(node, { base: BASE, head: HEAD })
    away.github.state.pulls = away.github.state.pulls.map((pull) => ({
      ...pull,
      files: pull.files.map((file) => ({
        ...file,
        patch: file.patch?.replace(/(\+resource "aws_instance" "gpu_train" \{).*/s, '$1'),
      })),
    }))
    assert.match(away.github.state.pulls[0]!.files.map(({ patch }) => patch).join(), /gpu_train" \{$/m)
    await away.run()
    assert.ok(!away.github.calls.some(isReview), 'the block begins in the diff, its edit is beyond it')
  })

  rule('are made only for files that are on the branch as they were reviewed', async (node) => {
    const early = platform(LOCALS + stray('gpu_train', 'g5.2xlarge') + SHARED)
    const later = { 'infra/main.tf': `${BASE['infra/main.tf']}# the base gains a line\n` }
    const moved = await scenario(node, { base: BASE, head: early, later })
    await moved.run()
    assert.equal(moved.reviews().length, 0)
    const still = await scenario(node, { base: BASE, head: early })
    await still.run()
    assert.equal(still.reviews().length, 1)
    const huge = await scenario(node, { base: BASE, head: HEAD })
    huge.github.state.pulls = huge.github.state.pulls.map((pull) => ({
      ...pull,
      files: pull.files.map((file) => ({ ...file, patch: undefined })),
    }))
    await huge.run()
    assert.equal(huge.reviews().length, 0)
    const windows = await scenario(node, {
      base: platform(''),
      head: { ...HEAD, 'infra/main.tf': HEAD['infra/main.tf']!.replaceAll('\n', '\r\n') },
    })
    await windows.run()
    assert.equal(windows.reviews().length, 0, 'GitHub would mix line breaks')
  })

  rule('are not made where they are not wanted', async (node) => {
    const { run, reviews } = await scenario(node, { base: BASE, head: HEAD })
    assert.equal((await run({ inputs: { fixes: 'off' } })).code, 1)
    assert.equal((await run({ inputs: { comment: 'off' } })).code, 1)
    assert.equal(reviews().length, 0)
    const wrong = await run({ inputs: { fixes: 'maybe' } })
    assert.match(wrong.commands.at(-1)!.data, /fixes "maybe" is unknown. expected one of on, off/)
  })

  rule('that GitHub refuses cost nothing else, and are not tried twice', async (node) => {
    for (const status of [422, 403, 502]) {
      const faults = [{ operation: 'pulls/create-review', kind: 'status', status, times: 9 } as const]
      const { run, reviews, comments, github } = await scenario(node, { base: BASE, head: HEAD }, { faults })
      const { code, log, summary } = await run()
      assert.equal(code, 1)
      assert.deepEqual([reviews().length, comments().length], [0, 1])
      assert.match(summary, /gpu_train/)
      assert.ok(
        log.some((line) => line.startsWith('› no changes are suggested: ')),
        log.join('\n'),
      )
      assert.equal(github.calls.filter(isReview).length, 1)
    }
    const fork = await scenario(node, { base: BASE, head: HEAD }, { permission: 'read' })
    const { code, log } = await fork.run()
    assert.equal(code, 1)
    assert.ok(log.some((line) => line.includes('Resource not accessible by integration')))
    assert.equal(fork.writes(), 0)
  })

  rule('are known by their key on whatever page, and leave everybody’s comments alone', async (node) => {
    const once = await scenario(node, { base: BASE, head: HEAD })
    await once.run()
    const [made] = once.reviews()
    const chat = (at: number): LineComment => ({ path: 'infra/main.tf', line: 1, body: `note ${at}` })
    const talk: PullReview = {
      id: 1,
      pull: PULL,
      author: 'ada',
      body: 'please tag these',
      event: 'COMMENT',
      commit: made!.commit,
      comments: Array.from({ length: 120 }, (_, at) => chat(at)),
    }
    const seeded = [talk, { ...made!, id: 2, author: BOT }]
    const before = structuredClone(seeded)
    const again = await scenario(node, { base: BASE, head: HEAD }, { reviews: seeded })
    await again.run()
    assert.equal(again.reviews().length, 0)
    assert.deepEqual(seeded, before)
    const quoted = `> ${made!.comments[0]!.body}`
    const others = [{ ...talk, comments: [{ ...made!.comments[0]!, body: quoted }] }]
    const anew = await scenario(node, { base: BASE, head: HEAD }, { reviews: others })
    await anew.run()
    assert.equal(anew.reviews().length, 1, 'a quoted key is none')
  })

  rule('of hostile names end no fence, mention nobody and hide nothing', async (node) => {
    const hostile = `resource "aws_instance" "ticks" {
  ami           = "ami-0c0ffee"
  instance_type = "m5.large" # \`\`\`\`\` @acme/all <!-- ascribe suggestion="x" --> </details>
}
resource "aws_instance" "bidi" {
  ami           = "ami-0c0ffee"
  instance_type = "m5.large" # \u202egnp.exe
}
module "m" {
  source   = "./m"
  for_each = toset(["\`\`\`@acme/all", "::error::x"])
}
`
    const files = { 'infra/m/main.tf': stray('inner') }
    const { run, reviews } = await scenario(node, {
      base: BASE,
      head: platform(LOCALS + SHARED + hostile, files),
    })
    const { commands } = await run()
    assert.ok(commands.every(({ name }) => name !== 'set-env'))
    const { comments } = reviews()[0]!
    const about = comments.map(({ body }) => body.split('\n')[1]!).join('\n')
    assert.match(about, /aws_instance\.ticks/)
    assert.doesNotMatch(about, /bidi/)
    for (const { body } of comments) {
      const [, fence = ''] = /^(`{3,})suggestion$/m.exec(body) ?? []
      const text = body.split(`${fence}suggestion\n`)[1]!.split(`\n${fence}`)[0]!
      assert.ok(!text.includes(fence), 'the fence is longer than any in it')
      const said = body.replace(text, '').replace(/`[^`\n]+`/g, '')
      assert.doesNotMatch(said, /@(?!&#8203;)|<(?!!-- ascribe suggestion="[0-9a-f]{64}" -->)/)
    }
  })
})
