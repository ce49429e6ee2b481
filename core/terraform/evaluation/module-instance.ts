import type { ModuleCall, NotLoadedModule } from '../../domain/resource.ts'
import { NULL, string, type UnknownValue, unknown, type Value, writtenAt } from '../../domain/value.ts'
import type { Attribute, Block, Expression } from '../../hcl/syntax.ts'
import type { ProblemLog } from '../../source/problem-log.ts'
import type { Range } from '../../source/source-file.ts'
import type { ConfigurationLoader } from '../configuration/configuration-loader.ts'
import {
  attributeIn,
  attributeNamed,
  headerOf,
  type Located,
  rangeIn,
} from '../configuration/declarations.ts'
import type { ModuleConfiguration } from '../configuration/module-configuration.ts'
import type { InstalledModule } from '../configuration/module-manifest.ts'
import { suggestion } from '../configuration/suggestion.ts'
import type { FunctionContext } from '../functions/terraform-function.ts'
import { convert } from '../types/convert.ts'
import { parseTypeConstraint } from '../types/parse-type-constraint.ts'
import { excessOf } from '../types/size.ts'
import type { Type } from '../types/type.ts'
import type { Budget } from './budget.ts'
import { ChildModules } from './child-modules.ts'
import { EvaluationFailure } from './evaluation-failure.ts'
import type { ProviderInstance } from './provider-instance.ts'
import { ProviderTable } from './provider-table.ts'
import { ResourceBlocks } from './resource-blocks.ts'
import type { NamedValues, Reference, Scope } from './scope.ts'
import { guard, settle } from './settle.ts'

/** What all modules of one root module share while it is evaluated. */
export interface ProjectContext {
  readonly id: string
  readonly root: string
  readonly workspace: string
  readonly loader: ConfigurationLoader
  readonly problems: ProblemLog
  readonly budget: Budget
  /** What values rest on that no file says, a sentence each. */
  readonly assumptions: Set<string>
  /** By the dotted names of the calls. */
  readonly installed: ReadonlyMap<string, InstalledModule>
  /** By the place of the call: a module called from many instances is named once. */
  readonly notLoaded: Map<string, NotLoadedModule>
}

/** Where a module instance stands in the tree of modules. */
export interface ModulePlace {
  /** `''` for the root, else e.g. `module.network.` with the dot, ready to prefix an address. */
  readonly prefix: string
  /** The names of the calls, joined by dots, as `modules.json` keys them. */
  readonly key: string
  readonly calls: readonly ModuleCall[]
  /** Set where this instance stands for an unknown number of them. */
  readonly multiplicity: UnknownValue | undefined
}

/** The value given to a variable by the caller or a var file; undefined where none is given. */
export type Inputs = (variable: string) => Value | undefined

/**
 * One instance of a module, evaluated on demand and each named value once. Lazy, because order does not matter in
 * Terraform and most of a large module is often not needed.
 */
export class ModuleInstance implements NamedValues {
  readonly project: ProjectContext
  readonly configuration: ModuleConfiguration
  readonly place: ModulePlace
  readonly providers: ProviderTable
  readonly children: ChildModules
  readonly resources: ResourceBlocks
  readonly functions: FunctionContext
  readonly #inputs: Inputs
  readonly #values = new Map<string, Value>()
  readonly #underway = new Set<string>()

  constructor(
    project: ProjectContext,
    configuration: ModuleConfiguration,
    place: ModulePlace,
    inputs: Inputs,
    inherited: ReadonlyMap<string, ProviderInstance>,
    functions: FunctionContext,
  ) {
    this.project = project
    this.configuration = configuration
    this.place = place
    this.#inputs = inputs
    this.functions = functions
    this.providers = new ProviderTable(this, inherited)
    this.children = new ChildModules(this)
    this.resources = new ResourceBlocks(this)
  }

  get rootFolder(): string {
    return this.project.root
  }

  assume(text: string): void {
    this.project.assumptions.add(text)
  }

  get budget(): Budget {
    return this.project.budget
  }

  /** The scope of an expression of this module, outside any resource instance. */
  scope(source: Scope['source']): Scope {
    return { source, bound: undefined, module: this }
  }

  resolve(reference: Reference, at: Range): Value {
    const { name } = reference
    switch (reference.kind) {
      case 'data':
        return this.resources.data(reference.type, name, at)
      case 'resource':
        return this.resources.resource(reference.type, name, at)
      case 'ephemeral':
        return unknown(`ephemeral.${reference.type}.${name} exists only during a run`, { origins: [at] })
      case 'named':
        return this.#named(reference.root, name, at)
      default:
        return reference satisfies never
    }
  }

