import type { BillReport } from '../../billing/report/bill-report.ts'
import { signOf } from '../../domain/currency.ts'
import type { Usd } from '../../domain/money.ts'
import { amountText } from '../amounts/amount.ts'

export type Money = (amount: Usd) => string

/** Two signs of dollars in a line would be a formula to GitHub. */
export const safe = (text: string): string => text.replaceAll('$', '&#36;')

/** How amounts of a report are written, in its currency. */
export const moneyOf =
  ({ currency }: Pick<BillReport, 'currency'>): Money =>
  (amount) =>
    safe(amountText(amount, signOf(currency)))
