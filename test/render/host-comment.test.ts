import assert from 'node:assert/strict'
import fc from 'fast-check'
import { COMMENT_HOSTS, type CommentHost, hostComment } from '../../core/index.ts'
import { inspected, inspection, lacks, reviewOf } from '../support/review.ts'
import { anyReview } from './arbitrary-review.ts'
import { cataloguedReview } from './fraud-endpoint.ts'

const HOSTS = Object.keys(COMMENT_HOSTS) as CommentHost[]
/** What each place allows, in characters, by its own documentation. */
const ALLOWED: Readonly<Record<CommentHost, number>> = {
  github: 65_536,
  gitlab: 1_000_000,
  'azure-devops': 150_000,
  bitbucket: 32_768,
}
const OPTIONS = { id: 'default', today: '2026-11-02' }

/** Cells of each line of each table, its heading first. */
function tablesIn(text: string): readonly (readonly number[])[] {
  const tables: number[][] = []
  let previous = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('|')) {
      if (!previous.startsWith('|')) tables.push([])
      tables.at(-1)!.push(line.split('|').length - 2)
    }
    previous = line
  }
  return tables
}

describe('comments for other places', () => {
  for (const host of HOSTS)
    it(`${host}: whatever names hold, tables stay whole, no line is a command, and tags are as the place has them`, () => {
      fc.assert(
        fc.property(anyReview(), (review) => {
          const text = hostComment(review, host, OPTIONS)
          assert.ok(text.length <= ALLOWED[host], `${text.length} characters`)
          for (const table of tablesIn(text)) assert.equal(new Set(table).size, 1, text)
          // A line that begins with a slash is a quick action of GitLab's.
          assert.ok(!/^\s*\//m.test(text), text)
          const opened = text.match(/^<details>/gm)?.length ?? 0
          assert.equal(text.match(/^<\/details>$/gm)?.length ?? 0, opened)
          if (host === 'bitbucket') assert.ok(!/^<(?:\/?details|sub|!)|&#\d+;/m.test(text), text)
        }),
        { numRuns: 60 },
      )
    })

  for (const host of HOSTS)
    it(`${host}: a huge change fits, with the verdict, the totals and how much was left out`, () => {
      const boxes = Array.from({ length: 6_000 }, (_, at) =>
        inspected(`aws_instance.${'|'.repeat(60)}${at}`, { monthly: 100 + at, tags: { team: `t${at}` } }),
      )
      const findings = boxes.flatMap((box) => lacks(box, 'model_id', 'lifecycle_phase'))
      const text = hostComment(reviewOf(inspection([]), inspection(boxes, { findings })), host, OPTIONS)
      assert.ok(text.length <= ALLOWED[host], `${text.length} characters`)
      assert.match(text, /### Ascribe: \*\*\+\$18,597,000\/month\*\* · ❌ failed: 12000 new tag violations/)
      assert.match(text, /more, cheaper than these/)
    }).timeout(60_000)

  it('the marker is the first line, and names the comment', () => {
    const first = (host: CommentHost) =>
      hostComment(cataloguedReview(), host, { ...OPTIONS, id: 'serving' })
        .split('\n')
        .slice(0, 3)
    for (const host of ['github', 'gitlab', 'azure-devops'] as const) {
      const [marker, heading] = first(host)
      assert.equal(marker, '<!-- ascribe v=1 id="serving" -->')
      assert.match(heading!, /^### Ascribe \(serving\): \*\*\+\$3,198\/month/)
    }
    // Without the empty line Bitbucket would show the definition as text.
    const [marker, empty, heading] = first('bitbucket')
    assert.deepEqual([marker, empty], ['[//]: # (ascribe v=1 id="serving")', ''])
    assert.match(heading!, /^### Ascribe/)
  })

  it('Bitbucket has headings in bold where others fold, and the same figures', () => {
    const [elsewhere, bitbucket] = (['gitlab', 'bitbucket'] as const).map((host) =>
      hostComment(cataloguedReview(), host, OPTIONS),
    )
    assert.match(elsewhere!, /<details><summary>Resources changed \(3\)<\/summary>/)
    assert.match(bitbucket!, /^\*\*Resources changed \(3\)\*\*$/m)
    const figures = (text: string) => text.replace(/&#\d+;|v=1/g, '').match(/\d[\d,.]*/g)
    assert.deepEqual(figures(bitbucket!), figures(elsewhere!))
  })

  it('what names would mean elsewhere means nothing: mentions, merge requests, milestones, issues', () => {
    const box = inspected('aws_instance.train', { monthly: 10, tags: { team: '@acme/all !7 %3 #5 ~bug' } })
    for (const host of HOSTS) {
      const text = hostComment(reviewOf(inspection([]), inspection([box])), host, OPTIONS)
      assert.ok(!/@acme|!7|%3|#5|~bug/.test(text), text)
    }
  })
})
