import type { Config, ProjectConfig } from './config/config.ts'
import type { UsageFile } from './config/usage-file.ts'
import { joinPath } from './source/source-tree.ts'
import { type ConfigurationLoader, discoverRoots, type ProjectSpec } from './terraform/index.ts'

/** A configuration, and the folder of the file it was read from: its paths start there. */
export interface PlacedConfig {
  readonly config: Config
  readonly directory: string
  /** What the usage file beside it says. */
  readonly usage: UsageFile
}

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
