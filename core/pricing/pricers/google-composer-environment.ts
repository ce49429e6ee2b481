import { block, number, type Read } from '../../domain/reads.ts'
import { assumption, extras, hourly, mapScaling, omitted, type Part } from '../part.ts'
import { pricer } from '../pricer.ts'

const COMPOSER = 'Cloud Composer'
const LOAD = { cpu: number(0.5), memory_gb: number(1.875), count: number(1) }
const WORKER = { ...LOAD, min_count: number(1), max_count: number() }

// https://cloud.google.com/composer/pricing: what its parts are given, and a fee by its size
export const googleComposerEnvironment = pricer(
  {
    type: 'google_composer_environment',
    reads: {
      config: block({
        workloads_config: block({
          scheduler: block(LOAD),
          triggerer: block(LOAD),
          web_server: block(LOAD),
          worker: block(WORKER),
        }),
      }),
    },
  },
  function* ({ config }) {
    const loads = config?.workloads_config
    if (!loads) {
      yield omitted(
        'unknown',
        'Environment',
        'its size decides what its parts are given: `config.workloads_config` is not set',
      )
      return
    }
    for (const [name, load] of [
      ['Scheduler', loads.scheduler],
      ['Triggerer', loads.triggerer],
      ['Web server', loads.web_server],
    ] as const)
      if (load) yield* part(name, load, load.count)
    if (loads.worker) {
      yield assumption('workers stay at `min_count`')
      yield* part('Workers', loads.worker, loads.worker.min_count, loads.worker.max_count)
    }
    yield* extras([omitted('unpriced', 'Environment fee', 'no price for the fee by environment size')])
  },
)

function* part(
  name: string,
  { cpu, memory_gb }: Read<typeof LOAD>,
  count: number,
  most = count,
): Generator<Part> {
  const scaling = { low: count, high: Math.max(most, count) }
  yield hourly({
    description: `${name}, vCPUs`,
    serviceName: COMPOSER,
    sku: 'composer/vcpu',
    pricingUnit: 'vCPU-Hours',
    count: cpu * count,
    scaling: mapScaling(scaling, (parts) => parts * cpu),
  })
  yield hourly({
    description: `${name}, memory`,
    serviceName: COMPOSER,
    sku: 'composer/memory',
    pricingUnit: 'GB-Hours',
    count: memory_gb * count,
    scaling: mapScaling(scaling, (parts) => parts * memory_gb),
  })
}
