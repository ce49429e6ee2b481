import { block, bool, maybe, number, type Reading, string } from '../../domain/reads.ts'
import { extra, extras, hourly, monthly, omitted, type Part } from '../part.ts'
import { pricer } from '../pricer.ts'

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
      ebs_options: maybe(
        block({
          ebs_enabled: bool(false),
          volume_type: string('gp2'),
          volume_size: number(),
          iops: number(),
        }),
      ),
    },
  },
  function* ({ cluster_config: cluster, ebs_options }) {
    yield nodes('Data nodes', cluster?.instance_type ?? DEFAULT_INSTANCE_TYPE, cluster?.instance_count ?? 1)
    if (cluster?.dedicated_master_enabled)
      yield nodes('Dedicated masters', cluster.dedicated_master_type, cluster.dedicated_master_count)
    if (cluster?.warm_enabled)
      yield extra(omitted('unpriced', 'Warm nodes', 'UltraWarm nodes are not priced yet'))
    yield* extras(storage(ebs_options, cluster?.instance_count ?? 1))
  },
)

/** Each data node has a volume. */
function* storage(options: Reading<Ebs | undefined>, nodeCount: number): Generator<Part> {
  if (options.kind === 'unknown') {
    yield omitted('unknown', 'Storage', options.because)
    return
  }
  if (!options.value?.ebs_enabled) return
  const { volume_type: type, volume_size: size, iops } = options.value
  if (size === undefined) {
    yield omitted('unknown', 'Storage', '`ebs_options.volume_size` is not set')
    return
  }
  const serviceName = 'Amazon OpenSearch Service'
  const description = `Storage, ${size} GiB ${type} for each data node`
  yield monthly({ description, serviceName, sku: `opensearch/storage/${type}`, count: size * nodeCount })
  if (type === 'io1' && iops)
    yield monthly({
      description: 'Provisioned IOPS',
      serviceName,
      sku: 'opensearch/iops/io1',
      count: iops * nodeCount,
      pricingUnit: 'IOPS-Months',
    })
}

interface Ebs {
  readonly ebs_enabled: boolean
  readonly volume_type: string
  readonly volume_size: number | undefined
  readonly iops: number | undefined
}

/** `r6g.large.search` is the SKU `opensearch/r6g.large/search`. */
function nodes(name: string, instanceType: string, count: number): Part {
  return hourly({
    description: `${name} (${instanceType})`,
    serviceName: 'Amazon OpenSearch Service',
    sku: `opensearch/${instanceType.replace(/\.search$/, '/search')}`,
    count,
  })
}
