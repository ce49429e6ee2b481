import { type Readers, readAll, unknownBecause } from '../domain/reads.ts'
import { isMapping } from '../domain/value.ts'
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
  },
  groups: (spec: T, context: KindContext) => Iterable<PodGroup | string>,
): WorkloadKind {
  const { reads, ...words } = declaration
  return {
    ...words,
    workload(context) {
      const { manifest } = context
      const spec = field(manifest.value, 'spec')
      const read = isMapping(spec)
        ? readAll(spec, reads, 'spec.')
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
