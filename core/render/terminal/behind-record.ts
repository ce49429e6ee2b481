import { amountDigits } from '../../billing/chargeback/amount-digits.ts'
import type { BehindPart, BehindRecord } from '../../billing/chargeback/behind-record.ts'
import { recordTitle } from '../../billing/chargeback/record.ts'
import { minus, readDecimal, writeDecimal } from '../../billing/decimal.ts'
import type { Renderer } from '../renderer.ts'
import { counted } from '../text/counted.ts'
import { type Column, layOut } from '../text/table.ts'
import { visible } from '../text/visible.ts'
import { hang } from '../text/wrap.ts'
import { joinSections, type Page, pageOf } from './page.ts'

const COLUMNS: readonly Column[] = [{ align: 'left', shrinksTo: 20 }, { align: 'right' }, { align: 'right' }]

/** The lines of the bill behind a record, with all digits, so that they can be added up again. */
export const terminalBehindRecord: Renderer<BehindRecord> = (behind, options) => {
  const page = pageOf(options)
  const { record, currency, total, rows, through, otherResources: others } = behind
  const amount = amountDigits(record.amount)
  const rest: readonly BehindPart[] =
    others.count === 0 ? [] : [{ ...others, name: `${counted(others.count, 'other')}` }]
  return joinSections([
    [
      page.style.strong(`${amount} ${visible(currency)}: ${visible(recordTitle(record))}`),
      page.style.quiet(visible(record.id)),
    ],
    hang('', visible(sentence(behind, amount)), page.width),
    part('By service', behind.services, page),
    part('By resource', [...behind.resources, ...rest], page),
    part('By day', behind.days, page),
    [
      page.style.heading(
        `${writeDecimal(total)} ${visible(currency)} in ${counted(rows, 'charge')}${through ? `, of which this record is ${amount}` : ''}`,
      ),
    ],
  ])
}

function sentence({ record, total, through }: BehindRecord, amount: string): string {
  if (record.correction)
    return `It corrects ${record.correction.of ?? 'a closed period'} by ${amount}. The charges are those of both, as the bill has them now.`
  if (through) return `A part of a pool. ${through.methodology}`
  const rounding = minus(readDecimal(amount)!, total)
  return rounding === 0n
    ? 'The charges are the record, to the last digit.'
    : `The charges come to ${writeDecimal(total)}; the record is rounded by ${writeDecimal(rounding)}.`
}

function part(title: string, of: readonly BehindPart[], page: Page): readonly string[] {
  if (of.length === 0) return []
  const rows = of.map(({ name, amount, rows: count }) =>
    [name ?? '(not said)', counted(count, 'charge'), writeDecimal(amount)].map((text) => ({
      text: visible(text),
    })),
  )
  return [page.style.heading(title), ...layOut(COLUMNS, rows, page.width).lines]
}
