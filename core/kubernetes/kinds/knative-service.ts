import { known } from '../../domain/reads.ts'
import { textOf } from '../field.ts'
import { clamp, countOf, fixedCount, movingCount, unlimited } from '../pods/pod-count.ts'
import { podGroup } from '../pods/pod-group.ts'
import { type PodTemplate, podTemplate } from '../pods/pod-template.ts'
import { workloadKind } from '../workload-kind.ts'

// https://knative.dev/docs/serving/autoscaling/scale-bounds/
export const knativeService = workloadKind(
  {
    type: 'serving.knative.dev/Service',
    versions: ['v1'],
    pods: '`spec.template`',
    count:
      'annotations `autoscaling.knative.dev/min-scale` (0) to `max-scale` (no limit) of the template; at first `initial-scale` (1)',
    reads: { template: podTemplate },
  },
  function* ({ template }, context) {
    const count = template ? scale(template) : fixedCount(known(1))
    if (count.low.kind === 'known' && count.low.value === 0)
      yield 'it scales to zero when nobody asks it: it is counted as running'
    yield podGroup({ template, count }, context)
  },
)

function scale(template: PodTemplate) {
  const low = annotation(template, 'min-scale', 'minScale', 0)
  const high = annotation(template, 'max-scale', 'maxScale', 0)
  const first = annotation(template, 'initial-scale', 'initialScale', 1)
  if (low.kind === 'unknown') return fixedCount(low)
  if (high.kind === 'unknown') return fixedCount(high)
  if (first.kind === 'unknown') return fixedCount(first)
  const most = high.value === 0 ? Number.POSITIVE_INFINITY : Math.max(high.value, low.value)
  const now = known(clamp(Math.max(first.value, 1), low.value, most))
  const limit = high.value === 0 ? unlimited('no `autoscaling.knative.dev/max-scale` is set') : high
  return movingCount(low, now, limit, "Knative's autoscaler")
}

/** Also under the name that it had before. */
function annotation({ annotations }: PodTemplate, name: string, older: string, fallback: number) {
  const { entries, open } = annotations
  const key = `autoscaling.knative.dev/${name}`
  const written = entries.get(key) ?? entries.get(`autoscaling.knative.dev/${older}`) ?? open
  if (!written) return known(fallback)
  const value = textOf(written) === '' ? ({ kind: 'null' } as const) : written
  const reading = countOf(fallback)(value, key)
  return reading.kind === 'known' ? reading.value : reading
}
