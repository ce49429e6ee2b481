import { extra, hourly, omitted, type Part } from '../part.ts'
import { pricer } from '../pricer.ts'
import { block, bool, number, string } from '../reads.ts'

const DEFAULT_INSTANCE_TYPE = 'm4.large.search'

// https://aws.amazon.com/opensearch-service/pricing/
export const awsOpensearchDomain = pricer(
  {
    type: 'aws_opensearch_domain',
    reads: {
      cluster_config: block({
        instance_type: string(DEFAULT_INSTANCE_TYPE),
        instance_count: number(1),
        dedicated_master_enabled: bool(false),
        dedicated_master_type: string(DEFAULT_INSTANCE_TYPE),
        dedicated_master_count: number(3),
        warm_enabled: bool(false),
      }),
      ebs_options: block({ ebs_enabled: bool(false) }),
    },
  },
  function* ({ cluster_config: cluster, ebs_options }) {
    yield nodes('Data nodes', cluster?.instance_type ?? DEFAULT_INSTANCE_TYPE, cluster?.instance_count ?? 1)
    if (cluster?.dedicated_master_enabled)
      yield nodes('Dedicated masters', cluster.dedicated_master_type, cluster.dedicated_master_count)
    if (cluster?.warm_enabled)
      yield extra(omitted('unpriced', 'Warm nodes', 'UltraWarm nodes are not priced yet'))
    if (ebs_options?.ebs_enabled)
      yield extra(omitted('unpriced', 'Storage', 'the price book holds no OpenSearch storage prices'))
  },
)

/** `r6g.large.search` is the SKU `opensearch/r6g.large/search`. */
function nodes(name: string, instanceType: string, count: number): Part {
  return hourly({
    description: `${name} (${instanceType})`,
    serviceName: 'Amazon OpenSearch Service',
    sku: `opensearch/${instanceType.replace(/\.search$/, '/search')}`,
    count,
  })
}
