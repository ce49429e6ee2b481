import { ConfigurationError } from '../domain/configuration-error.ts'
import type { PlacedConfig } from '../settings/placed-config.ts'
import type { SourceFile } from '../source/source-file.ts'
import { joinPath, type SourceTree } from '../source/source-tree.ts'
import {
  ConfigurationLoader,
  type Plan,
  type PlanSide,
  type ProjectSpec,
  readPlan,
} from '../terraform/index.ts'
import { rootModules } from './root-modules.ts'

/** A plan as `terraform show -json` prints it, to be read in place of a project's files. */
export interface ProjectPlan {
  /** The project's name or its folder; undefined where there is but one project. */
  readonly project: string | undefined
  readonly source: SourceFile
}

/** A plan that was read, and the project it is of. */
export interface PlacedPlan {
  readonly spec: ProjectSpec
  readonly plan: Plan
  readonly side: PlanSide
}

/**
 * Reads the plans, and says which project of a tree each is of. Throws a `ConfigurationError` where one is no plan, or
 * of no project.
 */
export function placePlans(
  plans: readonly ProjectPlan[],
  side: PlanSide,
  tree: SourceTree,
  below: string,
  placed: PlacedConfig,
): readonly PlacedPlan[] {
  if (plans.length === 0) return []
  const specs = rootModules(new ConfigurationLoader(tree), below, placed)
  const found = plans.map(({ project, source }): PlacedPlan => {
    const spec = project === undefined ? onlyOne(specs, below, source) : named(project, specs, placed, source)
    return { spec, plan: readPlan(source), side }
  })
  for (const { spec, plan } of found)
    if (found.some((other) => other.plan !== plan && other.spec.id === spec.id))
      throw new ConfigurationError(`two plans are of the project "${spec.id}". expected one`)
  return found
}

/** A plan needs no files: without any it is a project by itself. */
function onlyOne(specs: readonly ProjectSpec[], below: string, { path }: SourceFile): ProjectSpec {
  const [only] = specs
  if (!only) return { id: below || '.', root: below, variableFiles: [], workspace: 'default' }
  if (specs.length === 1) return only
  throw new ConfigurationError(
    `there are ${specs.length} projects, and ${path} is the plan of one. say which: --plan ${only.id}=${path}. ${expected(specs)}`,
  )
}

function named(
  project: string,
  specs: readonly ProjectSpec[],
  { directory }: PlacedConfig,
  { path }: SourceFile,
): ProjectSpec {
  const folder = project.replace(/^\.\//, '').replace(/\/+$/, '')
  const found =
    specs.find(({ id }) => id === project) ??
    specs.find(({ id, root }) => id === folder || root === folder || root === joinPath(directory, folder))
  if (found) return found
  if (specs.length === 0) return { id: project, root: folder, variableFiles: [], workspace: 'default' }
  throw new ConfigurationError(`${path} is said to be of the project "${project}". ${expected(specs)}`)
}

const MAX_NAMED = 10

function expected(specs: readonly ProjectSpec[]): string {
  const names = specs.slice(0, MAX_NAMED).map(({ id }) => `"${id}"`)
  return `expected one of ${names.join(', ')}${specs.length > MAX_NAMED ? ', …' : ''}`
}

/** The base side of what is planned: its own plan, else what the head's plan finds there before it. */
export function plansOfBase(base: readonly PlacedPlan[], head: readonly PlacedPlan[]): readonly PlacedPlan[] {
  for (const { spec, plan } of base)
    if (!head.some((other) => other.spec.id === spec.id))
      throw new ConfigurationError(
        `${plan.source.path} is a plan of the base side of "${spec.id}". expected one of its head side as well`,
      )
  return head.map(
    (entry) => base.find(({ spec }) => spec.id === entry.spec.id) ?? { ...entry, side: 'before' },
  )
}

/** How a review says where it has a project from. */
export function planNotes(base: readonly PlacedPlan[], head: readonly PlacedPlan[]): readonly string[] {
  return head.map(({ spec, plan }) => {
    const before = base.find((other) => other.spec.id === spec.id)
    const { path } = plan.source
    return before && before.plan !== plan
      ? `Project "${spec.id}" is read from the plans ${before.plan.source.path} and ${path}.`
      : `Project "${spec.id}" is read from the plan ${path}: what is there before it, and after it.`
  })
}
