import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import { renderers } from '../../core/render/index.ts'
import { nameCode, nameText, sentenceText } from '../../core/render/markdown/escape.ts'
import type { Review } from '../../core/review/review.ts'
import { matchesGolden } from '../support/golden.ts'
import { finding, inspected, inspection, lacks, reviewOf } from '../support/review.ts'
import { anyReview, hostileText } from './arbitrary-review.ts'
import { fraudEndpointReview } from './fraud-endpoint.ts'

const golden = (name: string) => join(import.meta.dirname, 'goldens', name)

function render(review: Review): string {
  return renderers.review.markdown(review, { colour: false, width: 80 })
}

/** The report's own tags, small amounts and code spans taken out: what is left is text that Markdown reads. */
function textOf(markdown: string): string {
  return markdown
    .replace(/<\/?(?:details|summary|sub)>|<(?=\$?0\.0?1)|>(?=99\.9%)/g, '')
    .replace(/`[^`\n]*`/g, '')
}

function assertInert(markdown: string): void {
  assert.doesNotMatch(markdown, /[^\P{C}\n]|[\u2028\u2029]/u)
  for (const line of markdown.split('\n')) {
    assert.equal((line.match(/`/g) ?? []).length % 2, 0, line)
    assert.doesNotMatch(line, /``/, line)
  }
  const text = textOf(markdown)
  assert.doesNotMatch(text, /[<>[\]]/)
  assert.doesNotMatch(text, /@(?!&#8203;)/)
  assert.doesNotMatch(text, /(?<!&)#(?=\d)/)
  assert.doesNotMatch(text, /:\/\/|\bwww\./i)
}

describe('Markdown review', () => {
  it('reads well', () =>
    matchesGolden(render(fraudEndpointReview()), golden('fraud-endpoint.review.md.golden')))

  it('says all that matters in 25 visible lines', () => {
    const visible = render(fraudEndpointReview()).replace(/<details>[\s\S]*?<\/details>/g, '<details>')
    assert.ok(visible.split('\n').length <= 25, visible)
  })

  it('nothing in a change becomes Markdown, HTML, a mention, a link or a reference', () => {
    fc.assert(
      fc.property(anyReview(), (review) => assertInert(render(review))),
      { numRuns: 150 },
    )
    fc.assert(
      fc.property(hostileText(), (text) => {
        assertInert(nameText(text))
        assertInert(nameCode(text))
        assertInert(sentenceText(text))
      }),
    )
  })

  it('every row of a table has the cells of its heading, and every fold is closed', () => {
    fc.assert(
      fc.property(anyReview(), (review) => {
        const markdown = render(review)
        let cells = 0
        for (const line of markdown.split('\n')) {
          if (!line.startsWith('|')) cells = 0
          else {
            const own = line.match(/\|/g)!.length
            if (cells !== 0) assert.equal(own, cells, line)
            cells = own
          }
        }
        // Markdown is read again only after a blank line: nothing of theirs may stand right behind a tag.
        assert.doesNotMatch(markdown, /<\/(?:details|summary)>\n(?!\n|<details><summary>|<\/|$)/)
        assert.equal(markdown.match(/^### /gm)!.length, 1)
        assert.equal(
          (markdown.match(/<details>/g) ?? []).length,
          (markdown.match(/^<\/details>$/gm) ?? []).length,
        )
      }),
      { numRuns: 150 },
    )
  })

  it('a team cannot notify anybody, nor a resource forge the marker', () => {
    const marker = '<!-- ascribe v=1 id="default" -->'
    const box = inspected(`aws_instance.train["${marker}"]`, {
      monthly: 40,
      tags: { team: '@acme/all', model_id: marker },
    })
    const head = inspection([box], {
      findings: [...lacks(box, '@acme/all'), finding(box, 'expired', marker)],
    })
    const markdown = render(reviewOf(inspection([]), head))
    assert.doesNotMatch(textOf(markdown), /@acme/)
    assert.doesNotMatch(markdown, /<!--/)
    assert.match(markdown, /\*\*&#60;!-- ascribe v=1 id="default" --&#62;\*\* · @&#8203;acme\/all/)
  })

  it('names are cut to 64 characters in the middle', () => {
    const long = `fraud_${'x'.repeat(100)}_v7`
    assert.match(nameText(long), /^fraud_x+…x+_v7$/)
    assert.equal(nameText(long).length, 64)
  })

  it('a name that hides is shown as empty', () => assert.equal(nameText('\u200b\u2066'), '(empty)'))

  it('more than ten models end in one row with their sum', () => {
    const boxes = Array.from({ length: 14 }, (_, at) =>
      inspected(`aws_instance.train[${at}]`, {
        monthly: 100 * (at + 1),
        tags: { model_id: `model_${at}`, team: 'risk-ml', lifecycle_phase: 'training' },
      }),
    )
    const markdown = render(reviewOf(inspection([]), inspection(boxes)))
    assert.equal(markdown.match(/^\| \*\*model_\d+/gm)!.length, 10)
    assert.match(markdown, /^\| 4 more models \| 0 → \*\*1,000\*\* \| \*\*\+1,000\*\* \| 1,000 \|$/m)
  })
})
