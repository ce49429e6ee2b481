import { block, bool, known, maybe, type Read, type Reading, string } from '../../domain/reads.ts'
import { isMapping, type Value } from '../../domain/value.ts'
import type { PodCount, PodGroup, Runs } from '../../domain/workload.ts'
import { field, textAt } from '../field.ts'
import { clamp, countOf, fixedCount, movingCount, unlimited } from '../pods/pod-count.ts'
import { type KindContext, podGroup } from '../pods/pod-group.ts'
import { sparkPod } from './spark-pod.ts'

/** What is read of a SparkApplication's spec besides its pods, wherever it stands. */
export const SPARK_READS = {
  executor: block({ instances: countOf(undefined) }),
  dynamicAllocation: block({
    enabled: maybe(bool(false)),
    minExecutors: countOf(undefined),
    initialExecutors: countOf(undefined),
    maxExecutors: countOf(undefined),
  }),
  suspend: maybe(bool(false)),
  mode: maybe(string('cluster')),
}

export type SparkSpec = Read<typeof SPARK_READS>

/** A driver and its executors. `runs` says how long, by the number of pods. */
export function* sparkPods(
  spec: SparkSpec,
  written: Value,
  context: KindContext,
  runs: (pods: Reading<number>) => Runs,
): Generator<PodGroup | string> {
  const main = isMapping(field(written, 'server')) ? 'server' : 'driver'
  const one = known(1)
  yield podGroup(
    { role: main, template: sparkPod(written, main), count: fixedCount(one), runs: runs(one) },
    context,
  )
  const count = executors(spec, written)
  yield podGroup(
    { role: 'executor', template: sparkPod(written, 'executor'), count, runs: runs(count.now) },
    context,
  )
}

function executors({ executor, dynamicAllocation }: SparkSpec, written: Value): PodCount {
  const conf = (key: string): Reading<number | undefined> => {
    const text = textAt(written, 'sparkConf', `spark.${key}`)
    return known(text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined)
  }
  const instances = first(executor?.instances, conf('executor.instances'))
  const isDynamic = dynamicAllocation
    ? dynamicAllocation.enabled.kind === 'known' && dynamicAllocation.enabled.value
    : textAt(written, 'sparkConf', 'spark.dynamicAllocation.enabled') === 'true'
  if (!isDynamic) return fixedCount(orElse(instances, 1))
  const least = orElse(first(dynamicAllocation?.minExecutors, conf('dynamicAllocation.minExecutors')), 0)
  const most = first(dynamicAllocation?.maxExecutors, conf('dynamicAllocation.maxExecutors'))
  const initial = first(dynamicAllocation?.initialExecutors, conf('dynamicAllocation.initialExecutors'))
  if (least.kind === 'unknown') return fixedCount(least)
  if (most.kind === 'unknown') return fixedCount(most)
  // Spark starts with the most that any of the three asks for.
  const start = Math.max(least.value, valueOr(initial, 0), valueOr(instances, 0))
  const now = known(clamp(start, least.value, most.value ?? Number.POSITIVE_INFINITY))
  const high =
    most.value === undefined ? unlimited('no `dynamicAllocation.maxExecutors` is set') : known(most.value)
  return movingCount(least, now, high, "Spark's dynamic allocation")
}

type Maybe = Reading<number | undefined>

/** The operator's own field goes before the setting of `sparkConf`: it is handed to spark-submit after it. */
function first(own: Maybe | undefined, conf: Maybe): Maybe {
  return own === undefined || (own.kind === 'known' && own.value === undefined) ? conf : own
}

const orElse = (reading: Maybe, fallback: number): Reading<number> =>
  reading.kind === 'known' ? known(reading.value ?? fallback) : reading
const valueOr = (reading: Maybe, fallback: number): number =>
  reading.kind === 'known' ? (reading.value ?? fallback) : fallback
