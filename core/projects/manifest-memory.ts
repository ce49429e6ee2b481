import {
  type ManifestReader,
  type RememberedKustomizations,
  type ResourceMaker,
  rememberedKustomizations,
  rememberedManifests,
  rememberedResources,
} from '../kubernetes/index.ts'
import type { LoadedProject } from '../terraform/index.ts'
import type { OpenedProject } from './open-project.ts'

/** What was read of a tree's manifests the last time. */
export interface ManifestMemory {
  readonly readFile: ManifestReader
  readonly kustomized: RememberedKustomizations
  readonly makeResource: ResourceMaker
  /** The project of the last time, where it has the same resources. */
  asBefore(folder: string, loaded: LoadedProject): OpenedProject | undefined
  /** The projects of this time. */
  keep(projects: readonly OpenedProject[]): void
}

export function manifestMemory(): ManifestMemory {
  let known = new Map<string, OpenedProject>()
  return {
    readFile: rememberedManifests(),
    kustomized: rememberedKustomizations(),
    makeResource: rememberedResources(),
    asBefore(folder, loaded) {
      const before = known.get(loaded.id)
      const isSame =
        before?.folder === folder &&
        areSame(before.loaded.resources, loaded.resources) &&
        areSame(before.loaded.assumptions, loaded.assumptions)
      return isSame ? before : undefined
    },
    keep(projects) {
      known = new Map(projects.map((project) => [project.loaded.id, project]))
    },
  }
}

function areSame<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
