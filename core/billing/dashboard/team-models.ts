import { SHARED_MODEL } from '../../config/catalogue.ts'
import { sum, type Usd } from '../../domain/money.ts'
import type { BillAllocation, BillAllocationKind } from '../allocate-bill.ts'
import { groupBy } from '../group-by.ts'
import type { ModelLine } from '../report/bill-report.ts'

/** What it carries of each model; what the model buys is told to the team whose it is. */
export function teamModels(
  allocations: readonly BillAllocation[],
  lines: readonly ModelLine[],
  team: string,
): readonly ModelLine[] {
  const known = new Map(lines.map((line) => [line.model, line]))
  return [...groupBy(allocations, ({ owner }) => owner.model)]
    .map(([model, of]): ModelLine => {
      const line = known.get(model)
      const isItsOwn = model !== undefined && model !== SHARED_MODEL && line?.team === team
      const amountIn = (kinds: readonly BillAllocationKind[]) =>
        amountOf(of.filter(({ kind }) => kinds.includes(kind)))
      return {
        model,
        team,
        amount: amountOf(of),
        direct: amountIn(['direct', 'untagged']),
        shared: amountIn(['shared']),
        phases: [...groupBy(of, ({ owner }) => owner.phase)].map(([name, some]) => ({
          name,
          amount: amountOf(some),
        })),
        value: isItsOwn ? line.value : undefined,
        predictions: isItsOwn ? line.predictions : undefined,
        economics: isItsOwn ? line.economics : undefined,
      }
    })
    .sort((a, b) => b.amount - a.amount || ((a.model ?? '') < (b.model ?? '') ? -1 : 1))
}

const amountOf = (allocations: readonly BillAllocation[]): Usd => sum(allocations.map(({ amount }) => amount))
