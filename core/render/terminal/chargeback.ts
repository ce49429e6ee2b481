import { amountDigits } from '../../billing/chargeback/amount-digits.ts'
import { categoryText } from '../../billing/chargeback/cost-category.ts'
import { periodName } from '../../billing/chargeback/period-name.ts'
import type { Chargeback, ChargebackRecord, RecordStatus } from '../../billing/chargeback/record.ts'
import { writeDecimal } from '../../billing/decimal.ts'
import { signOf } from '../../domain/currency.ts'
import { sum } from '../../domain/money.ts'
import { grouped } from '../amounts/amount.ts'
import type { Renderer } from '../renderer.ts'
import { counted } from '../text/counted.ts'
import { type Cell, type Column, layOut } from '../text/table.ts'
import { visible } from '../text/visible.ts'
import { hang } from '../text/wrap.ts'
import { joinSections, type Page, pageOf } from './page.ts'

const NAME: Column = { align: 'left', shrinksTo: 10 }
const MONEY: Column = { align: 'right' }

const TITLES: Readonly<Record<RecordStatus, string>> = {
  showback: 'Shown to teams, not billed',
  chargeback: 'Charged to teams',
  retained: 'Stays with who pays the bill',
  unassigned: "Nobody's",
}

/** The records of a period, and what they add up to. */
export const terminalChargeback: Renderer<Chargeback> = (chargeback, options) => {
  const page = pageOf(options)
  const { records, currency, cost, total, state, notes, period } = chargeback
  const money = (record: ChargebackRecord) => amountText(amountDigits(record.amount), currency)
  return joinSections([
    [
      page.style.strong(
        `${periodName(period)}: ${counted(records.length, 'record')}, ${amountText(amountDigits(total), currency)}`,
      ),
      page.style.quiet(
        `${cost} cost in ${visible(currency)}${state === undefined ? '' : `, the period is ${state} in the ledger`}`,
      ),
    ],
    ...(['chargeback', 'showback', 'retained', 'unassigned'] as const).map((status) =>
      part(
        status,
        records.filter((record) => record.status === status),
        currency,
        money,
        page,
      ),
    ),
    notes.flatMap((note) => hang('note: ', visible(note), page.width)),
  ])
}

function part(
  status: RecordStatus,
  records: readonly ChargebackRecord[],
  currency: string,
  money: (record: ChargebackRecord) => string,
  page: Page,
): readonly string[] {
  if (records.length === 0) return []
  const rows = records.map((record): readonly Cell[] =>
    [
      record.targetTeam ?? '(nobody)',
      record.model ?? '',
      `${categoryText(record.category)}${record.correction === undefined ? '' : ', corrected'}`,
      ...unitCells(record),
      money(record),
    ].map((text) => ({ text: visible(text) })),
  )
  const all = amountText(amountDigits(sum(records.map(({ amount }) => amount))), currency)
  const head = ['team', 'model', 'category', 'units', 'rate', 'amount'].map(
    (text): Cell => ({ text, style: page.style.quiet }),
  )
  return [
    page.style.heading(`${TITLES[status]}: ${all}`),
    ...layOut([NAME, NAME, NAME, MONEY, MONEY, MONEY], [head, ...rows], page.width).lines,
  ]
}

const MOST_DECIMALS = 2
const RATE_DIGITS = 4

/** Shortened for the eye; the records have all digits. */
function unitCells({ units }: ChargebackRecord): readonly [string, string] {
  if (units.kind === 'none') return ['', '']
  const [whole = '', fraction = ''] = writeDecimal(units.units).split('.')
  const shown = fraction === '' ? grouped(whole) : `${grouped(whole)}.${fraction.slice(0, MOST_DECIMALS)}`
  return [`${shown} ${units.unit}`, String(Number(Number(units.rate).toPrecision(RATE_DIGITS)))]
}

/** `$1,234.50` */
function amountText(digits: string, currency: string): string {
  const isNegative = digits.startsWith('-')
  const [whole = '', cents = ''] = digits.replace('-', '').split('.')
  return `${isNegative ? '−' : ''}${signOf(currency)}${grouped(whole)}.${cents}`
}
