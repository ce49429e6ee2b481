import { maybe, string } from '../../domain/reads.ts'
import { tableOf } from '../../domain/table-of.ts'
import { poolNodes } from '../kubernetes/pool-nodes.ts'
import { extra, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

/** What the API server costs by tier; the provider called the second one `Paid` before. */
const TIERS: Readonly<Record<string, string>> = tableOf({
  Standard: 'standard_tier',
  Paid: 'standard_tier',
  Premium: 'premium_tier',
})

// https://azure.microsoft.com/pricing/details/kubernetes-service/
export const azurermKubernetesCluster = pricer(
  {
    type: 'azurerm_kubernetes_cluster',
    reads: { sku_tier: maybe(string('Free')) },
  },
  function* ({ sku_tier: tier }, context) {
    yield* poolNodes(context, 'Virtual Machines')
    if (tier.kind === 'unknown')
      yield extra({ kind: 'unknown', description: 'Cluster tier', because: tier.because, extra: true })
    else if (tier.value !== 'Free')
      yield extra(
        hourly({
          description: `Cluster, ${tier.value} tier`,
          serviceName: 'Azure Kubernetes Service',
          sku: `aks/${TIERS[tier.value] ?? tier.value.toLowerCase()}`,
        }),
      )
  },
)
