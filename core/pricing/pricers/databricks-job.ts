import { block, blocks, isSet, type Read, type Reading } from '../../domain/reads.ts'
import { sizeName } from '../azure-machine.ts'
import { byUse } from '../by-use.ts'
import { CLUSTER, dbus } from '../databricks.ts'
import { omitted, type Part } from '../part.ts'
import { type PricingContext, pricer } from '../pricer.ts'

type Cluster = Reading<Read<typeof CLUSTER> | undefined>

// https://azure.microsoft.com/pricing/details/databricks/: DBUs, and the machines besides, while the job runs
export const databricksJob = pricer(
  {
    type: 'databricks_job',
    reads: {
      new_cluster: block(CLUSTER),
      job_cluster: blocks({ new_cluster: block(CLUSTER) }),
      task: blocks({ new_cluster: block(CLUSTER), existing_cluster_id: isSet }),
    },
  },
  function* ({ new_cluster, job_cluster, task }, context) {
    const declared = [...job_cluster, ...task].map(
      (read): Cluster => (read.kind === 'known' ? { kind: 'known', value: read.value.new_cluster } : read),
    )
    let any = false
    for (const cluster of [{ kind: 'known', value: new_cluster } as Cluster, ...declared]) {
      if (cluster.kind === 'unknown') yield omitted('unknown', 'Job cluster', cluster.because)
      else if (cluster.value) yield* whileItRuns(cluster.value, context)
      else continue
      any = true
    }
    // Tasks on a cluster that is there anyway are charged there.
    if (any) yield* dbus('jobs', context)
  },
)

function* whileItRuns(cluster: Read<typeof CLUSTER>, context: PricingContext): Generator<Part> {
  const { node_type_id: size, num_workers, autoscale } = cluster
  if (size === undefined) {
    yield omitted('unknown', 'Job cluster', '`node_type_id` is not set')
    return
  }
  const machines = (autoscale?.min_workers ?? num_workers) + 1
  yield* byUse(
    {
      description: `Job cluster (${machines} × ${size})`,
      serviceName: 'Virtual Machines',
      key: 'monthly_job_hours',
      unit: 'hours that the job runs',
      sku: `azure-vm/linux/${sizeName(context.book, size)}`,
      pricingUnit: 'Hours',
      per: machines,
      chargedBy: 'hour and machine that the job runs',
    },
    context,
  )
}
