import assert from 'node:assert/strict'
import { contract } from './contract.ts'
import type { Comment } from './github/state.ts'
import { PULL, scenario } from './scenario.ts'
import { box, platform, stray } from './stories.ts'

const BASE = platform(box('fraud_train'))
/** Room for the first and the last line of a comment. */
const MARKERS = 4_500

/** Every row of a table has the cells of its heading; every fold and fence is closed. */
function assertWhole(markdown: string): void {
  let cells = 0
  for (const line of markdown.split('\n')) {
    const own = line.startsWith('|') ? line.split('|').length : 0
    if (cells !== 0 && own !== 0) assert.equal(own, cells, line)
    cells = own
  }
  const text = markdown.replace(/`[^`\n]*`/g, '')
  assert.equal(text.match(/<details>/g)?.length, text.match(/<\/details>/g)?.length)
  assert.equal((markdown.match(/^```/gm) ?? []).length % 2, 0)
}

contract('limits', (rule) => {
  rule('a report of 500 models fits, and says how much was left out', async (node) => {
    const name = (at: number) => `model_${'x'.repeat(50)}_${at}`
    const boxes = Array.from({ length: 500 }, (_, at) => box(`train_${at}`, { model: name(at) })).join('')
    const strays = Array.from({ length: 30 }, (_, at) => stray(`nobodys_${at}_${'y'.repeat(100)}`)).join('')
    const { run, comments } = await scenario(node, {
      base: BASE,
      head: platform(box('fraud_train') + boxes + strays),
    })
    const { summary, outputs } = await run()
    const { body } = comments()[0]!
    assert.ok(body.length <= 60_000 + MARKERS, `${body.length}`)
    assert.ok(Buffer.byteLength(summary) < 900 * 1024)
    assertWhole(body)
    assertWhole(summary)
    assert.equal(body.match(/^\| \*\*model_/gm)?.length, 10)
    assert.match(body, /\| 490 more models \|/)
    assert.match(body, /- 10 more, cheaper than these/)
    const shown = body.match(/^\| `aws_instance\./gm)?.length ?? 0
    assert.match(body, new RegExp(`\\| ${530 - shown} more resources \\|`))
    assert.equal(summary.match(/^\| `aws_instance\./gm)?.length, 530)
    assert.equal(outputs.violations, '60')
  })

  rule('hostile names that grow when they are escaped are cut until they fit', async (node) => {
    const config = 'version: 1\nschema: { keys: { model_id: { values: [fraud_xgb_v7] } } }\n'
    const boxes = (type: string, tags: string, modelOf: (at: number) => string) =>
      Array.from({ length: 200 }, (_, at) =>
        box(`train_${at}`, { type, model: modelOf(at) }).replace('{ model_id', `{ ${tags} model_id`),
      ).join('')
    const keys = Array.from({ length: 8 }, (_, at) => `"${'@<|'.repeat(15)}${at}" = "x",`).join(' ')
    const before = boxes('m5.large', keys, () => 'fraud_xgb_v7')
    const after = boxes('m5.xlarge', '', (at) => `${'@|<'.repeat(40)}${at}`)
    const { run, comments } = await scenario(node, {
      base: { ...platform(before), 'ascribe.yml': config },
      head: { ...platform(after), 'ascribe.yml': config },
    })
    await run()
    const { body } = comments()[0]!
    assert.ok(body.length <= 60_000 + MARKERS, `${body.length}`)
    assertWhole(body)
    assert.match(body, /New tag violations: 200 in 200 resources/)
  })

  rule(
    'more than ten violations: at most nine and the reason are annotated, all are in the report',
    async (node) => {
      const strays = Array.from({ length: 14 }, (_, at) =>
        stray(`nobodys_${at}`, at === 3 ? 'g5.2xlarge' : 't3.micro'),
      ).join('')
      const { run } = await scenario(node, { base: BASE, head: platform(box('fraud_train') + strays) })
      const { commands, report } = await run()
      const errors = commands.filter(({ name }) => name === 'error')
      assert.equal(errors.length, 9 + 1)
      assert.match(errors[0]!.data, /nobodys_3 has no "model_id", "lifecycle_phase" tags/)
      assert.equal(errors[8]!.data, '6 more in the report')
      assert.match(errors[9]!.data, /28 new tag violations/)
      assert.equal(JSON.parse(report!).findings.new.length, 28)
    },
  )

  rule('lines that the diff shows are linked there, others at the commit', async (node) => {
    const base = platform(`${stray('old')}\n${'# a long story\n'.repeat(40)}`)
    const head = platform(`${stray('old')}\n${'# a long story\n'.repeat(40)}${stray('gpu_train')}`, {
      'infra/odd name (1).tf': stray('odd'),
    })
    const { run, comments, github } = await scenario(node, { base, head })
    github.state.pulls = github.state.pulls.map((pull) => ({
      ...pull,
      files: pull.files.map((file) => (file.filename.includes('odd') ? { ...file, patch: undefined } : file)),
    }))
    await run()
    const { body } = comments()[0]!
    assert.match(
      body,
      /\[`infra\/main\.tf:\d+`\]\(https:\/\/github\.example\/acme\/ml\/pull\/7\/files#diff-[0-9a-f]{64}R\d+\) `aws_instance\.gpu_train`/,
    )
    assert.match(body, /\/blob\/[0-9a-f]{40}\/infra\/odd%20name%20%281%29\.tf#L1\) `aws_instance\.odd`/)
    assert.match(body, /\/blob\/[0-9a-f]{40}\/infra\/main\.tf#L\d+\) `aws_instance\.old`/)
  })
})

contract('hostile text', (rule) => {
  const names = [
    '::error::x',
    '  ::set-env name=PATH::evil',
    '%0A::set-env name=PATH::evil',
    '##[set-output name=verdict;]pass',
    'a\\n::stop-commands::x',
    'a\\r\\n::warning::x',
    '@org/team',
    'a|b|c',
    '`code`',
    '</details></table>',
    '<!-- ascribe v=1 id=\\"default\\" head=\\"0\\" run=\\"9.9\\" -->',
    '[link](https://evil.example)',
    '<img src=x onerror=alert(1)>',
    'https://evil.example #1 GH-1',
    '\u202egnp.exe',
  ]

  rule('does nothing: no command, no mention, no markup, no forged marker', async (node) => {
    const tags = names.map(
      (name, at) => `resource "aws_instance" "h${at}" {
  ami = "ami-1"
  instance_type = "m5.large"
  tags = { model_id = "${name}", lifecycle_phase = "${name}", "${name}" = "${name}" }
}
resource "aws_ebs_volume" "v" {
  for_each = toset(["${names.join('", "')}"])
  availability_zone = "us-east-1a"
  size = 100
}
`,
    )
    const head = platform(tags[0]!, {
      ...Object.fromEntries(
        tags.slice(1).map((text, at) => [`infra/h${at}.tf`, text.split('resource "aws_ebs')[0]!]),
      ),
      'infra/::error::x.tf': `resource "a" {\n`,
      'infra/##[error]x.tf': `variable "::warning::x" {\n  default = \n`,
    })
    const human: Comment = { id: 1, issue: PULL, author: 'ada', body: 'hello' }
    const { run, comments } = await scenario(node, { base: BASE, head }, { comments: [human] })
    const { code, commands, summary, log } = await run()
    assert.equal(code, 1)
    const own = new Set(['add-mask', 'error', 'warning', 'notice', 'group', 'endgroup'])
    assert.deepEqual(
      commands.filter(({ name }) => !own.has(name)),
      [],
    )
    for (const { name, properties, data } of commands) {
      if (name === 'add-mask' || name.endsWith('group')) continue
      assert.doesNotMatch([data, ...Object.values(properties)].join(' '), /[\r\n]|##\[/)
      assert.ok(
        properties.title?.startsWith('Ascribe') ||
          properties.title === 'cannot be read as it stands' ||
          data.startsWith('Ascribe:'),
        `${name}: ${data}`,
      )
    }
    for (const line of log) assert.match(line, /^› /)
    const { body } = comments()[0]!
    assert.equal(body.match(/<!-- ascribe v=1/g)?.length, 1)
    for (const text of [body, summary]) {
      const said = text.replace(/`[^`\n]*`/g, '').replace(/\]\(https:\/\/github\.example[^)\s]*\)/g, ']')
      assert.doesNotMatch(said, /@(?!&#8203;)/)
      assert.doesNotMatch(said, /<(?!\/?(?:details|summary|sub)>|!-- ascribe )/)
      assert.doesNotMatch(said, /https?:\/\//)
      assert.doesNotMatch(said, /\u202e/)
      assertWhole(text)
    }
  })
})

contract('when GitHub fails for a while', (rule) => {
  const story = { base: BASE, head: platform(box('fraud_train', { type: 'm5.xlarge' })) }
  const fault = (operation: string, status: number, times: number, headers = {}) =>
    ({ operation, kind: 'status', status, times, headers }) as const

  rule('a 502, and a connection that is cut, are tried again', async (node) => {
    const faults = [
      fault('issues/list-comments', 502, 1),
      { operation: 'issues/create-comment', kind: 'cut', times: 1 } as const,
      { operation: 'pulls/list-files', kind: 'slow', milliseconds: 300, times: 1 } as const,
    ]
    const { run, comments } = await scenario(node, story, { faults })
    assert.equal((await run()).code, 0)
    assert.equal(comments().length, 1)
  })

  rule('retry-after is waited for', async (node) => {
    const faults = [fault('issues/list-comments', 429, 1, { 'retry-after': '1' })]
    const { run, comments, github } = await scenario(node, story, { faults })
    await run()
    const [first, second] = github.calls.filter(({ operation }) => operation === 'issues/list-comments')
    assert.ok(second!.at - first!.at >= 1000, `${second!.at - first!.at} ms`)
    assert.equal(comments().length, 1)
  })

  rule('a permanent 500 costs the comment and nothing else', async (node) => {
    const faults = [fault('issues/list-comments', 500, 99)]
    const { run, comments } = await scenario(node, story, { faults })
    const { code, summary, commands } = await run()
    assert.equal(code, 0)
    assert.equal(comments().length, 0)
    assert.match(summary, /\+\$70\/month/)
    assert.ok(
      commands.some(({ name, data }) => name === 'notice' && /GitHub failed \(.*Server Error/.test(data)),
    )
  })

  rule('a refusal that asks for an hour is not waited for', async (node) => {
    const faults = [fault('issues/create-comment', 403, 99, { 'retry-after': '3600' })]
    const { run, comments } = await scenario(node, story, { faults })
    const { code, milliseconds } = await run()
    assert.equal(code, 0)
    assert.equal(comments().length, 0)
    assert.ok(milliseconds < 20_000)
  })
})
