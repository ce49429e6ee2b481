import type { ProjectConfig } from '../config/config.ts'
import type { PlacedConfig } from '../settings/placed-config.ts'
import { joinPath } from '../source/source-tree.ts'
import { type ConfigurationLoader, discoverRoots, type ProjectSpec } from '../terraform/index.ts'

/** The root modules to look at: those that the configuration declares, else those that are found. */
export function rootModules(
  loader: ConfigurationLoader,
  below: string,
  { config, directory }: PlacedConfig,
): readonly ProjectSpec[] {
  if (config.projects.length === 0)
    return discoverRoots(loader, below).map((root) => ({
      id: root || '.',
      root,
      variableFiles: [],
      workspace: 'default',
    }))
  return config.projects
    .map((project) => ({ project, root: joined(directory, project.path) }))
    .filter(({ root }) => isBelow(root, below))
    .map(({ project, root }) => specOf(project, root, directory))
}

function specOf(
  { name, varFiles, workspace, range }: ProjectConfig,
  root: string,
  directory: string,
): ProjectSpec {
  return {
    id: name,
    root,
    variableFiles: varFiles.map((file) => joined(directory, file)),
    workspace,
    declaredAt: range,
  }
}

function joined(directory: string, path: string): string {
  return path === '' ? directory : joinPath(directory, path)
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`)
}
