import type { ManifestMemory } from '../projects/manifest-memory.ts'
import { manifestProjects } from '../projects/manifest-projects.ts'
import type { OpenedProject } from '../projects/open-project.ts'
import type { PlacedConfig } from '../settings/placed-config.ts'
import type { SourceTree } from '../source/source-tree.ts'
import { type Entry, entryOfSet } from './entry.ts'
import { reads } from './reads.ts'

/** The sets of manifests of a workspace, which are found and read together. */
export interface SetEntries {
  all(): readonly Entry[]
  invalidate(path: string, relisted: readonly string[]): void
  /** What is found is to be found anew: another configuration holds, or other files are read by Terraform. */
  forget(): void
  /** Finds them, where they are not known: those that are not as they were, and those that are gone. */
  settle(found: PlacedConfig): { readonly made: readonly Entry[]; readonly gone: readonly Entry[] }
  /** The sets with another text of a file; undefined where it is in none. */
  tried(tree: SourceTree, path: string, found: PlacedConfig): readonly OpenedProject[] | undefined
}

export interface SetOptions {
  readonly memory: ManifestMemory
  /** Says which files are read by Terraform, and so are no loose manifests. */
  readonly readByTerraform: () => (path: string) => boolean
}

export function setEntries(
  tree: SourceTree,
  below: string,
  { memory, readByTerraform }: SetOptions,
): SetEntries {
  let entries: readonly Entry[] = []
  let watch = reads()
  let areKnown = false

  return {
    all: () => entries,
    invalidate(path, relisted) {
      if (watch.touchedBy(path, relisted)) areKnown = false
    },
    forget() {
      areKnown = false
    },
    settle(found) {
      if (areKnown) return { made: [], gone: [] }
      areKnown = true
      const before = new Map(entries.map((entry) => [entry.opened, entry]))
      watch = reads()
      const watched: SourceTree = {
        ...tree,
        read(path) {
          watch.file(path)
          return tree.read(path)
        },
        list(directory) {
          watch.list(directory)
          return tree.list(directory)
        },
      }
      const projects = manifestProjects(watched, below, found, { memory, isRead: readByTerraform() })
      entries = projects.map((project) => {
        const known = before.get(project)
        before.delete(project)
        return known ?? entryOfSet(project)
      })
      return { made: entries.filter(({ inspected }) => !inspected), gone: [...before.values()] }
    },
    tried: (other, path, found) =>
      watch.touchedBy(path, [])
        ? manifestProjects(other, below, found, { memory, isRead: readByTerraform() })
        : undefined,
  }
}
