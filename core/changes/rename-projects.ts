import type { InspectedTree } from '../inspect/inspect.ts'
import { addressesByProject, renamedProjects } from '../review/renamed-projects.ts'

/** By the base side's id of a project, the head side's. */
export type ProjectRenames = ReadonlyMap<string, string>

/** The projects that a change gives another name: the folder of a root module, mostly. */
export function projectRenames(base: InspectedTree, head: InspectedTree): ProjectRenames {
  const addressesIn = ({ resources }: InspectedTree, { projects }: InspectedTree) =>
    addressesByProject(
      resources.map(({ resource }) => resource),
      projects,
    )
  return renamedProjects(addressesIn(base, head), addressesIn(head, base))
}

/** A base side under the names of the head side. */
export function underNewNames(tree: InspectedTree, renames: ProjectRenames): InspectedTree {
  if (renames.size === 0) return tree
  const inProject = <Item extends { readonly project: string }>(item: Item) => named(item, renames)
  return {
    ...tree,
    projects: tree.projects.map((id) => renames.get(id) ?? id),
    resources: tree.resources.map((one) => ({ ...one, resource: inProject(one.resource) })),
    findings: tree.findings.map(inProject),
    notLoaded: tree.notLoaded.map(inProject),
    moves: tree.moves.map(inProject),
  }
}

/** What is of a project of the base side, under its new name. */
export function named<Item extends { readonly project: string }>(item: Item, renames: ProjectRenames): Item {
  const project = renames.get(item.project)
  return project === undefined ? item : { ...item, project }
}

/** More are not listed by name. */
const MAX_NAMED = 3

/** What a reader should know of it. */
export function renameNotes(renames: ProjectRenames): readonly string[] {
  if (renames.size === 0) return []
  const named = [...renames].slice(0, MAX_NAMED).map(([from, to]) => `"${from}" is "${to}" now`)
  const rest = renames.size - named.length
  const all = [...named, ...(rest > 0 ? [`${rest} more have another name`] : [])].join(', ')
  return [`By the addresses of their resources, ${all}: what is in them is compared, not counted as new.`]
}
