import type { Problem } from '../source/problem.ts'
import type { Range } from '../source/source-file.ts'
import { SourceFile } from '../source/source-file.ts'
import { joinPath, type SourceTree } from '../source/source-tree.ts'
import type { Manifest, ManifestSet } from './manifest.ts'
import { groupOf } from './object-type.ts'
import { readManifests } from './read-manifests.ts'
import type { ManifestReader } from './remembered-manifests.ts'

export interface Discovery {
  /** Folders of plain manifests, by path. */
  readonly sets: readonly ManifestSet[]
  readonly problems: readonly Problem[]
  /** Templates that are no manifests before somebody renders them: with where their first action is. */
  readonly notRendered: readonly NotRendered[]
}

export interface NotRendered {
  readonly path: string
  readonly because: string
  readonly range: Range
}

export interface DiscoverOptions {
  /** Files that something else reads, e.g. a kustomization. */
  readonly isUsed?: (path: string) => boolean
  readonly readFile?: ManifestReader
  /** Folders that are not looked into, e.g. those of Helm charts. */
  readonly isSkipped?: (directory: string) => boolean
}

const YAML = /\.(?:ya?ml|json)$/i
const SKIPPED_FOLDERS = new Set(['node_modules', 'vendor', '__pycache__', 'testdata'])
const CHART = 'Chart.yaml'
/** Deeper trees are nobody's manifests, and links may lead in circles. */
const MAX_DEPTH = 32

/** Groups whose objects no cluster is given: tools read them from the file. */
const FOR_TOOLS =
  /^(?:kustomize\.config\.k8s\.io|kind\.x-k8s\.io|eksctl\.io|skaffold|kubeadm\.k8s\.io|kubelet\.config\.k8s\.io|kubeproxy\.config\.k8s\.io|audit\.k8s\.io|builtin|apiserver\.config\.k8s\.io|config\.k8s\.io|client\.authentication\.k8s\.io|component\.kubebuilder\.io)$/

/**
 * The plain manifests below a folder, one set for each folder that has any. Folders whose names begin with a dot are
 * left out, and so is whatever another reader takes.
 */
export function discoverManifests(
  tree: SourceTree,
  root: string,
  { isUsed = () => false, isSkipped = () => false, readFile = readManifests }: DiscoverOptions = {},
): Discovery {
  const sets: ManifestSet[] = []
  const problems: Problem[] = []
  const notRendered: NotRendered[] = []
  const readFolder = (directory: string, depth: number) => {
    const manifests: Manifest[] = []
    const entries = tree.list(directory)
    for (const { name, kind } of entries) {
      const path = joinPath(directory, name)
      if (kind !== 'file' || !YAML.test(name) || isUsed(path)) continue
      const text = tree.read(path)
      if (text === undefined) continue
      const read = readFile(new SourceFile(path, text))
      problems.push(...read.problems)
      if (read.notRendered)
        notRendered.push({
          path,
          because: 'it is a template that has to be rendered first',
          range: read.notRendered,
        })
      manifests.push(...read.manifests.filter(isForClusters))
    }
    if (manifests.length > 0) sets.push({ id: directory || '.', kind: 'folder', manifests })
    if (depth < MAX_DEPTH)
      for (const { name, kind } of entries) {
        if (kind !== 'directory' || name.startsWith('.') || SKIPPED_FOLDERS.has(name)) continue
        const inner = joinPath(directory, name)
        if (isSkipped(inner)) continue
        const chart = tree.read(joinPath(inner, CHART))
        if (chart === undefined) readFolder(inner, depth + 1)
        else notRendered.push(chartAt(joinPath(inner, CHART), chart))
      }
  }
  readFolder(root, 0)
  return { sets, problems, notRendered }
}

function chartAt(path: string, text: string): NotRendered {
  const range = { source: new SourceFile(path, text), start: 0, end: 0 }
  return { path, because: 'a Helm chart has to be rendered first', range }
}

/** What kubectl applies; a kustomization or a `kind` cluster is a tool's own file. */
export function isForClusters({ apiVersion, kind }: Manifest): boolean {
  const group = groupOf(apiVersion)
  if (group === '' && apiVersion !== 'v1') return false
  return !FOR_TOOLS.test(group) && !(group === '' && (kind === 'Config' || kind === 'Kustomization'))
}
