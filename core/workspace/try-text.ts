import { type InspectedTree, togetherOf } from '../inspect/inspect.ts'
import { inspectProject } from '../inspect/inspect-project.ts'
import { openRootModule } from '../projects/open-root-module.ts'
import type { SourceTree } from '../source/source-tree.ts'
import { ConfigurationLoader } from '../terraform/index.ts'
import type { Upkeep } from './upkeep.ts'

/** The projects that read a file, with another text in its place; nothing of it is kept. */
export function tryText(
  { config, roots, sets, readText, planFor, contextOf }: Upkeep,
  { tree, loader }: { readonly tree: SourceTree; readonly loader: ConfigurationLoader },
  path: string,
  text: string,
): InspectedTree {
  const standing = config.settle()
  const other = { ...tree, read: (asked: string) => (asked === path ? text : tree.read(asked)) }
  const otherLoader = new ConfigurationLoader(other, loader)
  const readers = roots.readers(path)
  const opened = readers.map(({ spec }) => openRootModule(otherLoader, spec, standing.found.config, readText))
  const otherRoots = roots.all().filter((entry) => entry.role !== 'none' && !readers.includes(entry))
  const otherSets = sets.tried(other, path, standing.found)
  const all = [
    ...otherRoots.flatMap((entry) => entry.opened ?? []),
    ...opened,
    ...(otherSets ?? sets.all().flatMap((entry) => entry.opened ?? [])),
  ]
  const plan = planFor(all, standing)
  const setsWithFile = (otherSets ?? []).filter(({ loaded }) =>
    loaded.resources.some(({ range }) => range.source.path === path),
  )
  const context = contextOf(otherLoader, plan, standing)
  const inspected = [...opened, ...setsWithFile].map((project) => inspectProject(project, context))
  return togetherOf(inspected, standing.book, plan)
}
