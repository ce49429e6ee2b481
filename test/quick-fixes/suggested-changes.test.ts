import assert from 'node:assert/strict'
import fc from 'fast-check'
import { reviewChange, type SuggestedChange, suggestedChanges } from '../../core/index.ts'
import { lineChange } from '../../core/source/line-change.ts'
import { hunksOf, shows } from '../../core/source/patch.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'

type Files = Readonly<Record<string, string>>

/** A patch that shows a whole file as new. */
function newFile(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n')
  return [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join('\n')
}

/** What is suggested for files that a change brings. */
function suggestedFor(files: Files, before: Files = {}): readonly SuggestedChange[] {
  const base = { label: 'base', tree: memoryTree({ 'ascribe.yml': 'version: 1\n', ...before }) }
  const tree = memoryTree({ 'ascribe.yml': 'version: 1\n', ...before, ...files })
  const prices = frozenBook()
  const review = reviewChange(
    base,
    { label: 'head', tree },
    { below: '', prices, failOn: undefined, today: '2026-11-21' },
  )
  const patches = new Map(Object.entries(files).map(([path, text]) => [path, newFile(text)]))
  return suggestedChanges({
    review,
    tree,
    below: '',
    prices,
    today: '2026-11-21',
    patches,
    most: 10,
    except: () => false,
  })
}

describe('suggested changes', () => {
  it('are whole lines that make one text of the other', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '', '}', '  c'), { maxLength: 12 })
      .map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = lineChange(before, after)
        if (!change) return assert.equal(before, after)
        const lines = before.split('\n')
        lines.splice(change.first - 1, change.count, ...change.lines)
        assert.equal(lines.join('\n'), after)
      }),
    )
  })

  it('are shown by a patch where one hunk has all their lines, and reads the same', () => {
    const hunks = hunksOf(
      '@@ -1,3 +1,3 @@\n a\n-b\n+c\n d\n@@ -9 +9,2 @@ resource "x" {\n e\n+f\n\\ No newline',
    )
    assert.ok(shows(hunks, 1, ['a', 'c', 'd']))
    assert.ok(shows(hunks, 10, ['f']))
    for (const [first, lines] of [
      [1, ['a', 'b']],
      [3, ['d', 'e']],
      [4, ['']],
      [10, ['f', '']],
      [8, ['x', 'e']],
    ] as const)
      assert.ok(!shows(hunks, first, lines), `${first} ${lines}`)
  })

  it('correct a value that is nearly one of the list', () => {
    const main = `resource "aws_instance" "train" {
  ami           = "ami-1"
  instance_type = "m5.large"
  tags = {
    team            = "fraud-ml"
    model_id        = "fraud_xgb_v7"
    lifecycle_phase = "trainning"
    cost_center     = "eng-risk"
    project         = "fraud"
    environment     = "production"
    created_by      = "terraform"
  }
}
`
    const [change, ...others] = suggestedFor({ 'main.tf': main })
    assert.deepEqual(others, [])
    assert.deepEqual(
      [change!.ruleId, change!.firstLine, change!.lastLine, change!.replacement],
      ['invalid-tag-value', 7, 7, ['    lifecycle_phase = "training"']],
    )
    assert.match(change!.body, /Change "trainning" to "training"\.\n\n```suggestion\n/)
  })

  it('meet no other: of two on one line the first is made', () => {
    const tags = 'team = "fraud-ml", lifecycle_phase = "trainning", environment = "prodution"'
    const main = `resource "aws_instance" "train" { tags = { ${tags} } }\n`
    const changes = suggestedFor({ 'main.tf': main }).filter(({ ruleId }) => ruleId === 'invalid-tag-value')
    assert.equal(changes.length, 1)
  })

  it('label pods, where the other objects say who owns them', () => {
    const deployment = (name: string, labels: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 2
  template:
    metadata:
      labels:
        app: ${name}
${labels}    spec:
      containers:
        - name: main
          image: main
          resources: { requests: { cpu: "4", memory: 16Gi } }
`
    const owned = ['team: fraud-ml', 'model_id: fraud_xgb_v7', 'lifecycle_phase: inference']
      .map((label) => `        ${label}\n`)
      .join('')
    const [change] = suggestedFor(
      { 'scorer.yaml': deployment('scorer', '') },
      { 'ranker.yaml': deployment('ranker', owned) },
    )
    assert.equal(change?.path, 'scorer.yaml')
    assert.ok(change.replacement.includes('        team: fraud-ml'), change.body)
    assert.equal(change.firstLine, change.lastLine)
    assert.ok(change.replacement.includes('        app: scorer'))
  })

  it('are not made for a line that no line break ends: GitHub would add one', () => {
    const tags = 'team = "fraud-ml", model_id = "fraud_xgb_v7", lifecycle_phase = "trainning"'
    const main = `resource "aws_instance" "train" { tags = { ${tags} } }`
    const correcting = (text: string) =>
      suggestedFor({ 'main.tf': text }).filter(({ ruleId }) => ruleId === 'invalid-tag-value')
    assert.equal(correcting(`${main}\n`).length, 1)
    assert.deepEqual(correcting(main), [])
  })
})
