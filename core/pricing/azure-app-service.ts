import { azureAutoscaling } from './azure-scale-set.ts'
import { assumption, hourly, mapScaling, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

export const FUNCTIONS = 'Azure Functions'

/** Sizes of Elastic Premium: vCPUs, GiB of memory. */
const ELASTIC: Readonly<Record<string, readonly [vcpus: number, memoryGiB: number]>> = {
  EP1: [1, 3.5],
  EP2: [2, 7],
  EP3: [4, 14],
}

export interface AppServicePlan {
  readonly size: string
  readonly windows: boolean
  readonly workers: number
}

/** The machines of an App Service plan; apps that share them are not charged themselves. */
export function* appServicePlan(
  { size, windows, workers }: AppServicePlan,
  context: PricingContext,
): Generator<Part> {
  // Free; and where each function's run is what is charged.
  if (/^(?:F1|Y1|FC1)$/i.test(size)) return
  const scaling = azureAutoscaling(context)
  const elastic = ELASTIC[size.toUpperCase()]
  if (elastic) {
    const [vcpus, memoryGiB] = elastic
    for (const [what, units, pricingUnit] of [
      ['vcpu', vcpus, 'vCPU-Hours'],
      ['memory', memoryGiB, 'GB-Hours'],
    ] as const)
      yield hourly({
        description: `Instances (${size}), ${what === 'vcpu' ? 'vCPUs' : 'memory'}`,
        serviceName: FUNCTIONS,
        sku: `azure/functions/premium/${what}`,
        pricingUnit,
        count: workers * units,
        scaling: scaling && mapScaling(scaling, (count) => count * units),
      })
    yield assumption('elastic plans stay at `worker_count`')
    return
  }
  yield hourly({
    description: `Instances (${size}, ${windows ? 'Windows' : 'Linux'})`,
    serviceName: 'Azure App Service',
    sku: `azure/app_service/${windows ? 'windows' : 'linux'}/${size.toLowerCase()}`,
    count: workers,
    scaling,
  })
}
