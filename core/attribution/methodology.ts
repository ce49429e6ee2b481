import type { SharedPool } from '../config/shared-pools.ts'
import { type CurrencyCode, signOf } from '../domain/currency.ts'
import { toDollars } from '../domain/money.ts'

/** How a pool is split, in a sentence for the report, and which earlier pools have what it matches too. */
export function methodologyOf(pool: SharedPool, overlaps: readonly string[], currency: CurrencyCode): string {
  const { name, reviewed } = pool
  const agreed = reviewed === undefined ? '' : `, reviewed ${reviewed.date}`
  const elsewhere =
    overlaps.length === 0 ? '' : ` What it matches too is in ${overlaps.join(', ')}, which comes first.`
  return `${name} is ${howOf(pool, currency)}${agreed}.${elsewhere}`
}

function howOf({ method, to }: SharedPool, currency: CurrencyCode): string {
  const whom = to ? [...to].sort().join(', ') : undefined
  const among = (what: string) => whom ?? what
  switch (method.kind) {
    case 'even':
      return `split evenly among ${among('the teams')}, within a team by its models' direct costs`
    case 'fixed':
      return `split by fixed percentages: ${[...method.percent].map(([of, percent]) => `${of} ${percent} %`).join(', ')}`
    case 'direct-cost':
      return `split among ${among('the teams')} in proportion to direct costs`
    case 'model-count':
      return `split among ${among('the teams')} by the number of their models`
    case 'usage':
      return `split by ${method.metric.unit} of each ${method.metric.by} (${method.path})`
    case 'pod-requests':
      return `split by what the pods ${method.cluster === undefined ? 'of every cluster' : `in ${method.cluster}`} request`
    case 'flat':
      return `charged to ${among('each team')} at a flat ${signOf(currency)}${toDollars(method.perTeam)} a month; the rest stays with its own team`
    case 'keep':
      return 'kept by the team that runs it'
    default:
      return method satisfies never
  }
}
