import { object } from './domain/value.ts'
import { discoverManifests, kustomizations, loadManifests, type ManifestSet } from './kubernetes/index.ts'
import { type OpenedProject, openProject } from './open-project.ts'
import type { SourceTree } from './source/source-tree.ts'

/**
 * The Kubernetes objects of a tree, each set that is applied together as a project. What cannot be read without running
 * something, a chart or a remote base, is named as a module that is not loaded.
 */
export function manifestProjects(tree: SourceTree, below: string): readonly OpenedProject[] {
  const kustomized = kustomizations(tree, below)
  const loose = discoverManifests(tree, below, { isUsed: (path) => kustomized.files.has(path) })
  const sets = [...loose.sets, ...kustomized.sets]
  const problems = [...loose.problems, ...kustomized.problems]
  const notRendered = [...kustomized.notRead, ...loose.notRendered]
  const bySet = new Map<string, ReturnType<typeof loadManifests>[number][]>(sets.map(({ id }) => [id, []]))
  for (const resource of loadManifests(sets)) bySet.get(resource.project)?.push(resource)
  const projects = sets.map((set) =>
    openProject('manifests', folderOf(set), {
      id: set.id,
      resources: bySet.get(set.id) ?? [],
      notLoaded: [],
      moves: [],
      problems: [],
      assumptions: [],
    }),
  )
  if (problems.length === 0 && notRendered.length === 0) return projects
  // What belongs to no set: a file that cannot be read, a chart.
  const unread = openProject('manifests', below, {
    id: below || '.',
    resources: [],
    notLoaded: notRendered.map(({ path, because, range }) => ({
      project: below || '.',
      address: path,
      source: path,
      version: undefined,
      because,
      inputs: object(new Map()),
      range,
    })),
    moves: [],
    problems,
    assumptions: [],
  })
  return [...projects, unread]
}

function folderOf({ id }: ManifestSet): string {
  return id === '.' ? '' : id
}
