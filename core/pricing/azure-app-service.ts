import { string } from '../domain/reads.ts'
import { tableOf } from '../domain/table-of.ts'
import { azureAutoscaling } from './azure-scale-set.ts'
import { byUse } from './by-use.ts'
import { linkedResource, readFrom } from './linked-resource.ts'
import { assumption, hourly, mapScaling, omitted, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

const FUNCTIONS = 'Azure Functions'

/** Sizes of Elastic Premium: vCPUs, GiB of memory. */
const ELASTIC: Readonly<Record<string, readonly [vcpus: number, memoryGiB: number]>> = tableOf({
  EP1: [1, 3.5],
  EP2: [2, 7],
  EP3: [4, 14],
})

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

/** Executions on a consumption plan; on any other, its machines are what is charged. */
export function* functionApp(context: PricingContext): Generator<Part> {
  const linked = linkedResource(context, 'runsOn', 'plan')
  if (linked.kind === 'unknown') {
    yield omitted('unknown', 'Executions', linked.because)
    return
  }
  if (!linked.value) return
  const plan = readFrom(linked.value, { sku_name: string('') })
  if (plan.kind === 'unknown') {
    yield omitted('unknown', 'Executions', plan.because)
    return
  }
  if (plan.value.sku_name !== 'Y1') return
  yield* byUse(
    {
      description: 'Executions',
      serviceName: FUNCTIONS,
      key: 'monthly_executions',
      unit: 'executions',
      sku: 'azure/functions/requests',
      pricingUnit: 'Requests',
      chargedBy: 'execution',
    },
    context,
  )
  yield* byUse(
    {
      description: 'Execution time',
      serviceName: FUNCTIONS,
      key: 'monthly_gb_seconds',
      unit: 'GB-seconds',
      sku: 'azure/functions/execution',
      pricingUnit: 'GB-Seconds',
      chargedBy: 'GB and second of execution',
    },
    context,
  )
}
