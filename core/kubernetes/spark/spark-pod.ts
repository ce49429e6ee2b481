import { type Reading, unknownBecause } from '../../domain/reads.ts'
import {
  isMapping,
  list,
  type MappingValue,
  NULL,
  number,
  object,
  string,
  unknown,
  type Value,
} from '../../domain/value.ts'
import { field, itemsOf, textAt, textOf } from '../field.ts'
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
function underTemplate(template: Value, own: MappingValue): Value {
  if (!isMapping(template)) return template.kind === 'unknown' ? template : own
  const others = itemsOf(field(template, 'containers')).items.slice(1)
  const containers = list([...itemsOf(field(own, 'containers')).items, ...others])
  return overlaid(template, object(new Map([...own.entries, ['containers', containers]])))
}

/** A setting of `sparkConf`, which holds where the operator's own field is not written. */
type Setting = (key: string) => Value

function settings(spec: Value, part: string): Setting {
  const conf = (key: string) => field(spec, 'sparkConf', key)
  return (key) => firstOf(conf(`spark.${part}.${key}`), conf(`spark.kubernetes.${part}.${key}`))
}

/** The first that is written; one that is not known may be written. */
function firstOf(...values: readonly Value[]): Value {
  return values.find(({ kind }) => kind !== 'null') ?? NULL
}

function resources(own: Value, part: string, setting: Setting, factor: number): Value {
  const cores = firstOf(
    field(own, 'coreRequest'),
    setting('request.cores'),
    field(own, 'cores'),
    setting('cores'),
    string('1'),
  )
  const coreLimit = firstOf(field(own, 'coreLimit'), setting('limit.cores'))
  const memory = inBytes(memoryOf(own, part, setting, factor))
  const limits = new Map([
    ['memory', memory],
    ['cpu', coreLimit],
  ])
  const gpu = textAt(own, 'gpu', 'name')
  if (gpu !== undefined) limits.set(gpu, field(own, 'gpu', 'quantity'))
  const requests = new Map([
    ['cpu', cores],
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
  const memory = firstOf(field(own, 'memory'), setting('memory'), string('1g'))
  const overhead = firstOf(field(own, 'memoryOverhead'), setting('memoryOverhead'))
  const read = (value: Value, key: string): Reading<number> =>
    value.kind === 'unknown'
      ? unknownBecause(value.because)
      : sparkMebibytes(textOf(value) ?? '', `spec.${part}.${key}`)
  return withOverhead(
    read(memory, 'memory'),
    overhead.kind === 'null' ? undefined : read(overhead, 'memoryOverhead'),
    factor,
  )
}

/** Shares of a JVM's memory; what is no number leaves Spark's own. */
function overheadFactor(spec: Value, setting: Setting): number {
  const written = firstOf(
    field(spec, 'memoryOverheadFactor'),
    setting('memoryOverheadFactor'),
    field(spec, 'sparkConf', 'spark.kubernetes.memoryOverheadFactor'),
  )
  const factor = Number(textOf(written) ?? Number.NaN)
  if (factor >= 0) return factor
  return /^(?:python|r)$/i.test(textAt(spec, 'type') ?? '') ? OVERHEAD_OTHERS : OVERHEAD_JVM
}

function inBytes(mebibytes: Reading<number>): Value {
  return mebibytes.kind === 'known' ? number(mebibytes.value * 2 ** 20) : unknown(mebibytes.because)
}
