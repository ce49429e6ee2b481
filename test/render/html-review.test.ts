import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import type { HtmlOptions } from '../../core/render/html/options.ts'
import { renderers } from '../../core/render/index.ts'
import type { Review } from '../../core/review/review.ts'
import { matchesGolden } from '../support/golden.ts'
import { inspected, inspection, lacks, reviewOf } from '../support/review.ts'
import { anyReview } from './arbitrary-review.ts'
import { fraudEndpointReview } from './fraud-endpoint.ts'

const OPTIONS: HtmlOptions = { colour: false, width: 80 }

function render(review: Review, options: Partial<HtmlOptions> = {}): string {
  return renderers.review.html(review, { ...OPTIONS, ...options })
}

/** What comes after the head: the head's style is ours. */
function bodyOf(page: string): string {
  return page.slice(page.indexOf('<body>'))
}

const ELEMENTS =
  'body|html|main|header|section|footer|p|h1|h2|h3|small|strong|em|code|span|div|dl|dt|dd|ul|li|a|data|figure|figcaption|table|caption|thead|tbody|tr|th|td|svg|defs|pattern|rect|title|form|label|select|option|button'
const ATTRIBUTES =
  'class|id|value|type|for|data-by-[a-z]+|scope|role|tabindex|aria-label|aria-hidden|data-file|data-line|href|width|height|x|patternUnits|patternTransform'
const TAG = new RegExp(`^<(?:/(?:${ELEMENTS})|(?:${ELEMENTS})(?: (?:${ATTRIBUTES})="[^"<>]*")*/?)>$`)

