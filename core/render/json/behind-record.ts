import type { BehindPart, BehindRecord } from '../../billing/chargeback/behind-record.ts'
import { categoryText } from '../../billing/chargeback/cost-category.ts'
import { writeDecimal } from '../../billing/decimal.ts'
import { toDollars } from '../../domain/money.ts'
import type { Renderer } from '../renderer.ts'
import { printJson } from './document.ts'

/** schema/charges-behind.schema.json. Amounts of charges are decimals as text: they have more digits than cents. */
export const jsonBehindRecord: Renderer<BehindRecord> = (behind) => {
  const { record, period, currency, through, total, rows, otherResources } = behind
  return printJson({
    id: record.id,
    period,
    currency,
    targetTeam: record.targetTeam ?? null,
    model: record.model ?? null,
    costCategory: categoryText(record.category),
    amount: toDollars(record.amount),
    through: through ?? null,
    total: writeDecimal(total),
    charges: rows,
    services: behind.services.map(partJson),
    resources: behind.resources.map(partJson),
    otherResources: {
      count: otherResources.count,
      amount: writeDecimal(otherResources.amount),
      charges: otherResources.rows,
    },
    days: behind.days.map(partJson),
  })
}

const partJson = ({ name, amount, rows }: BehindPart) => ({
  name: name ?? null,
  amount: writeDecimal(amount),
  charges: rows,
})
