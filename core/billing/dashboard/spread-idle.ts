import { splitByWeights } from '../../attribution/largest-remainder.ts'
import { add, sum, type Usd, ZERO } from '../../domain/money.ts'
import type { Fact, FactOwner } from './facts.ts'

interface Carrier {
  readonly of: FactOwner
  /** What its tags name, by period. */
  readonly direct: readonly Usd[]
}

/** What is idle, by who would carry it: in proportion to direct costs of the same period. Nothing where there are none. */
export function spreadIdle(facts: readonly Fact[]): readonly Fact[] {
  const carriers = carriersOf(facts)
  if (carriers.length === 0) return []
  return facts.filter(({ kind }) => kind === 'idle').flatMap((fact) => spread(fact, carriers))
}

function spread(idle: Fact, carriers: readonly Carrier[]): readonly Fact[] {
  const last = idle.periods.length - 1
  const weightsIn = (period: number) => carriers.map(({ direct }) => BigInt(Math.max(0, direct[period]!)))
  const now = weightsIn(last)
  const days = idle.days.map((amount) => split(amount, now))
  const before = idle.periods.slice(0, -1).map((amount, at) => split(amount, weightsIn(at)))
  return carriers.flatMap(({ of }, at): Fact[] => {
    const own = days.map((parts) => parts[at]!)
    const periods = [...before.map((parts) => parts[at]!), sum(own)]
    if ([...own, ...periods].every((amount) => amount === ZERO)) return []
    const { service } = idle.of
    return [
      {
        of: { ...of, ...(service !== undefined && { service }) },
        kind: 'idle',
        isSpread: true,
        days: own,
        periods,
      },
    ]
  })
}

/** A period in which nobody has a direct cost leaves it with nobody: then with the first, so that no money is lost. */
function split(amount: Usd, weights: readonly bigint[]): readonly Usd[] {
  const sign = amount < 0 ? -1 : 1
  const parts = splitByWeights(Math.abs(amount) as Usd, weights)
  if (parts) return parts.map((part) => (sign * part || 0) as Usd)
  return weights.map((_, at) => (at === 0 ? amount : ZERO))
}

function carriersOf(facts: readonly Fact[]): readonly Carrier[] {
  const found = new Map<string, { readonly of: FactOwner; readonly direct: Usd[] }>()
  for (const { kind, of, periods } of facts) {
    if (kind !== 'direct') continue
    const { team, model, project, costCenter } = of
    const key = JSON.stringify([team, model])
    const named = { team, model, project, costCenter }
    const known = Object.entries(named).filter(([, value]) => value !== undefined)
    const carrier = found.get(key) ?? { of: Object.fromEntries(known), direct: periods.map(() => ZERO) }
    for (const [at, amount] of periods.entries()) carrier.direct[at] = add(carrier.direct[at]!, amount)
    found.set(key, carrier)
  }
  return [...found.values()]
}
