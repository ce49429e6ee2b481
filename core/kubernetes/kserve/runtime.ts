import { isMapping, type Value } from '../../domain/value.ts'
import { field, itemsOf, textAt } from '../field.ts'
import type { Manifest } from '../manifest.ts'
import type { KindContext } from '../pods/pod-group.ts'

/** Predictors of before `model:`, which name their framework as the key. */
const FRAMEWORKS = [
  'sklearn',
  'xgboost',
  'lightgbm',
  'pytorch',
  'tensorflow',
  'onnx',
  'triton',
  'huggingface',
  'paddle',
  'pmml',
]

/** What a predictor serves: `model:`, or the key of a framework. Undefined for containers of one's own. */
export interface ServedModel {
  /** It holds the `resources` of the serving container. */
  readonly value: Value
  readonly format: string | undefined
  readonly runtime: string | undefined
}

export function servedModel(predictor: Value): ServedModel | undefined {
  const model = field(predictor, 'model')
  if (isMapping(model) || model.kind === 'unknown')
    return {
      value: model,
      format: textAt(model, 'modelFormat', 'name'),
      runtime: textAt(model, 'runtime'),
    }
  for (const format of FRAMEWORKS) {
    const value = field(predictor, format)
    if (isMapping(value)) return { value, format, runtime: undefined }
  }
  return undefined
}

const NAMESPACED = 'serving.kserve.io/ServingRuntime'
const OF_CLUSTER = 'serving.kserve.io/ClusterServingRuntime'

/**
 * The runtime that a model names or, where it names none, the one that KServe picks for its format: of the namespace
 * before the cluster's, by priority. As text why there is none.
 */
export function runtimeOf(model: ServedModel, { manifest, surroundings }: KindContext): Manifest | string {
  const { runtime, format } = model
  if (runtime !== undefined)
    return (
      surroundings.find(NAMESPACED, runtime, manifest.namespace) ??
      surroundings.find(OF_CLUSTER, runtime, undefined) ??
      `runtime ${runtime} is not in the repository`
    )
  for (const type of [NAMESPACED, OF_CLUSTER]) {
    const [best] = surroundings
      .all(type)
      .filter(({ namespace }) => type === OF_CLUSTER || isSame(namespace, manifest.namespace))
      .flatMap((candidate) => {
        const priority = priorityFor(candidate, format)
        return priority === undefined ? [] : [{ candidate, priority }]
      })
      .sort((a, b) => b.priority - a.priority || (a.candidate.name < b.candidate.name ? -1 : 1))
    if (best) return best.candidate
  }
  return `no runtime for model format ${format ?? 'unknown'} is in the repository`
}

/** Where a namespace is written on one side only, whoever applies it may mean the same. */
function isSame(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b
}

function priorityFor({ value }: Manifest, format: string | undefined): number | undefined {
  const spec = field(value, 'spec')
  if (format === undefined || textAt(spec, 'disabled') === 'true') return undefined
  for (const supported of itemsOf(field(spec, 'supportedModelFormats')).items)
    if (textAt(supported, 'name') === format && textAt(supported, 'autoSelect') === 'true')
      return Number(textAt(supported, 'priority') ?? 0)
  return undefined
}
