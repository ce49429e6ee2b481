import type { Reader } from '../../domain/reads.ts'
import { known, unknownBecause } from '../../domain/reads.ts'
import { isMapping, type MappingValue, object, type Value } from '../../domain/value.ts'
import type { Range } from '../../source/source-file.ts'
import { field } from '../field.ts'

/** What pods are made of. */
export interface PodTemplate {
  /** Undefined where the template was made rather than written. */
  readonly range: Range | undefined
  /** The mapping whose `metadata.labels` its labels are, where there is one to write further ones to. */
  readonly labelled?: Range | undefined
  readonly labels: MappingValue
  readonly annotations: MappingValue
  /** The pod spec; unknown where it is. */
  readonly spec: Value
}

/** A `template` with its own `metadata` and `spec`; undefined where there is none. */
export const podTemplate: Reader<PodTemplate | undefined> = (value, name) => {
  if (value.kind === 'null') return known(undefined)
  if (value.kind === 'unknown') return unknownBecause(`\`${name}\` is unknown: ${value.because}`)
  if (!isMapping(value)) return unknownBecause(`\`${name}\` is a ${value.kind}, expected a pod template`)
  return known(templateOf(value))
}

export function templateOf(value: Value): PodTemplate {
  return {
    range: value.origins?.[0],
    labelled: value.origins?.[0],
    labels: mappingAt(value, 'metadata', 'labels'),
    annotations: mappingAt(value, 'metadata', 'annotations'),
    spec: field(value, 'spec'),
  }
}

export const NO_LABELS: MappingValue = object(new Map())

/** A mapping that is open where what stands there is unknown, and empty where nothing does. */
export function mappingAt(value: Value, ...path: readonly string[]): MappingValue {
  const found = field(value, ...path)
  if (isMapping(found)) return found
  return found.kind === 'unknown' ? { ...NO_LABELS, open: found } : NO_LABELS
}

/** Both together, where the second wins. */
export function merged(under: MappingValue, over: MappingValue): MappingValue {
  if (under.entries.size === 0 && !under.open) return over
  if (over.entries.size === 0 && !over.open) return under
  const open = over.open ?? under.open
  const both = object(new Map([...under.entries, ...over.entries]))
  return open ? { ...both, open } : both
}

/** A pod spec without metadata: its pods have no labels of their own. */
export const bareTemplate = (spec: Value): PodTemplate => ({
  range: spec.origins?.[0],
  labels: NO_LABELS,
  annotations: NO_LABELS,
  spec,
})

/** A value as it is written, for what has too many shapes to be read field by field. */
export const asWritten: Reader<Value> = (value) => known(value)
