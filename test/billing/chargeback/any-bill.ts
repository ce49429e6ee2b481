import fc from 'fast-check'
import { type Decimal, writeDecimal } from '../../../core/billing/decimal.ts'
import { charge } from './story.ts'

const maybe = (...words: string[]) => fc.option(fc.constantFrom(...words), { nil: undefined })

/** Charges of any owner, kind and amount, fractions of a millionth and credits among them. */
export const anyBill = fc.array(
  fc
    .record({
      team: maybe('fraud-ml', 'search-ml', 'new/team'),
      model: maybe('fraud_xgb_v7', 'rank_v2', 'shared', 'a b'),
      phase: maybe('training', 'inference', 'monitoring', 'tax'),
      resource: maybe('i-01', 'i-02'),
      unit: maybe('Hours', 'GB-Months'),
      category: fc.constantFrom('Usage', 'Tax', 'Credit', 'Purchase'),
      commitment: maybe('Used', 'Unused'),
      day: fc.constantFrom('2026-10-01', '2026-10-02'),
      amount: fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
      quantity: fc.bigInt({ min: 0n, max: 10n ** 16n }),
    })
    .map(({ amount, quantity, ...by }) =>
      charge(writeDecimal(amount as Decimal), by, writeDecimal(quantity as Decimal)),
    ),
  { maxLength: 25 },
)
