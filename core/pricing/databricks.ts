import { block, number, type Read, string } from '../domain/reads.ts'
import { azureMachines, marketOf } from './azure-machine.ts'
import { byUse } from './by-use.ts'
import { linkedResource, readFrom } from './linked-resource.ts'
import { assumption, counted, omitted, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

const DATABRICKS = 'Azure Databricks'

/** How a cluster is declared, on its own and in a job. */
export const CLUSTER = {
  node_type_id: string(),
  driver_node_type_id: string(),
  num_workers: number(0),
  autoscale: block({ min_workers: number(0), max_workers: number(0) }),
  azure_attributes: block({ availability: string('ON_DEMAND_AZURE') }),
}

/** DBUs of a kind of work, which no source tells for a machine: how many are used, only a usage file can say. */
export function* dbus(work: 'all_purpose' | 'jobs', context: PricingContext): Generator<Part> {
  const description = `${work === 'jobs' ? 'Jobs' : 'All-purpose'} compute DBUs`
  yield assumption('the workspace is of the premium tier')
  yield* byUse(
    {
      description,
      serviceName: DATABRICKS,
      key: `monthly_${work === 'jobs' ? 'jobs' : 'all_purpose'}_compute_dbu_hrs`,
      unit: 'DBU-hours',
      sku: `databricks/dbu/${work}/premium`,
      pricingUnit: 'DBUs',
      chargedBy: 'DBU, of which each machine uses so many an hour',
    },
    context,
  )
}

/** The machines of a cluster: workers, and a driver of the same type where no other is named. */
export function* clusterMachines(cluster: Read<typeof CLUSTER>, context: PricingContext): Generator<Part> {
  const pool = linkedResource(context, 'launches', 'instance pool')
  const pooled =
    pool.kind === 'known' && pool.value ? readFrom(pool.value, { node_type_id: string() }) : undefined
  const size = cluster.node_type_id ?? (pooled?.kind === 'known' ? pooled.value.node_type_id : undefined)
  if (size === undefined) {
    const because = [pool, pooled].find((reading) => reading?.kind === 'unknown')
    yield omitted(
      'unknown',
      'Machines',
      because?.kind === 'unknown' ? because.because : '`node_type_id` is not set',
    )
    return
  }
  const driver = cluster.driver_node_type_id ?? size
  const { autoscale, num_workers } = cluster
  const workers = autoscale?.min_workers ?? num_workers
  const spot = /^SPOT/.test(cluster.azure_attributes?.availability ?? '')
  if (autoscale) yield assumption('clusters stay at `min_workers`')
  const machine = { system: 'linux', serviceName: 'Virtual Machines' } as const
  yield* azureMachines({ ...machine, noun: 'Driver', size: driver, market: 'on-demand', count: 1 }, context)
  if (spot) yield assumption(`of ${counted(workers, 'worker')}, none is on demand`)
  const scaling = autoscale && { low: autoscale.min_workers, high: autoscale.max_workers }
  if (workers > 0 || scaling)
    yield* azureMachines(
      {
        ...machine,
        noun: 'Workers',
        size,
        market: marketOf(spot ? 'Spot' : 'Regular'),
        count: workers,
        scaling,
      },
      context,
    )
}
