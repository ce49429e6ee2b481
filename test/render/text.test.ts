import assert from 'node:assert/strict'
import fc from 'fast-check'
import { cutEnd, cutMiddle, displayWidth } from '../../core/render/text/display-width.ts'
import { type Column, layOut } from '../../core/render/text/table.ts'
import { visible } from '../../core/render/text/visible.ts'
import { hang, wrap } from '../../core/render/text/wrap.ts'
import { hostileText } from './arbitrary-review.ts'

describe('text on a terminal', () => {
  it('their text keeps its words and loses its powers', () => {
    assert.equal(visible('\x1b[31mred\x1b[0m'), 'red')
    assert.equal(visible('\x1b]8;;https://evil.example\x07link\x1b]8;;\x07'), 'link')
    assert.equal(visible('a\r\nb\tc'), 'a b c')
    assert.equal(visible('abc\u202efdp.exe'), 'abcfdp.exe')
    assert.equal(visible('bell\x07 csi\x9b31m lone\ud800'), 'bell� csi�31m lone�')
    assert.equal(visible('e\u0301\u0302\u0303\u0304\u0305'), 'e\u0301\u0302')
    assert.equal(visible('モデル 🚀 naïve'), 'モデル 🚀 naïve')
  })

  it('is as wide as a terminal shows it', () => {
    const widths = ['gpu', '模型', 'ｇｐｕ', 'ｶﾞ', '🚀', 'e\u0301', '한국', '→…≥−✗'].map(displayWidth)
    assert.deepEqual(widths, [3, 4, 6, 2, 2, 1, 4, 5])
  })

  it('is cut to fit, in the middle or at the end', () => {
    assert.equal(cutMiddle('aws_instance.fraud_training', 15), 'aws_ins…raining')
    assert.equal(cutEnd('aws_instance.fraud_training', 15), 'aws_instance.f…')
    assert.equal(cutMiddle('模型模型模型', 7), '模…型')
    fc.assert(
      fc.property(hostileText(), fc.integer({ min: 0, max: 50 }), (text, width) => {
        const shown = visible(text)
        for (const cut of [cutMiddle(shown, width), cutEnd(shown, width)]) {
          assert.ok(displayWidth(cut) <= width)
          if (displayWidth(shown) <= width) assert.equal(cut, shown)
        }
      }),
    )
  })

  it('is wrapped without losing a word', () => {
    assert.deepEqual(hang('- ', 'one two three', 9), ['- one two', '  three'])
    fc.assert(
      fc.property(hostileText(), fc.integer({ min: 2, max: 60 }), (text, width) => {
        const shown = visible(text)
        const lines = wrap(shown, width)
        for (const line of lines) assert.ok(displayWidth(line) <= width, line)
        assert.equal(lines.join('').replaceAll(' ', ''), shown.replaceAll(' ', ''))
      }),
    )
  })

  it('a table takes from the names first, and from the figures only if it must', () => {
    const columns: readonly Column[] = [{ align: 'left', shrinksTo: 8 }, { align: 'right' }]
    const rows = [[{ text: 'aws_instance.fraud_training' }, { text: '1,234' }]]
    const roomy = layOut(columns, rows, 40)
    assert.deepEqual(roomy, { lines: ['aws_instance.fraud_training  1,234'], isCramped: false })
    assert.deepEqual(layOut(columns, rows, 18), { lines: ['aws_i…ining  1,234'], isCramped: false })
    assert.deepEqual(layOut(columns, rows, 13), { lines: ['aws…ng  1,234'], isCramped: true })
  })

  it('a table is never wider than it may be', () => {
    const cell = hostileText().map((text) => ({ text: visible(text) }))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }),
        fc.integer({ min: 12, max: 90 }),
        (rows, width) => {
          const { lines } = layOut(
            [{ align: 'left', shrinksTo: 6 }, { align: 'right' }, { align: 'left' }],
            rows,
            width,
          )
          for (const line of lines) assert.ok(displayWidth(line) <= width, line)
        },
      ),
    )
  })
})
