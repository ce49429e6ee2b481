import type { Config } from '../config/config.ts'
import { type Charge, costOfCharge, type Estimate } from '../domain/estimate.ts'
import { sum, type Usd } from '../domain/money.ts'
import type { Resource } from '../domain/resource.ts'
import { fileAndLine } from '../source/source-file.ts'
import type { BilledLines } from '../tags/billed-tags.ts'
import type { CheckedBill } from '../tags/check-tags.ts'
import type { ResourceGraph } from '../topology/resource-graph.ts'
import { valueAt } from '../topology/value-at.ts'

/** The lines of the bill with the charges that are theirs: what no line takes by its SKU is the main one's. */
export function costedLines(lines: BilledLines, estimate: Estimate): CheckedBill['lines'] {
  const charges = estimate.kind === 'priced' ? estimate.charges : []
  const isOf = ({ skuId }: Charge, sku: string | undefined) => sku !== undefined && skuId.startsWith(sku)
  const others = lines.slice(1)
  return lines.map((line, index) => {
    const own = charges.filter((charge) =>
      index === 0 ? !others.some(({ sku }) => isOf(charge, sku)) : isOf(charge, line.sku),
    )
    const cost: Usd = sum(own.map(costOfCharge))
    return { ...line, cost }
  })
}

/** Why AWS does not show a tag on the bill, by its key, as `ascribe.yml` and the project's own resources say it. */
export function activation(
  { resources }: ResourceGraph,
  { attribution: { costAllocationTags } }: Config,
): (key: string) => string | undefined {
  const inactive = new Map<string, string>()
  for (const resource of resources)
    if (resource.type === 'aws_ce_cost_allocation_tag') {
      const key = valueAt(resource.attributes, 'tag_key')
      const status = valueAt(resource.attributes, 'status')
      if (key.kind === 'string' && status.kind === 'string' && status.value === 'Inactive')
        inactive.set(key.value, inactiveBy(resource))
    }
  return (key) =>
    inactive.get(key) ??
    (costAllocationTags && !costAllocationTags.has(key)
      ? 'it is not among "cost-allocation-tags" of ascribe.yml. activate it for cost allocation, and add it'
      : undefined)
}

function inactiveBy({ address, range }: Resource): string {
  return `${address} (${fileAndLine(range)}) has it inactive. set its \`status\` to "Active"`
}
