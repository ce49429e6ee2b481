import { number, string } from '../../domain/reads.ts'
import { tableOf } from '../../domain/table-of.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const TIERS: Readonly<Record<string, string>> = tableOf({
  basic: 'basic',
  standard: 'standard_s1',
  standard2: 'standard_s2',
  standard3: 'standard_s3',
  storage_optimized_l1: 'storage_optimized_l1',
  storage_optimized_l2: 'storage_optimized_l2',
})

// https://azure.microsoft.com/pricing/details/search/
export const azurermSearchService = pricer(
  {
    type: 'azurerm_search_service',
    reads: { sku: string(''), replica_count: number(1), partition_count: number(1) },
  },
  function* ({ sku, replica_count, partition_count }) {
    if (sku === 'free') return
    const tier = TIERS[sku]
    if (!tier) {
      yield omitted('unpriced', 'Search units', `no price for the tier "${sku}"`)
      return
    }
    yield hourly({
      description: `Search units (${sku}), ${replica_count} × ${partition_count}`,
      serviceName: 'Azure AI Search',
      sku: `ai_search/${tier}`,
      count: replica_count * partition_count,
    })
  },
)