/** Every tag is one of ours with attributes of ours, and none of them does anything. */
function assertInert(page: string): void {
  const body = bodyOf(page)
  for (const tag of body.match(/<[^>]*>?/g) ?? []) assert.match(tag, TAG)
  assert.doesNotMatch(body, /[^\P{C}\n]|[\u2028\u2029]/u)
  assert.doesNotMatch(body.replace(/&#\d+;/g, ''), /&/)
}

/** Opened and closed in order. */
function assertNested(page: string): void {
  const open: string[] = []
  for (const [, close, name, empty] of bodyOf(page).matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)) {
    if (empty === '/') continue
    if (close !== '/') open.push(name!)
    else assert.equal(open.pop(), name === 'html' ? undefined : name)
  }
  assert.deepEqual(open, [])
}

/** The exact dollars of a table: heading of the row → its figures. */
function figuresOf(page: string, caption: string): Record<string, readonly number[]> {
  const table = page.slice(page.indexOf(`<caption>${caption}`)).split('</table>')[0]!
  const rows = [...table.matchAll(/<tr[^>]*><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)]
  return Object.fromEntries(
    rows.map(([, name, cells]) => [
      name!.replace(/<[^>]*>/g, ''),
      [...cells!.matchAll(/<data value="([^"]*)">/g)].map(([, value]) => Number(value)),
    ]),
  )
}

function figureAt(page: string, id: string): number {
  return Number(new RegExp(`id="${id}">(?:<span[^>]*>)?<data value="([^"]*)"`).exec(page)?.[1])
}

/** The choices of a filter. */
function choicesOf(page: string, dimension: string): readonly string[] {
  const menu = new RegExp(`<select id="by-${dimension}">(.*?)</select>`).exec(page)?.[1] ?? ''
  return [...menu.matchAll(/<option[^>]*>(.*?)<\/option>/g)].map(([, text]) => text!)
}

interface JsonGroup {
  readonly kind: string
  readonly value: string | null
  readonly cost: { readonly before: number; readonly after: number; readonly delta: number }
}

describe('HTML review', () => {
  it('reads well', () =>
    matchesGolden(
      render(fraudEndpointReview()),
      join(import.meta.dirname, 'goldens/fraud-endpoint.review.html.golden'),
    ))

  it('has the totals of the JSON', () => {
    const review = fraudEndpointReview()
    const page = render(review)
    const json = JSON.parse(renderers.review.json(review, OPTIONS))
    assert.equal(figureAt(page, 'total'), json.total.delta)
    assert.equal(figureAt(page, 'before'), json.total.before)
    assert.equal(figureAt(page, 'after'), json.total.after)
    const teams = Object.fromEntries(
      (json.by.team as JsonGroup[]).map(({ value, cost }) => [
        value ?? 'no team',
        [cost.before, cost.after, cost.delta],
      ]),
    )
    assert.deepEqual(figuresOf(page, 'Team, USD'), teams)
    const models = figuresOf(page, 'Models by phase')
    for (const { value, cost } of json.modelPhases as JsonGroup[]) {
      const figures = models[value ?? 'unattributed']!
      assert.deepEqual(figures.slice(-2), [cost.delta, cost.after], String(value))
    }
    const resources = figuresOf(page, 'Resources changed')
    for (const { address, cost } of json.resources)
      assert.deepEqual(resources[address], [cost.before, cost.after, cost.delta])
  })

  it('has the totals of the JSON whatever the review', () => {
    fc.assert(
      fc.property(anyReview(), (review) => {
        const page = render(review)
        const { total } = JSON.parse(renderers.review.json(review, OPTIONS))
        if (total.delta !== 0) assert.equal(figureAt(page, 'total'), total.delta)
        assert.equal(figureAt(page, 'before'), total.before)
        assert.equal(figureAt(page, 'after'), total.after)
      }),
      { numRuns: 100 },
    )
  })

  it("the bars of both sides stand to each other as the sides' totals", () => {
    fc.assert(
      fc.property(anyReview(), (review) => {
        const page = render(review)
        const lengths = (['before', 'after'] as const).map((side) => {
          const bars = page.match(new RegExp(`<div class="bar ${side}">.*?</div>`, 'g')) ?? []
          const widths = bars.map((bar) =>
            [...bar.matchAll(/width="([\d.]+)%"/g)].reduce((sum, [, width]) => sum + Number(width), 0),
          )
          assert.ok(widths.every((width) => width <= 100.1))
          return widths.reduce((sum, width) => sum + width, 0)
        })
        const { before, after } = review.total
        const crossed = Math.abs(lengths[0]! * after - lengths[1]! * before)
        assert.ok(crossed <= 0.05 * (before + after), `${lengths} of ${before} and ${after}`)
      }),
      { numRuns: 100 },
    )
  })

  it('nothing in a change becomes a tag, an attribute or a link', () => {
    fc.assert(
      fc.property(anyReview(), (review) => {
        const page = render(review)
        assertInert(page)
        assertNested(page)
      }),
      { numRuns: 150 },
    )
  })

  it('a team named like a script is a team', () => {
    const box = inspected('aws_instance.train["\\" onclick=\\"alert(1)"]', {
      monthly: 40,
      tags: { team: '</style><script>alert(1)</script>', model_id: 'javascript:alert(1)' },
    })
    const page = render(reviewOf(inspection([]), inspection([box], { findings: lacks(box, '<b>') })))
    assertInert(page)
    assert.doesNotMatch(page, /<script|onclick="|href=/)
    assert.match(page, /&#60;script&#62;alert\(1\)/)
  })

  it('asks nobody for anything, and runs nothing', () => {
    const page = render(fraudEndpointReview(), { nonce: 'r4nd0m' })
    assert.match(page, /content="default-src 'none'; style-src 'nonce-r4nd0m'; base-uri 'none'/)
    assert.match(page, /<style nonce="r4nd0m">/)
    assert.doesNotMatch(page, /unsafe-inline|<script|<link|<img|@import|src=|style="|https?:/)
    assert.equal(page.match(/url\(/g)?.length, page.match(/url\(#/g)?.length)
    assert.match(render(fraudEndpointReview(), { nonce: '"><script>' }), /style-src 'unsafe-inline'/)
  })

  it('links places where it is told how, and only to https', () => {
    const link = (path: string, line: number) => `https://code.example/${path}#L${line}`
    assert.match(
      render(fraudEndpointReview(), { link }),
      /<a class="place" href="https:\/\/code\.example\/infra\/train\.tf#L14">infra\/train\.tf:14<\/a>/,
    )
    assert.doesNotMatch(render(fraudEndpointReview(), { link: () => 'javascript:alert(1)' }), /href/)
  })

  it('can be read without seeing it: every bar is told, every table named, every row headed', () => {
    const page = render(fraudEndpointReview())
    for (const [, label] of page.matchAll(/<svg role="img"([^>]*)>/g))
      assert.match(label!, /aria-label=".+ a month/)
    assert.match(
      page,
      /aria-label="risk-ml, after: \$2,676 a month, of it Training \$620, Inference \$2,056"/,
    )
    assert.equal(page.match(/<table>/g)!.length, page.match(/<caption>/g)!.length)
    for (const [, body] of page.matchAll(/<tbody>([\s\S]*?)<\/tbody>/g))
      assert.equal(body!.match(/<tr[ >]/g)!.length, body!.match(/<tr[^>]*><th scope="row">/g)!.length)
    assert.match(page, /<html lang="en">/)
    assert.equal(page.match(/<h1/g)!.length, 1)
  })

  it('a choice is of every value that somebody pays by, and names its figures', () => {
    const page = render(fraudEndpointReview())
    assert.deepEqual(choicesOf(page, 'team'), [
      'all',
      'risk-ml ($788 → $2,676)',
      'growth-ml ($16,358 → $16,783)',
      'no team ($1,094 → $1,979)',
    ])
    assert.deepEqual(choicesOf(page, 'environment'), [
      'all',
      'production ($17,146 → $20,344)',
      'development ($1,094 → $1,094)',
    ])
    // There is one answer to these: nothing to choose.
    assert.doesNotMatch(page, /by-costCenter|by-project/)
  })

  it('a row is marked by the owners of both its sides, and every choice has its rule', () => {
    const side = (team: string) =>
      inspection([inspected('aws_instance.train', { monthly: 40, tags: { team } })])
    const page = render(reviewOf(side('risk-ml'), side('growth-ml')))
    assert.match(page, /<tr data-by-team="v\d v\d"><th scope="row"><code>aws_instance\.train/)
    fc.assert(
      fc.property(anyReview(), (review) => {
        const page = render(review)
        const marks = [...bodyOf(page).matchAll(/data-by-([a-z]+)="([^"]*)"/g)]
        for (const [, dimension, tokens] of marks)
          for (const token of tokens!.split(' '))
            assert.ok(page.includes(`[data-by-${dimension}]:not([data-by-${dimension}~="${token}"]`))
      }),
      { numRuns: 60 },
    )
  })

  it('fifty teams are choices, those beyond them one', () => {
    const boxes = Array.from({ length: 130 }, (_, at) =>
      inspected(`aws_instance.box_${at}`, { monthly: 1000 - at, tags: { team: `team-${at}` } }),
    )
    const page = render(reviewOf(inspection([]), inspection(boxes)))
    const choices = choicesOf(page, 'team')
    assert.equal(choices.length, 52)
    assert.ok(choices.includes('80 more teams'))
    assert.equal(bodyOf(page).match(/<tr data-by-team="more"/g)!.length, 80)
  })

  it('says so where nothing changes', () => {
    const page = render(reviewOf(inspection([]), inspection([])))
    assert.match(page, /<h1 id="total">No change in cost<\/h1>/)
    assertNested(page)
  })
})
