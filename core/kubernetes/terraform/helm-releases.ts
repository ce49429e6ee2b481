import type { Resource } from '../../domain/resource.ts'
import { isMapping, isSequence, NULL, type Value } from '../../domain/value.ts'
import type { ChartRenderer, ChartRequest } from '../../source/chart.ts'
import { joinPath, resolvePath, type SourceTree } from '../../source/source-tree.ts'
import { renderedManifests } from '../helm/rendered-manifests.ts'
import { loadManifests } from '../load-manifests.ts'

/** Where a root module's charts are, and what renders them. */
export interface ReleaseSources {
  readonly tree: SourceTree
  /** The root module's folder: a chart's path starts there. */
  readonly folder: string
  readonly renderChart: ChartRenderer
}

/**
 * The objects of a `helm_release` whose chart lies in this tree, each under the release's address; undefined where it
 * cannot be rendered: its chart lies elsewhere, or its values are not known.
 */
export function releaseObjects(
  resource: Resource,
  { tree, folder, renderChart }: ReleaseSources,
): readonly Resource[] | undefined {
  if (resource.type !== 'helm_release') return undefined
  const request = requestOf(resource, tree, folder)
  const result = request && renderChart(request)
  if (!request || result?.kind !== 'rendered') return undefined
  const { manifests } = renderedManifests(result.text, request.chart, tree, resource.range)
  const { address, project, moduleCalls, multiplicity } = resource
  return loadManifests([{ id: project, kind: 'terraform', manifests }]).map((object) => ({
    ...object,
    address: `${address}/${object.address}`,
    moduleCalls,
    multiplicity,
  }))
}

function requestOf(
  { attributes, range, name }: Resource,
  tree: SourceTree,
  folder: string,
): ChartRequest | undefined {
  const text = (key: string) => {
    const value = attributes.entries.get(key)
    return value?.kind === 'string' && !value.sensitive ? value.value : undefined
  }
  const written = text('chart')
  const chart =
    written === undefined || text('repository') !== undefined ? undefined : resolvePath(folder, written)
  if (chart === undefined || tree.read(joinPath(chart, 'Chart.yaml')) === undefined) return undefined
  const values = valuesOf(attributes.entries.get('values') ?? NULL, attributes.entries.get('set') ?? NULL)
  if (values === undefined) return undefined
  const release = text('name') ?? name
  return { chart, release, namespace: text('namespace'), valueFiles: [], values: values || undefined, range }
}

/** One text of YAML for both: `set` goes over `values`. Undefined where they are not known, or are more than one text can say. */
function valuesOf(values: Value, set: Value): string | undefined {
  const texts = isSequence(values) && !values.open ? values.items : values.kind === 'null' ? [] : undefined
  const blocks = isSequence(set) && !set.open ? set.items : set.kind === 'null' ? [] : undefined
  const [text, ...others] = texts ?? []
  // Merging two texts of values, or a path into one, is Helm's own business.
  if (!texts || !blocks || others.length > 0 || (text && blocks.length > 0)) return undefined
  if (text) return text.kind === 'string' && !text.sensitive ? text.value : undefined
  return setText(blocks)
}

type Nested = Map<string, string | Nested>

function setText(blocks: readonly Value[]): string | undefined {
  const root: Nested = new Map()
  for (const block of blocks) {
    const [name, value] = isMapping(block)
      ? [block.entries.get('name'), block.entries.get('value')]
      : [undefined, undefined]
    if (name?.kind !== 'string' || value?.kind !== 'string' || value.sensitive) return undefined
    // Lists and escaped dots are left to who can read them.
    if (!/^[\w-]+(?:\.[\w-]+)*$/.test(name.value)) return undefined
    const steps = name.value.split('.')
    let at = root
    for (const step of steps.slice(0, -1)) {
      const next = at.get(step) ?? new Map()
      if (typeof next === 'string') return undefined
      at.set(step, next)
      at = next
    }
    at.set(steps.at(-1)!, value.value)
  }
  return blocks.length === 0 ? '' : yamlOf(root)
}

/** Plain scalars, so that Helm types them as `--set` does. */
function yamlOf(nested: Nested, indent = ''): string {
  return [...nested]
    .map(([key, value]) =>
      typeof value === 'string'
        ? `${indent}${key}: ${/^[\w.-]*$/.test(value) ? value : JSON.stringify(value)}\n`
        : `${indent}${key}:\n${yamlOf(value, `${indent}  `)}`,
    )
    .join('')
}
