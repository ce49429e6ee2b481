import { isMapping, type Value } from '../../domain/value.ts'
import type { ChartRequest } from '../../source/chart.ts'
import { joinPath, resolvePath, type SourceTree } from '../../source/source-tree.ts'
import { discoverManifests } from '../discover.ts'
import { buildEdited } from '../kustomize/build.ts'
import type { BuildSources } from '../kustomize/build-sources.ts'
import { isClusterScoped } from '../kustomize/builtin-kinds.ts'
import { kustomizationPath } from '../kustomize/read-kustomization.ts'
import { itemsBelow, textBelow, textOf, valueBelow, withValueBelow } from '../kustomize/value-edits.ts'
import type { Manifest, ManifestSet } from '../manifest.ts'
import { manifestOf } from '../read-manifests.ts'
import { type Application, kustomizeEdits } from './applications.ts'

export interface DeployedSet {
  readonly kind: 'set'
  readonly set: ManifestSet
  /** Ids of the folders whose manifests these are. */
  readonly covered: readonly string[]
}

export type Deployed = DeployedSet | { readonly kind: 'chart'; readonly request: ChartRequest }

/** What Argo CD makes of a folder, in its own order: a chart, a kustomization, or plain manifests. */
export function deploy(
  application: Application,
  tree: SourceTree,
  sources: BuildSources,
  isUsed: (path: string) => boolean,
): Deployed {
  const { path, source } = application
  if (tree.read(joinPath(path, 'Chart.yaml')) !== undefined)
    return { kind: 'chart', request: chartRequest(application) }
  const layer = kustomizationPath(tree, path) === undefined ? undefined : sources.layer(path)
  if (layer) {
    const objects = buildEdited({ ...layer, value: kustomizeEdits(source, layer.value) }, sources)
    const manifests = objects.flatMap(({ value, range }) => {
      const manifest = manifestOf(value)
      return manifest ? [{ ...manifest, range }] : []
    })
    return setOf(application, 'kustomization', manifests)
  }
  const isRecursive = textBelow(source, 'directory', 'recurse') === 'true'
  // What cannot be read of it is said where the folder is discovered.
  const found = discoverManifests(tree, path, { isUsed, isSkipped: () => !isRecursive })
  const manifests = found.sets.flatMap((set) => set.manifests)
  return { ...setOf(application, 'folder', manifests), covered: found.sets.map(({ id }) => id) }
}

function setOf(
  application: Application,
  kind: ManifestSet['kind'],
  manifests: readonly Manifest[],
): DeployedSet {
  const placed = manifests.map((manifest) => inNamespace(manifest, application.namespace))
  return { kind: 'set', set: { id: application.path || '.', kind, manifests: placed }, covered: [] }
}

/** The destination's namespace is for what names none. */
function inNamespace(manifest: Manifest, namespace: Value | undefined): Manifest {
  const name = textOf(namespace)
  if (!namespace || !name || manifest.namespace || isClusterScoped(manifest.apiVersion, manifest.kind))
    return manifest
  return {
    ...manifest,
    namespace: name,
    value: withValueBelow(manifest.value, ['metadata', 'namespace'], namespace),
  }
}

/** Value files are named from the chart's folder, or from the root with a leading slash. */
function chartRequest({ name, path, source, namespace, range }: Application): ChartRequest {
  const helm = valueBelow(source, 'helm')
  const valueFiles = itemsBelow(helm, 'valueFiles').flatMap((file) => {
    const text = textOf(file) ?? ''
    const resolved = text.startsWith('/') ? resolvePath('', text.slice(1)) : resolvePath(path, text)
    return resolved === undefined || text.startsWith('$') ? [] : [resolved]
  })
  const inline = valueBelow(helm, 'valuesObject')
  return {
    chart: path,
    release: textBelow(helm, 'releaseName') ?? name,
    namespace: textOf(namespace),
    valueFiles,
    values: inline && isMapping(inline) ? JSON.stringify(plain(inline)) : textBelow(helm, 'values'),
    range,
  }
}

function plain(value: Value): unknown {
  if (value.kind === 'object' || value.kind === 'map')
    return Object.fromEntries([...value.entries].map(([key, item]) => [key, plain(item)]))
  if (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set') return value.items.map(plain)
  return 'value' in value ? value.value : null
}
