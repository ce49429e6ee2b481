import { known, type Reading } from '../../domain/reads.ts'
import { isMapping, list, object, type StringValue, type Value } from '../../domain/value.ts'
import type { PodGroup, Runs } from '../../domain/workload.ts'
import { SourceFile } from '../../source/source-file.ts'
import { field, itemsOf, textAt } from '../field.ts'
import { overlaid } from '../overlaid.ts'
import { placed } from '../placed.ts'
import { fixedCount, scaledCount, times } from '../pods/pod-count.ts'
import { type KindContext, podGroup } from '../pods/pod-group.ts'
import { mappingAt, merged, type PodTemplate } from '../pods/pod-template.ts'
import { manifestOf, readManifests } from '../read-manifests.ts'
import { untilDone } from '../runs.ts'
import { scopedTemplates } from './scoped-templates.ts'
import { templateRuns } from './template-runs.ts'

type UntilDone = Extract<Runs, { kind: 'to-completion' }>

/** The pods of a workflow's templates, each as often as the way from the entrypoint comes by. */
export function* workflowPods(
  spec: Value,
  context: KindContext,
  more: Partial<UntilDone> = {},
): Generator<PodGroup | string> {
  const { templates, missing } = scopedTemplates(spec, context)
  yield* missing
  const entrypoint = textAt(spec, 'entrypoint')
  const runs = entrypoint === undefined ? undefined : templateRuns(templates, entrypoint)
  if (!runs) yield 'it has no `spec.entrypoint`: each template is counted once'
  for (const [name, { value, scope }] of templates) {
    if (!runs && scope !== '') continue
    const count = runs ? runs.get(name) : known(1)
    if (count) yield* templatePods(name, value, count, spec, context, more)
  }
}

function* templatePods(
  name: string,
  template: Value,
  count: Reading<number>,
  spec: Value,
  context: KindContext,
  more: Partial<UntilDone>,
): Generator<PodGroup | string> {
  const made = field(template, 'resource', 'manifest')
  if (made.kind === 'string') {
    yield* madeObjects(name, made, count, context, more)
    return
  }
  const containers = containersOf(template)
  if (containers.length === 0) return
  if (textAt(template, 'podSpecPatch') !== undefined || textAt(spec, 'podSpecPatch') !== undefined)
    yield `template ${name} has a podSpecPatch, which is not read`
  const runs = untilDone(count, more)
  const pod = podOf(template, containers, spec)
  yield podGroup({ role: name, template: pod, count: fixedCount(count), runs }, context)
}

function containersOf(template: Value): readonly Value[] {
  const single = [field(template, 'container'), field(template, 'script')].filter(isMapping)
  const set = itemsOf(field(template, 'containerSet', 'containers')).items
  const main = [...single, ...set]
  return main.length === 0 ? [] : [...main, ...itemsOf(field(template, 'sidecars')).items]
}

function podOf(template: Value, containers: readonly Value[], spec: Value): PodTemplate {
  const parts = new Map<string, Value>([['containers', list(containers)]])
  parts.set('initContainers', field(template, 'initContainers'))
  parts.set('nodeSelector', overlaid(field(spec, 'nodeSelector'), field(template, 'nodeSelector')))
  parts.set('affinity', overlaid(field(spec, 'affinity'), field(template, 'affinity')))
  const tolerations = [field(spec, 'tolerations'), field(template, 'tolerations')]
  parts.set('tolerations', list(tolerations.flatMap((value) => itemsOf(value).items)))
  const metadata = (key: string) =>
    merged(mappingAt(spec, 'podMetadata', key), mappingAt(template, 'metadata', key))
  return {
    range: template.origins?.[0],
    labels: metadata('labels'),
    annotations: metadata('annotations'),
    spec: object(parts),
  }
}

/** `resource.manifest` is a whole object as a text: a training job, say. */
function* madeObjects(
  name: string,
  made: StringValue,
  count: Reading<number>,
  context: KindContext,
  more: Partial<UntilDone>,
): Generator<PodGroup | string> {
  const range = made.origins?.[0] ?? context.manifest.range
  const source = new SourceFile(range.source.path, made.value)
  const { manifests, problems, notRendered } = readManifests(source)
  if (problems.length > 0 || notRendered) yield `the object that template ${name} makes cannot be read`
  for (const manifest of manifests) {
    const inner = manifestOf(placed(manifest.value, range), range)
    const namespace = manifest.namespace ?? context.manifest.namespace
    const workload = inner && context.workloadOf({ ...inner, namespace })
    if (!workload) continue
    yield* workload.assumptions
    for (const group of workload.podGroups) {
      const role = [name, group.role].filter((part) => part !== '').join(' ')
      const counted = scaledCount(group.count, count)
      yield { ...group, role, range, count: counted, runs: untilDone(times(group.count.now, count), more) }
    }
  }
}
