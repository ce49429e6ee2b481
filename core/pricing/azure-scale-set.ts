import { block, blocks, number, type Read } from '../domain/reads.ts'
import { type AzureMachines, azureMachines, dataDisks, type MACHINE_DISKS, osDisks } from './azure-machine.ts'
import { readFrom } from './linked-resource.ts'
import { assumption, extras, type Part, type Scaling } from './part.ts'
import type { PricingContext } from './pricer.ts'

const AUTOSCALE = {
  profile: blocks({ capacity: block({ default: number(), minimum: number(), maximum: number() }) }),
}

/** How far the autoscale setting that points at a resource moves it; undefined where none does or its bounds are unknown. */
export function azureAutoscaling({ graph, resource }: PricingContext): Scaling | undefined {
  for (const setting of graph.sources(resource, 'scales')) {
    const read = readFrom(setting, AUTOSCALE)
    if (read.kind === 'unknown') continue
    const bounds = read.value.profile.flatMap((profile) =>
      profile.kind === 'known' && profile.value.capacity ? [profile.value.capacity] : [],
    )
    const lows = bounds.flatMap(({ minimum }) => (minimum === undefined ? [] : [minimum]))
    const highs = bounds.flatMap(({ maximum }) => (maximum === undefined ? [] : [maximum]))
    if (lows.length > 0 && highs.length > 0) return { low: Math.min(...lows), high: Math.max(...highs) }
  }
  return undefined
}

type ScaleSet = Pick<AzureMachines, 'size' | 'market' | 'system' | 'count'>

/** The machines of a scale set with their disks; an autoscale setting says how many there may be. */
export function* scaleSetParts(
  set: ScaleSet,
  { os_disk, data_disk }: Read<typeof MACHINE_DISKS>,
  context: PricingContext,
): Generator<Part> {
  const scaling = azureAutoscaling(context)
  yield assumption('scale sets stay at the number of machines that they start with')
  yield* azureMachines({ noun: 'Virtual machines', ...set, scaling }, context)
  const place = { count: set.count, scaling, rate: 'while-running' } as const
  yield* extras(osDisks(os_disk, set.system !== 'linux', place))
  yield* extras(dataDisks(data_disk, place))
}
