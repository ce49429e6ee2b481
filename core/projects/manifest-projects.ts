import type { Resource } from '../domain/resource.ts'
import { object } from '../domain/value.ts'
import { loadManifests, type ManifestReader, type ManifestSet, manifestSets } from '../kubernetes/index.ts'
import type { PlacedConfig } from '../settings/placed-config.ts'
import type { ChartRequest } from '../source/chart.ts'
import { joinPath, type SourceTree } from '../source/source-tree.ts'
import type { ManifestMemory } from './manifest-memory.ts'
import { type OpenedProject, openProject } from './open-project.ts'

export interface ManifestProjectOptions {
  /** Files that are applied by somebody else, e.g. by Terraform. */
  readonly isRead?: (path: string) => boolean
  /** Reads their files; the texts that two trees share are then read once. */
  readonly readFile?: ManifestReader | undefined
  /** What has not changed since the last time is not read again, and is the same project. */
  readonly memory?: ManifestMemory
}

/**
 * The Kubernetes objects of a tree, each set that is applied together as a project. What cannot be read without running
 * something, a chart or a remote base, is named as a module that is not loaded. Charts are rendered where the configuration
 * says so and the tree's front end can.
 */
export function manifestProjects(
  tree: SourceTree,
  below: string,
  { config: { helm }, directory }: PlacedConfig,
  { isRead, readFile, memory }: ManifestProjectOptions = {},
): readonly OpenedProject[] {
  const { sets, problems, notRendered, assumptions } = manifestSets(tree, below, {
    ...(readFile && { readFile }),
    ...(memory && { readFile: memory.readFile, kustomized: memory.kustomized }),
    ...(isRead && { isRead }),
    ...(helm.render && tree.renderChart && { renderChart: tree.renderChart }),
    charts: helm.charts.map((chart) => placed(chart, directory)),
  })
  const bySet = new Map<string, Resource[]>(sets.map(({ id }) => [id, []]))
  for (const resource of loadManifests(sets, memory?.makeResource))
    bySet.get(resource.project)?.push(resource)
  const projects = sets.map((set) => {
    const loaded = {
      id: set.id,
      resources: bySet.get(set.id) ?? [],
      notLoaded: [],
      moves: [],
      problems: [],
      assumptions: assumptions.get(set.id) ?? [],
    }
    const folder = folderOf(set)
    return memory?.asBefore(folder, loaded) ?? openProject('manifests', folder, loaded)
  })
  memory?.keep(projects)
  if (problems.length === 0 && notRendered.length === 0) return projects
  // What belongs to no set: a file that cannot be read, a chart.
  const project = below || '.'
  const unread = openProject('manifests', below, {
    id: project,
    resources: [],
    notLoaded: notRendered.map(({ path, because, range }) => ({
      project,
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

/** Paths of the configuration are from its folder, those of requests from the tree's root. */
function placed(request: ChartRequest, directory: string): ChartRequest {
  if (directory === '') return request
  return {
    ...request,
    chart: joinPath(directory, request.chart),
    valueFiles: request.valueFiles.map((file) => joinPath(directory, file)),
  }
}

function folderOf({ id, folder = id }: ManifestSet): string {
  return folder === '.' ? '' : folder
}
