import { daysAfter, daysBetween } from '../../domain/days.ts'
import { subtract, sum, type Usd, ZERO } from '../../domain/money.ts'
import type { CostRow } from '../cost-rows.ts'
import { groupBy } from '../group-by.ts'
import type { PeriodBill } from '../period-bill.ts'
import { forecast } from './forecast.ts'

/** A model whose cost changed from one period to the next, and what of it made the change. */
export interface Mover {
  readonly model: string | undefined
  readonly team: string | undefined
  readonly before: Usd
  readonly after: Usd
  readonly delta: Usd
  /** Phase and service, the largest part of the change first; they add up to it. */
  readonly because: readonly { readonly phase?: string; readonly service?: string; readonly delta: Usd }[]
}

/**
 * The rows of a period before that are of as many days as the period has so far: half a month against a whole one would
 * make everything cheaper. All of them where the period is over.
 */
export function sameDaysOf(before: PeriodBill, { rows, period }: PeriodBill): readonly CostRow[] {
  if (forecast(rows, period) === undefined) return before.rows
  const last = rows.reduce(
    (latest, { day }) => (day !== undefined && day > latest ? day : latest),
    period.from,
  )
  const until = daysAfter(before.period.from, daysBetween(period.from, last) + 1)
  return before.rows.filter(({ day }) => day !== undefined && day < until)
}

const MOST_MOVERS = 10
const MOST_REASONS = 3

/** By the tags of the charges, before anything is shared: sharing would move what nobody moved. */
export function movers(before: readonly CostRow[], after: readonly CostRow[]): readonly Mover[] {
  const key = ({ owner }: CostRow) => JSON.stringify([owner.model ?? null, owner.team ?? null])
  const [old, now] = [groupBy(before, key), groupBy(after, key)]
  const all = [...new Set([...old.keys(), ...now.keys()])].sort()
  return all
    .map((name) => moverOf(old.get(name) ?? [], now.get(name) ?? []))
    .filter(({ delta }) => delta !== ZERO)
    .sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta))
    .slice(0, MOST_MOVERS)
}

function moverOf(before: readonly CostRow[], after: readonly CostRow[]): Mover {
  const { model, team } = (after[0] ?? before[0]!).owner
  const reason = ({ owner, service }: CostRow) => JSON.stringify([owner.phase ?? null, service ?? null])
  const [old, now] = [groupBy(before, reason), groupBy(after, reason)]
  const because = [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((name) => {
      const [phase, service] = JSON.parse(name) as [string | null, string | null]
      return {
        ...(phase !== null && { phase }),
        ...(service !== null && { service }),
        delta: subtract(amountOf(now.get(name)), amountOf(old.get(name))),
      }
    })
    .filter(({ delta }) => delta !== ZERO)
    .sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta))
  const [was, is] = [amountOf(before), amountOf(after)]
  return {
    model,
    team,
    before: was,
    after: is,
    delta: subtract(is, was),
    because: because.slice(0, MOST_REASONS),
  }
}

const amountOf = (rows: readonly CostRow[] = []): Usd => sum(rows.map(({ amount }) => amount))
