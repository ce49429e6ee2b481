import { add, sum, type Usd, ZERO } from '../../domain/money.ts'
import type { BillAllocation } from '../allocate-bill.ts'
import { groupBy } from '../group-by.ts'

/** How money runs from the bill to who carries it, from left to right. */
export interface Flows {
  readonly columns: readonly (readonly FlowNode[])[]
  readonly links: readonly FlowLink[]
  /** Money that is given back, such as credits: it runs nowhere, and the links are more than the total by so much. */
  readonly givenBack: Usd
}

export interface FlowNode {
  readonly id: string
  readonly kind: 'bill' | 'direct' | 'shared' | 'untagged' | 'unallocated' | 'apart' | 'carrier' | 'nobody'
  readonly title: string
  readonly amount: Usd
}

export interface FlowLink {
  readonly from: string
  readonly to: string
  readonly amount: Usd
}

/** Carriers that are drawn by themselves. */
const MOST_CARRIERS = 10

interface Carried {
  readonly kind: BillAllocation['kind']
  readonly through: string
  readonly carrier: string | undefined
  readonly amount: Usd
}

/** Bill → direct, shared, untagged, … → team. */
export const billFlows = (allocations: readonly BillAllocation[]): Flows =>
  flowsOf(
    allocations.map(({ kind, owner, amount }) => ({
      kind,
      through: kind,
      carrier: kind === 'apart' || kind === 'unallocated' ? undefined : owner.team,
      amount,
    })),
    'bill',
  )

/** Team → direct, each pool, untagged → model. */
export const teamFlows = (allocations: readonly BillAllocation[], team: string): Flows =>
  flowsOf(
    allocations.map(({ kind, pool, owner, amount }) => ({
      kind,
      through: kind === 'shared' ? `shared: ${pool ?? ''}` : kind,
      carrier: owner.model,
      amount,
    })),
    team,
  )

function flowsOf(all: readonly Carried[], title: string): Flows {
  const carriers = carriersOf(all)
  const parts = [...groupBy(all, ({ through, carrier }) => JSON.stringify([through, carriers(carrier)]))].map(
    ([, of]) => ({
      kind: of[0]!.kind,
      through: of[0]!.through,
      carrier: carriers(of[0]!.carrier),
      amount: sum(of.map(({ amount }) => amount)),
    }),
  )
  const drawn = parts.filter(({ amount }) => amount > ZERO)
  const givenBack = sum(parts.filter(({ amount }) => amount < ZERO).map(({ amount }) => amount))
  const middle = [...groupBy(drawn, ({ through }) => through)]
    .map(([name, of]) => ({ id: `by ${name}`, kind: of[0]!.kind, title: name, amount: totalOf(of) }))
    .sort(dearestFirst)
  const right = [...groupBy(drawn, ({ carrier }) => carrier)]
    .map(
      ([name, of]): FlowNode => ({
        id: name === undefined ? 'nobody' : `to ${name}`,
        kind: name === undefined ? 'nobody' : 'carrier',
        title: name ?? 'nobody',
        amount: totalOf(of),
      }),
    )
    .sort(dearestFirst)
  return {
    columns: [[{ id: 'bill', kind: 'bill', title, amount: totalOf(drawn) }], middle, right],
    links: [
      ...middle.map(({ id, amount }) => ({ from: 'bill', to: id, amount })),
      ...drawn.map(({ through, carrier, amount }) => ({
        from: `by ${through}`,
        to: carrier === undefined ? 'nobody' : `to ${carrier}`,
        amount,
      })),
    ],
    givenBack,
  }
}

/** The dearest by their names, the others as one. */
function carriersOf(all: readonly Carried[]): (carrier: string | undefined) => string | undefined {
  const costs = new Map<string, Usd>()
  for (const { carrier, amount } of all)
    if (carrier !== undefined) costs.set(carrier, add(costs.get(carrier) ?? ZERO, amount))
  const sorted = [...costs].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))
  const kept = new Set(sorted.slice(0, MOST_CARRIERS).map(([name]) => name))
  const others = `${sorted.length - kept.size} others`
  return (carrier) => (carrier === undefined || kept.has(carrier) ? carrier : others)
}

const totalOf = (of: readonly { readonly amount: Usd }[]): Usd => sum(of.map(({ amount }) => amount))

const dearestFirst = (a: FlowNode, b: FlowNode): number => b.amount - a.amount || (a.id < b.id ? -1 : 1)
