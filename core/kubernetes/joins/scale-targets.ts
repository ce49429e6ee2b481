import { known, type Reading } from '../../domain/reads.ts'
import type { PodCount } from '../../domain/workload.ts'
import { field, textAt } from '../field.ts'
import type { Manifest } from '../manifest.ts'
import { groupOf, objectType } from '../object-type.ts'
import { clamp, countOf, fixedCount, movingCount } from '../pods/pod-count.ts'

export const HPA = 'autoscaling/HorizontalPodAutoscaler'
export const SCALED_OBJECT = 'keda.sh/ScaledObject'

/** What moves the number of pods of another object. */
export interface Scaler {
  /** As messages call it: `HorizontalPodAutoscaler serving/scorer`. */
  readonly name: string
  readonly low: Reading<number>
  readonly high: Reading<number>
}

/** Type and name of what a scaler scales; undefined where it names nothing. */
export function scaleTarget(manifest: Manifest): { type: string; name: string } | undefined {
  const target = field(manifest.value, 'spec', 'scaleTargetRef')
  const name = textAt(target, 'name')
  const isKeda = objectType(manifest) === SCALED_OBJECT
  const kind = textAt(target, 'kind') ?? (isKeda ? 'Deployment' : undefined)
  if (!name || !kind) return undefined
  const apiVersion =
    textAt(target, 'apiVersion') ?? (kind === 'Deployment' || kind === 'StatefulSet' ? 'apps/v1' : '')
  return { type: objectType({ apiVersion, kind }), name }
}

const scalers = new WeakMap<Manifest, Scaler>()

/** What an object does as a scaler, always the same one. */
export function scalerOf(manifest: Manifest): Scaler {
  const known = scalers.get(manifest) ?? readScaler(manifest)
  scalers.set(manifest, known)
  return known
}

function readScaler(manifest: Manifest): Scaler {
  const { kind, namespace, name, value, apiVersion } = manifest
  const spec = field(value, 'spec')
  const called = `${kind} ${namespace ? `${namespace}/` : ''}${name}`
  if (groupOf(apiVersion) === 'keda.sh') {
    const low = read(spec, 'minReplicaCount', 0)
    const idle = read(spec, 'idleReplicaCount', undefined)
    // https://keda.sh/docs/latest/reference/scaledobject-spec/#idlereplicacount
    const lowest = idle.kind === 'known' && idle.value !== undefined ? known(idle.value) : low
    return { name: called, low: lowest, high: read(spec, 'maxReplicaCount', 100) }
  }
  return { name: called, low: read(spec, 'minReplicas', 1), high: read(spec, 'maxReplicas', 1) }
}

function read(spec: ReturnType<typeof field>, key: string, fallback: number): Reading<number>
function read(spec: ReturnType<typeof field>, key: string, fallback: undefined): Reading<number | undefined>
function read(spec: ReturnType<typeof field>, key: string, fallback: number | undefined) {
  const reading = countOf(fallback as number)(field(spec, key), `spec.${key}`)
  return reading.kind === 'known' ? reading.value : reading
}

/** How many replicas run: as written, or as a scaler moves them from there. */
export function replicasWith(scaler: Scaler | undefined, replicas: Reading<number>): PodCount {
  if (!scaler) return fixedCount(replicas)
  const { low, high } = scaler
  const now =
    low.kind === 'known' && high.kind === 'known' && replicas.kind === 'known'
      ? known(clamp(replicas.value, low.value, Math.max(low.value, high.value)))
      : low.kind === 'unknown'
        ? low
        : replicas
  return movingCount(low, now, high, scaler.name)
}
