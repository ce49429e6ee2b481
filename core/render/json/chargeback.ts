import { categoryText } from '../../billing/chargeback/cost-category.ts'
import { periodName } from '../../billing/chargeback/period-name.ts'
import type { Chargeback } from '../../billing/chargeback/record.ts'
import { writeDecimal } from '../../billing/decimal.ts'
import { toDollars } from '../../domain/money.ts'
import type { Renderer } from '../renderer.ts'
import { printJson } from './document.ts'

/** schema/chargeback.schema.json. Amounts are in units of `currency`; units and rates are decimals as text, as they have more digits than a number. */
export const jsonChargeback: Renderer<Chargeback> = ({ period, records, total, state, keys: _, ...rest }) =>
  printJson({
    ...rest,
    state: state ?? null,
    billingPeriod: periodName(period),
    period,
    total: toDollars(total),
    records: records.map(({ category, units, amount, correction, ...record }) => ({
      ...record,
      sourceTeam: record.sourceTeam ?? null,
      targetTeam: record.targetTeam ?? null,
      model: record.model ?? null,
      costCategory: categoryText(category),
      amount: toDollars(amount),
      correction: correction ? { of: correction.of ?? null, on: correction.on } : null,
      ...(units.kind === 'known'
        ? { units: writeDecimal(units.units), unitType: units.unit, unitRate: units.rate }
        : { units: null, unitType: null, unitRate: null, noUnitsBecause: units.because }),
    })),
  })
