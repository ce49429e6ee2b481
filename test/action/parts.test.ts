import assert from 'node:assert/strict'
import fc from 'fast-check'
import { whatToSay } from '../../action/comment/decide.ts'
import { afterMarker, isNewer, markerLine, readMarker } from '../../action/comment/marker.ts'
import { readResolved, rememberLine } from '../../action/comment/remembered.ts'
import { linesOfPatch } from '../../action/diff-lines.ts'
import { harmless } from '../../action/log.ts'
import { markdownComment, readReport, renderers } from '../../core/index.ts'
import { anyReview } from '../render/arbitrary-review.ts'
import { commandsIn } from './runner/commands.ts'

const PLAIN = { colour: false, width: 80 }

describe('the parts of the Action', () => {
  it('a marker is read as it was written, and only at the start of a body', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/)
    const head = fc.stringMatching(/^[0-9a-f]{7}$/)
    const run = fc.record({ number: fc.nat(), attempt: fc.nat() }, { noNullPrototype: true })
    fc.assert(
      fc.property(fc.record({ id, head, run }, { noNullPrototype: true }), fc.string(), (marker, text) => {
        assert.deepEqual(readMarker(markerLine(marker) + text), marker)
        assert.equal(afterMarker(markerLine(marker) + text), text)
        assert.equal(readMarker(` ${markerLine(marker)}`), undefined)
        assert.equal(readMarker(`x\n${markerLine(marker)}`), undefined)
      }),
    )
  })

  it('runs are ordered as pairs of numbers, not as text', () => {
    const run = (number: number, attempt: number) => ({ number, attempt })
    assert.ok(isNewer(run(10, 1), run(9, 9)))
    assert.ok(isNewer(run(9, 10), run(9, 9)))
    assert.ok(!isNewer(run(9, 9), run(9, 9)))
    assert.ok(!isNewer(run(9, 9), run(10, 1)))
  })

  it('what a comment complained about is remembered, whatever anybody made of it', () => {
    const marker = markerLine({ id: 'default', head: 'abc1234', run: { number: 1, attempt: 1 } })
    const violation = { ruleId: 'missing-tag', address: 'aws_instance.gpu_train["-->"]', keys: ['team'] }
    const body = `${marker}text\n${rememberLine([violation])}`
    assert.deepEqual(readResolved(body, 'def5678'), { since: 'abc1234', violations: [violation] })
    const told = `${marker}text\n${rememberLine([violation], '0000000')}`
    assert.deepEqual(readResolved(told, 'abc1234'), { since: '0000000', violations: [violation] })
    assert.equal(readResolved(told, 'def5678'), undefined)
    fc.assert(
      fc.property(fc.json(), (json) => {
        const encoded = Buffer.from(json).toString('base64url')
        readResolved(`${marker}text\n\n<!-- ascribe violations="${encoded}" -->\n`, 'def5678')
      }),
    )
  })

  it('a patch shows its added and its unchanged lines', () => {
    const patch =
      '@@ -1,3 +1,4 @@\n a\n-b\n+c\n+d\n e\n@@ -20 +21,2 @@ resource "x" {\n f\n+g\n\\ No newline at end of file'
    assert.deepEqual([...linesOfPatch(patch)], [1, 2, 3, 4, 21, 22])
    assert.deepEqual([...linesOfPatch('')], [])
  })

  it('says nothing, little or all by the table of docs/action.md', () => {
    const quiet = { isRelevant: true, movesMoney: false, change: 0, isWrong: false }
    const moved = { ...quiet, movesMoney: true, change: 40 }
    const unrelated = { ...quiet, isRelevant: false }
    const table = [
      [unrelated, 'on', 0, 'nothing', 'short'],
      [unrelated, 'always', 0, 'nothing', 'short'],
      [quiet, 'on', 0, 'nothing', 'short'],
      [quiet, 'always', 0, 'short', 'short'],
      [moved, 'on', 50, 'nothing', 'full'],
      [moved, 'on', 40, 'full', 'full'],
      [{ ...quiet, isWrong: true }, 'on', 50, 'full', 'full'],
      [moved, 'off', 0, 'nothing', 'nothing'],
    ] as const
    for (const [occasion, mode, threshold, absent, present] of table) {
      assert.equal(whatToSay(occasion, mode, threshold, false), absent)
      assert.equal(whatToSay(occasion, mode, threshold, true), present)
    }
  })

  it('no text that is printed behind a mark is a command', () => {
    const piece = fc.constantFrom(
      '::',
      '##[',
      'error',
      'set-env',
      ']',
      ' ',
      '\n',
      '\r',
      '%0A',
      '\u2028',
      'x',
      '\u200b',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        assert.deepEqual(commandsIn(`› ${harmless(pieces.join(''))}`), [])
      }),
      { examples: [[['x ', '##[', 'error', ']', 'x']], [['\n', '::', 'error', '::', 'x']]] },
    )
  })

  it('a report that is read back renders as the review did', () => {
    fc.assert(
      fc.property(anyReview(), (review) => {
        const report = readReport(renderers.review.json(review, PLAIN), 'default.json')
        assert.equal(renderers.review.markdown(report, PLAIN), renderers.review.markdown(review, PLAIN))
      }),
      { numRuns: 100 },
    )
  })

  it('a report fits into whatever it is given, and keeps its first line and its date', () => {
    fc.assert(
      fc.property(anyReview(), fc.integer({ min: 8_000, max: 70_000 }), (review, limit) => {
        const text = markdownComment(review, { ...PLAIN, limit, reportUrl: 'https://github.example/run' })
        assert.ok(text.length <= limit, `${text.length} > ${limit}`)
        assert.match(text, /^### Ascribe: /)
        assert.match(text, /\[full report\]\(https:\/\/github\.example\/run\)/)
        assert.match(text, /estimates at list prices of \*\*/)
      }),
      { numRuns: 100 },
    )
  })
})
