import { bool, number, type Read, type Reading, string } from '../domain/reads.ts'
import { extra, extras, hourly, type Meter, monthly, omitted, type Part } from './part.ts'

const OPENSEARCH = 'Amazon OpenSearch Service'

/** The arguments of a domain's `cluster_config`, `fallback` being the type where none is set. */
export function domainCluster(fallback: string) {
  return {
    instance_type: string(fallback),
    instance_count: number(1),
    dedicated_master_enabled: bool(false),
    dedicated_master_type: string(fallback),
    dedicated_master_count: number(3),
    warm_enabled: bool(false),
    warm_type: string(),
    warm_count: number(0),
  }
}

export const DOMAIN_DISKS = {
  ebs_enabled: bool(false),
  volume_type: string('gp2'),
  volume_size: number(),
  iops: number(),
  throughput: number(),
}

/** gp3 includes as many. */
const GP3_THROUGHPUT = 125

/** A domain's nodes and their disks. https://aws.amazon.com/opensearch-service/pricing/ */
export function* domainParts(
  written: Read<ReturnType<typeof domainCluster>> | undefined,
  defaultType: string,
  disks: Reading<Read<typeof DOMAIN_DISKS> | undefined>,
): Generator<Part> {
  yield nodes('Data nodes', written?.instance_type ?? defaultType, written?.instance_count ?? 1)
  if (written?.dedicated_master_enabled)
    yield nodes('Dedicated masters', written.dedicated_master_type, written.dedicated_master_count)
  if (written?.warm_enabled) {
    if (written.warm_type === undefined)
      yield extra(omitted('unknown', 'Warm nodes', '`cluster_config.warm_type` is not set'))
    else yield extra(nodes('Warm nodes', written.warm_type, written.warm_count))
  }
  yield* extras(storage(disks, written?.instance_count ?? 1))
}

/** Each data node has a volume. */
function* storage(disks: Reading<Read<typeof DOMAIN_DISKS> | undefined>, nodeCount: number): Generator<Part> {
  if (disks.kind === 'unknown') {
    yield omitted('unknown', 'Storage', disks.because)
    return
  }
  if (!disks.value?.ebs_enabled) return
  const { volume_type: type, volume_size: size, iops, throughput } = disks.value
  if (size === undefined) {
    yield omitted('unknown', 'Storage', '`ebs_options.volume_size` is not set')
    return
  }
  const each = (description: string, sku: string, count: number, pricingUnit: string) =>
    monthly({ description, serviceName: OPENSEARCH, sku, count: count * nodeCount, pricingUnit })
  yield each(
    `Storage, ${size} GiB ${type} for each data node`,
    `opensearch/storage/${type}`,
    size,
    'GB-Months',
  )
  if (type === 'io1' && iops) yield each('Provisioned IOPS', 'opensearch/iops/io1', iops, 'IOPS-Months')
  if (type === 'gp3' && throughput && throughput > GP3_THROUGHPUT)
    yield each('MiB/s above 125', 'opensearch/throughput/gp3', throughput - GP3_THROUGHPUT, 'MiBps-Months')
}

/** `r6g.large.search` and `r6g.large.elasticsearch` are the SKU `opensearch/r6g.large/search`. */
function nodes(name: string, instanceType: string, count: number): Meter {
  return hourly({
    description: `${name} (${instanceType})`,
    serviceName: OPENSEARCH,
    sku: `opensearch/${instanceType.replace(/\.(?:elastic)?search$/, '/search')}`,
    count,
  })
}
