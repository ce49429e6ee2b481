import type { Reading } from '../../domain/reads.ts'
import { isMapping, list, number, object, string, unknown, type Value } from '../../domain/value.ts'
import { field, itemsOf, textAt } from '../field.ts'
import { overlaid } from '../overlaid.ts'
import { mappingAt, merged, type PodTemplate } from '../pods/pod-template.ts'
import { sparkMebibytes, withOverhead } from './spark-memory.ts'

/** By the language: what Python and R need lies outside the JVM. */
const OVERHEAD_JVM = 0.1
const OVERHEAD_OTHERS = 0.4

/** The pod of a driver or an executor, which is written as Spark's settings rather than as a pod spec. */
export function sparkPod(spec: Value, part: 'driver' | 'executor' | 'server'): PodTemplate {
  const own = field(spec, part)
  if (own.kind === 'unknown') return { ...templateOf(own), spec: own }
  const setting = settings(spec, part === 'server' ? 'driver' : part)
  const container = object(
    new Map<string, Value>([
      ['name', string('spark')],
      ['resources', resources(own, part, setting, overheadFactor(spec, setting))],
    ]),
  )
  const podSpec = new Map<string, Value>([
    ['containers', list([container, ...itemsOf(field(own, 'sidecars')).items])],
    ['nodeSelector', overlaid(field(spec, 'nodeSelector'), field(own, 'nodeSelector'))],
  ])
  for (const key of ['initContainers', 'affinity', 'tolerations']) podSpec.set(key, field(own, key))
  const template = field(own, 'template')
  return {
    ...templateOf(own),
    labels: merged(mappingAt(template, 'metadata', 'labels'), mappingAt(own, 'labels')),
    annotations: merged(mappingAt(template, 'metadata', 'annotations'), mappingAt(own, 'annotations')),
    spec: underTemplate(field(template, 'spec'), object(podSpec)),
  }
}

const templateOf = (own: Value) => ({
  range: own.origins?.[0],
  labels: mappingAt(own, 'labels'),
  annotations: mappingAt(own, 'annotations'),
})

/** Spark sets the resources of its container whatever a template says of them, and keeps the template's others. */
function underTemplate(template: Value, own: Value): Value {
  if (!isMapping(template)) return own
  const others = itemsOf(field(template, 'containers')).items.slice(1)
  const containers = list([...itemsOf(field(own, 'containers')).items, ...others])
  return overlaid(template, {
    ...(own as typeof template),
    entries: new Map([...(own as typeof template).entries, ['containers', containers]]),
  })
}

type Setting = (key: string) => string | undefined

/** A setting of `sparkConf`, which holds where the operator's own field is not written. */
function settings(spec: Value, part: string): Setting {
  return (key) =>
    textAt(spec, 'sparkConf', `spark.${part}.${key}`) ??
    textAt(spec, 'sparkConf', `spark.kubernetes.${part}.${key}`)
}

function resources(own: Value, part: string, setting: Setting, factor: number): Value {
  const cores =
    textAt(own, 'coreRequest') ?? setting('request.cores') ?? textAt(own, 'cores') ?? setting('cores') ?? '1'
  const coreLimit = textAt(own, 'coreLimit') ?? setting('limit.cores')
  const gpu = field(own, 'gpu')
  const [gpuName, gpuCount] = [textAt(gpu, 'name'), textAt(gpu, 'quantity')]
  const memory = inBytes(memoryOf(own, part, setting, factor))
  const limits = new Map<string, Value>([['memory', memory]])
  if (coreLimit !== undefined) limits.set('cpu', string(coreLimit))
  if (gpuName !== undefined && gpuCount !== undefined) limits.set(gpuName, string(gpuCount))
  const requests = new Map<string, Value>([
    ['cpu', string(cores)],
    ['memory', memory],
  ])
  return object(
    new Map([
      ['limits', object(limits)],
      ['requests', object(requests)],
    ]),
  )
}

function memoryOf(own: Value, part: string, setting: Setting, factor: number): Reading<number> {
  const memory = textAt(own, 'memory') ?? setting('memory') ?? '1g'
  const overhead = textAt(own, 'memoryOverhead') ?? setting('memoryOverhead')
  return withOverhead(
    sparkMebibytes(memory, `spec.${part}.memory`),
    overhead === undefined ? undefined : sparkMebibytes(overhead, `spec.${part}.memoryOverhead`),
    factor,
  )
}

/** Shares of a JVM's memory; what is no number leaves Spark's own. */
function overheadFactor(spec: Value, setting: Setting): number {
  const written =
    textAt(spec, 'memoryOverheadFactor') ??
    setting('memoryOverheadFactor') ??
    textAt(spec, 'sparkConf', 'spark.kubernetes.memoryOverheadFactor')
  const factor = Number(written ?? Number.NaN)
  if (factor >= 0) return factor
  return /^(?:python|r)$/i.test(textAt(spec, 'type') ?? '') ? OVERHEAD_OTHERS : OVERHEAD_JVM
}

function inBytes(mebibytes: Reading<number>): Value {
  return mebibytes.kind === 'known' ? number(mebibytes.value * 2 ** 20) : unknown(mebibytes.because)
}
