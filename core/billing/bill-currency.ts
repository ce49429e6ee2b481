import { ConfigurationError } from '../domain/configuration-error.ts'
import type { ChargeGroup } from './group-query.ts'

export const NO_CURRENCY = 'unknown'

/** The currency asked for, or the only one that there is: two have no sum. */
export function currencyOf(groups: readonly ChargeGroup[], asked: string | undefined): string {
  const rowsBy = currenciesOf(groups)
  const one = asked ?? theOnly(rowsBy)
  if (!rowsBy.has(one))
    throw new ConfigurationError(`there is no charge in ${one}. expected ${[...rowsBy.keys()].join(' or ')}`)
  return one
}

/** With how many rows of the export each. */
export function currenciesOf(groups: readonly ChargeGroup[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  for (const { by, rows: count } of groups) {
    const name = by.currency ?? NO_CURRENCY
    rows.set(name, (rows.get(name) ?? 0) + count)
  }
  return rows
}

function theOnly(currencies: ReadonlyMap<string, number>): string {
  const [first, ...others] = [...currencies.keys()].sort()
  if (first === undefined) throw new ConfigurationError('the bill has no charges in this period')
  if (others.length > 0)
    throw new ConfigurationError(
      `the bill has charges in ${[first, ...others].join(' and ')}. expected one currency: name it with --currency`,
    )
  return first
}
