import { type Readers, readAll, unknownBecause } from '../domain/reads.ts'
import { isMapping, type MappingValue } from '../domain/value.ts'
import type { PodGroup, Workload } from '../domain/workload.ts'
import { field } from './field.ts'
import { type KindContext, unknownGroup } from './pods/pod-group.ts'

/** Says where the pods of one kind of object are, and how many. */
export interface WorkloadKind {
  /** `Kind` in the core group, else `group/Kind`. */
  readonly type: string
  readonly versions: readonly string[]
  /** Where its pod specs are, and how many pods it runs: docs/kubernetes.md shows both. */
  readonly pods: string
  readonly count: string
  workload(context: KindContext): Workload
}

/**
 * A kind with pods. `reads` is its documentation, the type of what `groups` gets, and the reason given where the spec
 * is unknown; single fields that may be unknown are read so that the others stay known. `groups` yields the pods, and
 * as texts what the reading stands on.
 */
export function workloadKind<T>(
  declaration: {
    readonly type: string
    readonly versions: readonly string[]
    readonly pods: string
    readonly count: string
    /** What is read below `spec`. */
    readonly reads: Readers<T>
    /** The fields' own names, where they differ from kind to kind. */
    readonly fields?: { readonly [K in keyof T]?: string }
  },
  groups: (spec: T, context: KindContext) => Iterable<PodGroup | string>,
): WorkloadKind {
  const { reads, fields = {}, ...words } = declaration
  return {
    ...words,
    workload(context) {
      const { manifest } = context
      const spec = field(manifest.value, 'spec')
      const read = isMapping(spec)
        ? readAll(renamed(spec, fields), reads, 'spec.')
        : unknownBecause(spec.kind === 'unknown' ? spec.because : '`spec` is missing')
      if (read.kind === 'unknown')
        return { podGroups: [unknownGroup(read.because, manifest)], assumptions: [] }
      const podGroups: PodGroup[] = []
      const assumptions: string[] = []
      for (const part of groups(read.value, context))
        if (typeof part === 'string') assumptions.push(part)
        else podGroups.push(part)
      return { podGroups, assumptions: [...new Set(assumptions)] }
    },
  }
}

/** Under the names that the readers go by. */
function renamed(spec: MappingValue, fields: Readonly<Record<string, string>>): MappingValue {
  const entries = new Map(spec.entries)
  for (const [name, field] of Object.entries(fields)) {
    const value = spec.entries.get(field)
    if (value) entries.set(name, value)
  }
  return { ...spec, entries }
}
