import { type Reading, unknownBecause } from '../../domain/reads.ts'
import type { PodCount, PodGroup, PodRequest, Runs, VolumeClaim, Workload } from '../../domain/workload.ts'
import { claimedDevices } from '../joins/devices.ts'
import { containerDefaults } from '../joins/limit-range.ts'
import type { Surroundings } from '../joins/surroundings.ts'
import type { Manifest } from '../manifest.ts'
import { nodeSelection } from './node-selection.ts'
import { fixedCount } from './pod-count.ts'
import { podRequest } from './pod-request.ts'
import { NO_LABELS, type PodTemplate } from './pod-template.ts'

/** The object that is read, and those around it. */
export interface KindContext {
  readonly manifest: Manifest
  readonly surroundings: Surroundings
  /** What an object written within this one asks for; undefined where it has no pods. */
  workloadOf(manifest: Manifest): Workload | undefined
}

export interface PodGroupParts {
  readonly role?: string
  readonly template: PodTemplate | undefined
  readonly count: PodCount
  readonly runs?: Runs
  readonly claims?: readonly VolumeClaim[]
  /** Where it is not what the containers of the template ask for. */
  readonly request?: Reading<PodRequest>
}

const ALWAYS: Runs = { kind: 'always' }

/** Pods of one template, with everything that can be read from it. */
export function podGroup(parts: PodGroupParts, { manifest, surroundings }: KindContext): PodGroup {
  const { role = '', template, count, runs = ALWAYS, claims = [] } = parts
  if (!template) return { ...unknownGroup('it has no pod template', manifest, role), count, runs, claims }
  const { spec } = template
  const request = () => {
    const defaults = containerDefaults(manifest, surroundings)
    const claimed = claimedDevices(spec, manifest, surroundings)
    return podRequest(spec, { ...claimed, ...(defaults && { defaults }) })
  }
  return {
    role,
    range: template.range ?? manifest.range,
    labelled: template.labelled,
    count,
    runs,
    request: parts.request ?? request(),
    selection: nodeSelection(spec),
    labels: template.labels,
    annotations: template.annotations,
    claims,
  }
}

/** Pods of which nothing can be known. */
export function unknownGroup(because: string, manifest: Manifest, role = ''): PodGroup {
  const nothing = unknownBecause(because)
  return {
    role,
    range: manifest.range,
    count: fixedCount(nothing),
    runs: ALWAYS,
    request: nothing,
    selection: { requirements: [], tolerations: [], open: because },
    labels: { ...NO_LABELS, open: { kind: 'unknown', because } },
    annotations: { ...NO_LABELS, open: { kind: 'unknown', because } },
    claims: [],
  }
}
