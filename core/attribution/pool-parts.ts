import type { PoolMethod, SharedPool } from '../config/shared-pools.ts'
import { sum, type Usd, ZERO } from '../domain/money.ts'
import type { Consumer } from './consumers.ts'
import { splitByWeights, weightOf } from './largest-remainder.ts'

/** How a pool's money falls: its parts, what its owner keeps, and what nobody is given. They add up to the pool. */
export interface PoolParts {
  /** One for each consumer. */
  readonly parts: readonly Usd[]
  readonly kept: Usd
  readonly unallocated: Usd
  /** Why some of it is given to nobody. */
  readonly because: string | undefined
}

/** Some consumers that are given one part together; nobody where a rule names what is not there. */
interface Share {
  readonly weight: bigint
  readonly members: readonly number[]
}

/** Splits what a pool costs among those who may carry it. */
export function partsOf(pool: SharedPool, amount: Usd, consumers: readonly Consumer[]): PoolParts {
  const { method, to } = pool
  const none = consumers.map(() => ZERO)
  if (method.kind === 'keep') return { parts: none, kept: amount, unallocated: ZERO, because: undefined }
  const among = consumers.flatMap((consumer, at) => (!to || to.has(consumer.team) ? [at] : []))
  if (method.kind === 'flat') return flatParts(method.perTeam, amount, consumers, among)
  const shares = sharesOf(method, consumers, among)
  const amounts = splitByWeights(
    amount,
    shares.map(({ weight }) => weight),
  )
  if (!amounts) return { parts: none, kept: ZERO, unallocated: amount, because: BECAUSE_NOBODY[method.kind] }
  const parts: Usd[] = [...none]
  let unallocated = ZERO
  for (const [at, { members }] of shares.entries()) {
    if (members.length === 0) unallocated = sum([unallocated, amounts[at]!])
    else give(parts, amounts[at]!, members, consumers)
  }
  const because =
    unallocated === ZERO
      ? undefined
      : method.kind === 'fixed'
        ? 'the percentages leave it to nobody, or to a name that has no costs and is not in the catalogue'
        : 'it is used by a name that has no costs and is not in the catalogue'
  return { parts, kept: ZERO, unallocated, because }
}

const BECAUSE_NOBODY: Readonly<Record<Exclude<PoolMethod['kind'], 'keep' | 'flat'>, string>> = {
  even: 'there is no team to carry it',
  fixed: 'the percentages give it to nobody',
  'direct-cost': 'no team has direct costs',
  'model-count': 'there is no model to carry it',
  usage: 'nobody uses it',
  'pod-requests': 'no pod with a known owner and cost runs there',
}

function sharesOf(
  method: Exclude<PoolMethod, { kind: 'flat' }>,
  consumers: readonly Consumer[],
  among: readonly number[],
): readonly Share[] {
  const each = (weight: (consumer: Consumer) => bigint): readonly Share[] =>
    among.map((at) => ({ weight: weight(consumers[at]!), members: [at] }))
  switch (method.kind) {
    case 'even':
      return [...teamsAmong(consumers, among).values()].map((members) => ({ weight: 1n, members }))
    case 'direct-cost':
      return each(({ direct }) => BigInt(direct))
    case 'model-count':
      return each(({ model }) => (model === undefined ? 0n : 1n))
    case 'pod-requests':
      return each(({ pods }) =>
        BigInt(method.cluster === undefined ? sum(pods.values()) : (pods.get(method.cluster) ?? ZERO)),
      )
    case 'usage':
      return named(method.metric.quantities, consumers, among)
    case 'fixed': {
      const shares = named(method.percent, consumers, among)
      const rest = weightOf(100) - shares.reduce((total, { weight }) => total + weight, 0n)
      return rest > 0n ? [...shares, { weight: rest, members: [] }] : shares
    }
    case 'keep':
      return []
    default:
      return method satisfies never
  }
}

/** By the names of models, or else of teams, in the order of the names. */
function named(
  quantities: ReadonlyMap<string, number>,
  consumers: readonly Consumer[],
  among: readonly number[],
): readonly Share[] {
  const teams = teamsAmong(consumers, among)
  const models = new Map<string, number[]>()
  for (const at of among) {
    const { model } = consumers[at]!
    if (model !== undefined) models.set(model, [...(models.get(model) ?? []), at])
  }
  return [...quantities]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, quantity]) => ({
      weight: weightOf(quantity),
      members: models.get(name) ?? teams.get(name) ?? [],
    }))
}

/** A fee from each team, never more than there is; the rest stays where it is. */
function flatParts(
  perTeam: Usd,
  amount: Usd,
  consumers: readonly Consumer[],
  among: readonly number[],
): PoolParts {
  const parts: Usd[] = consumers.map(() => ZERO)
  const teams = [...teamsAmong(consumers, among).values()]
  const fees = Math.min(perTeam * teams.length, amount) as Usd
  const each = splitByWeights(
    fees,
    teams.map(() => 1n),
  )
  for (const [at, members] of teams.entries()) give(parts, each![at]!, members, consumers)
  return { parts, kept: (amount - sum(parts)) as Usd, unallocated: ZERO, because: undefined }
}

function teamsAmong(consumers: readonly Consumer[], among: readonly number[]): ReadonlyMap<string, number[]> {
  const teams = new Map<string, number[]>()
  for (const at of among) {
    const { team } = consumers[at]!
    const members = teams.get(team)
    if (members) members.push(at)
    else teams.set(team, [at])
  }
  return teams
}

/** Among those who are given a part together, by their direct costs; evenly where they have none. */
function give(parts: Usd[], amount: Usd, members: readonly number[], consumers: readonly Consumer[]): void {
  const within =
    splitByWeights(
      amount,
      members.map((at) => BigInt(consumers[at]!.direct)),
    ) ??
    splitByWeights(
      amount,
      members.map(() => 1n),
    )!
  for (const [index, at] of members.entries()) parts[at] = sum([parts[at]!, within[index]!])
}
