import assert from 'node:assert/strict'
import { findAnomalies } from '../../../core/billing/anomalies/find-anomalies.ts'
import { renderers } from '../../../core/render/index.ts'
import { markdownAnomaly } from '../../../core/render/markdown/anomalies.ts'
import { billOf, OPTIONS } from './bill-of.ts'

const PLAIN = { colour: false, width: 100 }
/** Whoever tags a resource may write what they like. */
const HOSTILE = 'rank @here <!channel> <https://evil.example|click> `x` | ![](//evil.example) \u001b[31m'
const report = findAnomalies(
  billOf(60, {
    model: HOSTILE,
    team: '<@U123>',
    service: '@everyone',
    cost: (at) => (at === 59 ? 400 : 100),
  }),
  OPTIONS,
)

describe('anomalies with names that want to be more', () => {
  it('in a webhook mention nobody and link nowhere: sections are plain text', () => {
    const { text, blocks } = JSON.parse(renderers.anomalies.slack(report, PLAIN))
    for (const block of blocks) assert.equal(block.text.type, 'plain_text')
    assert.doesNotMatch(text, /[<>]|@(?!\u200b)|\u001b/)
    assert.match(blocks[1].text.text, /^critical: rank @here <!channel>/)
  })

  it('in Markdown are code or escaped', () => {
    for (const markdown of [
      renderers.anomalies.markdown(report, PLAIN),
      markdownAnomaly(report.anomalies[0]!, report.currency),
    ]) {
      const shown = markdown.replace(/`[^`]*`/g, '')
      assert.doesNotMatch(shown, /<(?!br>)|@(?!&#8203;)|!\[|\u001b/)
      for (const row of markdown.split('\n').filter((line) => line.startsWith('| critical')))
        assert.equal(row.match(/\|/g)!.length, 6)
    }
  })

  it('in a terminal move no cursor', () => {
    assert.doesNotMatch(renderers.anomalies.terminal(report, PLAIN), /\u001b/)
  })

  it('a webhook of hundreds stays within what Slack takes', () => {
    const many = { ...report, anomalies: Array.from({ length: 300 }, () => report.anomalies[0]!) }
    const { blocks } = JSON.parse(renderers.anomalies.slack(many, PLAIN))
    assert.ok(blocks.length <= 50)
    assert.equal(blocks.at(-1).text.text, 'and 280 others')
    for (const { text } of blocks) assert.ok(text.text.length <= 3000)
  })

  it('JSON has null for what is not known, and no figure that is none', () => {
    const { anomalies } = JSON.parse(renderers.anomalies.json(report, PLAIN))
    assert.deepEqual(Object.keys(anomalies[0].subject), ['kind', 'model', 'team'])
    assert.equal(anomalies[0].above, 3)
    assert.equal(anomalies[0].cost, 400)
    const fresh = findAnomalies(
      billOf(60, { cost: () => 1 }, { model: 'new', cost: (at) => (at < 59 ? undefined : 90) }),
      OPTIONS,
    )
    const [{ z, above, kind }] = JSON.parse(renderers.anomalies.json(fresh, PLAIN)).anomalies
    assert.deepEqual({ z, above, kind }, { z: null, above: null, kind: 'new' })
  })
})
