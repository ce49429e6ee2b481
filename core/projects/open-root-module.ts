import type { Config } from '../config/config.ts'
import { ConfigurationError } from '../domain/configuration-error.ts'
import type { ManifestReader } from '../kubernetes/index.ts'
import type { Problem } from '../source/problem.ts'
import {
  type ConfigurationLoader,
  type LoadedProject,
  loadProject,
  type ProjectSpec,
} from '../terraform/index.ts'
import { type OpenedProject, openProject } from './open-project.ts'

/** Evaluates and links a root module. */
export function openRootModule(
  loader: ConfigurationLoader,
  spec: ProjectSpec,
  config: Config,
  readText: ManifestReader,
): OpenedProject {
  return openProject('root-module', spec.root, load(loader, spec, config), { readText })
}

/** A project whose setup is wrong has that as its problem, and the others go on. */
function load(loader: ConfigurationLoader, spec: ProjectSpec, config: Config): LoadedProject {
  try {
    return loadProject(loader, spec)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    const range = config.projects.find(({ name }) => name === spec.id)?.range
    const problems: Problem[] = range ? [{ severity: 'error', message: error.message, range }] : []
    return { id: spec.id, resources: [], notLoaded: [], moves: [], problems, assumptions: [] }
  }
}
