import type { BaselineEntry } from '../exemptions/baseline.ts'
import type { InspectedTree } from '../inspect/inspect.ts'
import { impliedMoves, renamer } from '../review/match.ts'
import { addressesByProject, renamedProjects } from '../review/renamed-projects.ts'

/** The address of a baseline's entry as a tree calls it now: by its `moved` blocks, and where a `count` came or went. */
export function baselineRenamer(
  entries: readonly BaselineEntry[],
  { moves, resources }: Pick<InspectedTree, 'moves' | 'resources'>,
): (project: string, address: string) => string {
  const listed = entries.map(({ project, address }) => ({ resource: { project, address } }))
  return renamer([...impliedMoves(listed, resources), ...moves])
}

/**
 * A baseline's entries under the names that projects have in a tree: those of a project that is not there are of the
 * one that has most of their addresses, and no entries. The tree is all that the baseline is about.
 */
export function underNamesOf(
  { projects, resources }: Pick<InspectedTree, 'projects' | 'resources'>,
  entries: readonly BaselineEntry[],
): readonly BaselineEntry[] {
  const gone = addressesByProject(entries, projects)
  if (gone.size === 0) return entries
  const recorded = entries.map(({ project }) => project)
  const came = addressesByProject(
    resources.map(({ resource }) => resource),
    recorded,
  )
  const names = renamedProjects(gone, came, { ofGone: true })
  return entries.map((entry) => ({ ...entry, project: names.get(entry.project) ?? entry.project }))
}
