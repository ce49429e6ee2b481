import type { BaselineEntry } from '../exemptions/baseline.ts'
import type { InspectedTree } from '../inspect/inspect.ts'
import { impliedMoves, renamer } from '../review/match.ts'

/** The address of a baseline's entry as a tree calls it now: by its `moved` blocks, and where a `count` came or went. */
export function baselineRenamer(
  entries: readonly BaselineEntry[],
  { moves, resources }: Pick<InspectedTree, 'moves' | 'resources'>,
): (project: string, address: string) => string {
  const listed = entries.map(({ project, address }) => ({ resource: { project, address } }))
  return renamer([...impliedMoves(listed, resources), ...moves])
}