  #named(root: string, name: string, at: Range): Value {
    switch (root) {
      case 'var':
        return this.#once(`var.${name}`, at, () => this.#variable(name, at))
      case 'local':
        return this.#once(`local.${name}`, at, () => this.#local(name, at))
      case 'module':
        return this.children.value(name, at)
      case 'path':
        return this.#path(name, at)
      case 'terraform':
        return name === 'workspace'
          ? { ...string(this.project.workspace), origins: [at] }
          : unknown(`terraform.${name} is known only in a run`, { origins: [at] })
      case 'each':
      case 'count':
      case 'self':
        throw new EvaluationFailure(
          `"${root}.${name}" has no value here. expected a block with ${root === 'count' ? 'count' : 'for_each'} around it`,
          at,
        )
      default:
        return this.resources.resource(root, name, at)
    }
  }

  /** The value of a variable that is declared. */
  variable(name: string): Value {
    return this.#named('var', name, headerOf(this.configuration.variables.get(name)!))
  }

  output(name: string): Value {
    const block = this.configuration.outputs.get(name)!
    return this.#once(`output.${name}`, headerOf(block), () => {
      const value = attributeIn(block, 'value')
      if (!value) return NULL
      const settled = settle(value.node.value, this.scope(value.source), this.project.problems)
      return isTrue(block, 'sensitive') ? { ...settled, sensitive: true } : settled
    })
  }

  /** Evaluates a named value once; a value that needs itself is unknown, and so is one too large to carry. */
  #once(name: string, at: Range, work: () => Value): Value {
    const known = this.#values.get(name)
    if (known) return known
    const full = this.place.prefix + name
    if (this.#underway.has(name)) throw new EvaluationFailure(`${full} refers to itself`, at)
    this.#underway.add(name)
    const value = guard(work, this.project.problems)
    this.#underway.delete(name)
    const excess = excessOf([value])
    const carried = excess ? unknown(`${full} has ${excess}`, { origins: [at] }) : value
    this.#values.set(name, carried)
    return carried
  }

  #local(name: string, at: Range): Value {
    const local = this.configuration.locals.get(name)
    if (!local)
      throw new EvaluationFailure(
        `there is no local "${name}"${suggestion(name, this.configuration.locals.keys())}`,
        at,
      )
    const value = settle(local.node.value, this.scope(local.source), this.project.problems)
    return writtenAt(value, rangeIn(local.source, local.node))
  }

  #variable(name: string, at: Range): Value {
    const variable = this.configuration.variables.get(name)
    if (!variable)
      throw new EvaluationFailure(
        `there is no variable "${name}"${suggestion(name, this.configuration.variables.keys())}`,
        at,
      )
    const value = this.#typed(name, variable, this.#given(name, variable))
    return isTrue(variable, 'sensitive') ? { ...value, sensitive: true } : value
  }

  #given(name: string, variable: Located<Block>): Value {
    const given = this.#inputs(name)
    if (given && (given.kind !== 'null' || isTrue(variable, 'nullable') !== false)) return given
    const byDefault = attributeIn(variable, 'default')
    if (byDefault) return settle(byDefault.node.value, this.scope(byDefault.source), this.project.problems)
    return unknown(`var.${name} has no default and is given no value`, { origins: [headerOf(variable)] })
  }

  #typed(name: string, variable: Located<Block>, value: Value): Value {
    const type = attributeIn(variable, 'type')
    if (!type) return value
    const converted = convert(value, this.#type(type))
    if ('value' in converted) return converted.value
    const origin = value.origins?.[0] ?? headerOf(variable)
    throw new EvaluationFailure(`var.${name} is given a value of another type: ${converted.error}`, origin)
  }

  #type({ node: { value: expression }, source }: Located<Attribute>): Type {
    const known = types.get(expression)
    if (known) return known
    const { type, problems } = parseTypeConstraint(expression, source, (inner) =>
      settle(inner, this.scope(source), this.project.problems),
    )
    for (const problem of problems) this.project.problems.add(problem)
    types.set(expression, type)
    return type
  }

  /** Terraform runs in the root module's folder, and paths are relative to it. */
  #path(name: string, at: Range): Value {
    switch (name) {
      case 'module':
        return { ...string(relativePath(this.project.root, this.configuration.directory)), origins: [at] }
      case 'root':
        return { ...string('.'), origins: [at] }
      default:
        return unknown(`path.${name} depends on the machine`, { origins: [at] })
    }
  }
}

/** A constraint has no references, so one reading serves all instances of its module. */
const types = new WeakMap<Expression, Type>()

function isTrue({ node }: Located<Block>, name: string): boolean | undefined {
  const attribute = attributeNamed(node.body, name)
  return attribute?.value.kind === 'literal' ? attribute.value.value === true : undefined
}

function relativePath(from: string, to: string): string {
  const here = from === '' ? [] : from.split('/')
  const there = to === '' ? [] : to.split('/')
  let shared = 0
  while (shared < here.length && here[shared] === there[shared]) shared++
  const path = [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/')
  return path === '' ? '.' : path
}
