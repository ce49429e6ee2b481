import type { NotLoadedModule, Resource } from '../domain/resource.ts'
import { writtenAt } from '../domain/value.ts'
import type { Problem } from '../source/problem.ts'
import { ProblemLog } from '../source/problem-log.ts'
import type { Range } from '../source/source-file.ts'
import type { ConfigurationLoader } from './configuration/configuration-loader.ts'
import type { Move } from './configuration/module-configuration.ts'
import { readModuleManifest } from './configuration/module-manifest.ts'
import { readVariableFiles, undeclaredVariables } from './configuration/variable-files.ts'
import { Budget } from './evaluation/budget.ts'
import { checkVariables } from './evaluation/check-variables.ts'
import {
  type Inputs,
  ModuleInstance,
  type ModulePlace,
  type ProjectContext,
} from './evaluation/module-instance.ts'
import { type Binding, valuesOnly } from './evaluation/scope.ts'
import { settle } from './evaluation/settle.ts'
import { evaluateTemplate } from './evaluation/template.ts'
import type { FunctionContext } from './functions/terraform-function.ts'

/** A root module to evaluate, with the values and workspace it is used with. */
export interface ProjectSpec {
  /** What tells it from the others: the folder, or a name where several share one. */
  readonly id: string
  /** The root module's folder, from the tree's root. */
  readonly root: string
  /** From the tree's root, in the order they are applied. */
  readonly variableFiles: readonly string[]
  readonly workspace: string
  /** Where a configuration declares it: what is not there is a problem at this place. */
  readonly declaredAt?: Range
}

/** What a root module would create, as far as its files say. */
export interface LoadedProject {
  readonly id: string
  readonly resources: readonly Resource[]
  readonly notLoaded: readonly NotLoadedModule[]
  readonly moves: readonly Move[]
  readonly problems: readonly Problem[]
  /** What values rest on that no file says, a sentence each. */
  readonly assumptions: readonly string[]
}

/** Resources of one project beyond which the rest is left out, with a problem that says so. */
const MAX_RESOURCES = 100_000

/**
 * Evaluates a root module with all modules it calls. Throws a `ConfigurationError` if a var file is not there that no
 * configuration names.
 */
export function loadProject(loader: ConfigurationLoader, spec: ProjectSpec): LoadedProject {
  const problems = new ProblemLog()
  const configuration = loader.module(spec.root)
  if (!configuration) return nothingIn(spec)
  for (const problem of configuration.problems) problems.add(problem)
  const project: ProjectContext = {
    id: spec.id,
    root: spec.root,
    workspace: spec.workspace,
    loader,
    problems,
    budget: new Budget(),
    installed: readModuleManifest(loader.tree, spec.root),
    notLoaded: new Map(),
    assumptions: new Set(),
  }
  const given = readVariableFiles(loader, spec, problems)
  const inputs: Inputs = (name) => {
    const value = given.get(name)
    if (!value) return undefined
    const scope = { source: value.source, bound: undefined, module: valuesOnly(root) }
    return writtenAt(settle(value.expression, scope, problems), value.range)
  }
  const functions = functionContext(project, () => root)
  for (const problem of undeclaredVariables(given, configuration)) problems.add(problem)
  const root = new ModuleInstance(project, configuration, ROOT, inputs, new Map(), functions)
  for (const name of given.keys()) if (configuration.variables.has(name)) root.variable(name)
  return {
    id: spec.id,
    ...collect(root, problems),
    notLoaded: [...project.notLoaded.values()],
    problems: problems.all(),
    assumptions: [...project.assumptions],
  }
}

function nothingIn({ id, root, declaredAt: range }: ProjectSpec): LoadedProject {
  const message = `project "${id}" is not there: no Terraform configuration lies in "${root || '.'}"`
  const problems: readonly Problem[] = range ? [{ severity: 'error', message, range }] : []
  return { id, resources: [], notLoaded: [], moves: [], problems, assumptions: [] }
}

const ROOT: ModulePlace = { prefix: '', key: '', calls: [], multiplicity: undefined }

/** All resources and moves of a module and of those it calls. */
function collect(root: ModuleInstance, problems: ProblemLog): Pick<LoadedProject, 'resources' | 'moves'> {
  const resources: Resource[] = []
  const moves: Move[] = []
  const visit = (module: ModuleInstance): void => {
    const { prefix } = module.place
    checkVariables(module)
    for (const { from, to } of module.configuration.moves)
      moves.push({ from: prefix + from, to: prefix + to })
    for (const resource of module.resources.all()) {
      if (resources.length >= MAX_RESOURCES) {
        const message = `the project has more than ${MAX_RESOURCES} resources. those from here on are left out`
        problems.add({ severity: 'error', message, range: resource.range })
        return
      }
      resources.push(resource)
    }
    for (const child of module.children.all()) if (resources.length < MAX_RESOURCES) visit(child)
  }
  visit(root)
  return { resources, moves }
}

/** Functions read files where Terraform would run, and their templates see what they are given. */
function functionContext({ loader, root }: ProjectContext, module: () => ModuleInstance): FunctionContext {
  return {
    tree: loader.tree,
    directory: root,
    decodeYaml: (text, decode) => loader.decoded(text, decode),
    evaluateTemplate: (file, variables) => {
      const template = loader.template(file)
      let bound: Binding | undefined
      for (const [name, value] of variables) bound = { name, value, outer: bound }
      return evaluateTemplate(template, { source: file, bound, module: module() })
    },
  }
}
