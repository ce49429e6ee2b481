import type { Problem } from '../../source/problem.ts'
import { joinPath, resolvePath, type SourceTree } from '../../source/source-tree.ts'
import type { Manifest, ManifestSet } from '../manifest.ts'
import { manifestOf } from '../read-manifests.ts'
import { accumulated, finished } from './build.ts'
import { type BuildSources, buildSources, type NotRead } from './build-sources.ts'
import type { Layer } from './layer.ts'
import { kustomizationPath } from './read-kustomization.ts'
import { type RememberedKustomizations, rememberedKustomizations } from './units.ts'
import { itemsBelow, textOf } from './value-edits.ts'

/** What the kustomizations of a tree give. */
export interface Kustomizations {
  /** One for each that no other takes as a base or component; `id` is its folder. */
  readonly sets: readonly ManifestSet[]
  /** Every file that a kustomization is or reads: none of them is a loose manifest. */
  readonly files: ReadonlySet<string>
  readonly problems: readonly Problem[]
  /** Remote bases, plugins and charts: named, never fetched or run. */
  readonly notRead: readonly NotRead[]
}

const SKIPPED = new Set(['node_modules', 'vendor'])

/**
 * Builds the kustomizations below a folder as `kustomize build` would. Time is linear in what they read and make: a base
 * of many overlays is built once. `sources` and `remembered` are of one memory; it knows this time's afterwards.
 */
export function kustomizations(
  tree: SourceTree,
  below: string,
  sources: BuildSources = buildSources(tree),
  remembered: RememberedKustomizations = rememberedKustomizations(),
): Kustomizations {
  const directories = findKustomizations(tree, below).filter(
    (directory) => sources.layer(directory)?.isComponent === false,
  )
  const taken = new Set(directories.flatMap((directory) => basesOf(sources.layer(directory)!)))
  const sets: ManifestSet[] = []
  // What nobody reached from a root goes around in a circle: it is built from wherever it is met first.
  for (const isRoot of [true, false])
    for (const directory of directories)
      if (isRoot ? !taken.has(directory) : !sources.reached.has(directory))
        sets.push(oneKustomization(directory, sources, remembered))
  remembered.units = sources.built
  remembered.layers = sources.layers
  return {
    sets,
    files: new Set(sources.files()),
    problems: sources.problems(),
    notRead: sources.notReads(),
  }
}

function oneKustomization(
  directory: string,
  sources: BuildSources,
  remembered: RememberedKustomizations,
): ManifestSet {
  const parts = accumulated(directory, sources)
  const reports = sources.reports()
  const manifests = remembered.finished.get(parts) ?? finished(parts, sources).flatMap(toManifest)
  if (sources.reports() === reports) remembered.finished.set(parts, manifests)
  return { id: directory || '.', kind: 'kustomization', manifests }
}

function toManifest({
  value,
  range,
}: {
  value: Manifest['value']
  range: Manifest['range']
}): readonly Manifest[] {
  const manifest = manifestOf(value)
  return manifest ? [{ ...manifest, range }] : []
}

function basesOf(layer: Layer): readonly string[] {
  return ['resources', 'bases'].flatMap((key) =>
    itemsBelow(layer.value, key).flatMap((item) => resolvePath(layer.directory, textOf(item) ?? '') ?? []),
  )
}

function findKustomizations(tree: SourceTree, below: string): readonly string[] {
  const found: string[] = []
  const open = [below]
  for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
    if (kustomizationPath(tree, directory) !== undefined) found.push(directory)
    for (const { kind, name } of tree.list(directory))
      if (kind === 'directory' && !name.startsWith('.') && !SKIPPED.has(name))
        open.push(joinPath(directory, name))
  }
  return found.sort()
}
