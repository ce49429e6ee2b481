import {
  type MappingValue,
  object,
  tuple,
  type UnknownValue,
  unknown,
  type Value,
  writtenAt,
} from '../../domain/value.ts'
import type { Block } from '../../hcl/syntax.ts'
import type { Problem } from '../../source/problem.ts'
import { ProblemLog } from '../../source/problem-log.ts'
import type { Range } from '../../source/source-file.ts'
import { directoryOf, packageOf } from '../../source/source-tree.ts'
import { headerOf, type Located, rangeIn } from '../configuration/declarations.ts'
import type { ModuleConfiguration } from '../configuration/module-configuration.ts'
import { suggestion } from '../configuration/suggestion.ts'
import { standInAt, standInFor } from '../known-modules/index.ts'
import { locateModule } from '../modules/locate-module.ts'
import { argumentText } from '../modules/wanted-modules.ts'
import { MAX_MODULES } from './budget.ts'
import { evaluateBody } from './evaluate-body.ts'
import { EvaluationFailure } from './evaluation-failure.ts'
import { type Expansion, expand, type Instance } from './expansion.ts'
import { type Inputs, ModuleInstance } from './module-instance.ts'
import { OutputEntries } from './output-entries.ts'
import { settle } from './settle.ts'

/** Arguments of a module block that are not inputs of the module. */
const META = new Set(['source', 'version', 'count', 'for_each', 'providers', 'depends_on'])

/** Deeper than any configuration goes, and not so deep that the stack would end. */
const MAX_MODULE_DEPTH = 24

interface Child {
  readonly expansion: Expansion
  /** In the order of the expansion's instances. */
  readonly modules: readonly ModuleInstance[]
  /** In place of the outputs, where the module itself was not read. */
  readonly outputs?: UnknownValue
}

/** The modules that a module instance calls. */
export class ChildModules {
  readonly #caller: ModuleInstance
  readonly #children = new Map<string, Child | UnknownValue>()
  readonly #underway = new Set<string>()

  constructor(caller: ModuleInstance) {
    this.#caller = caller
  }

  /** Every instance of every call that could be loaded. */
  *all(): Generator<ModuleInstance> {
    for (const [name, block] of this.#caller.configuration.calls) {
      const child = this.#child(name, block)
      if ('modules' in child) yield* child.modules
    }
  }

  /** What `module.name` is: the outputs, by instance. */
  value(name: string, at: Range): Value {
    const block = this.#caller.configuration.calls.get(name)
    if (!block) throw new EvaluationFailure(`there is no module "${name}"`, at)
    const known = this.#children.get(name)
    if (!known && this.#underway.has(name)) throw new EvaluationFailure(`module.${name} refers to itself`, at)
    const child = known ?? this.#child(name, block)
    if (!('modules' in child)) return child
    const { expansion, modules } = child
    if (child.outputs) return child.outputs
    const outputs = modules.map((module) => object(new OutputEntries(module)))
    return byInstance(expansion, outputs)
  }

  #child(name: string, block: Located<Block>): Child | UnknownValue {
    const known = this.#children.get(name)
    if (known) return known
    this.#underway.add(name)
    const child = this.#load(name, block)
    this.#underway.delete(name)
    this.#children.set(name, child)
    return child
  }

  #load(name: string, block: Located<Block>): Child | UnknownValue {
    const configuration = this.#configuration(name, block)
    if ('kind' in configuration) {
      const standIn = standInFor(argumentText(block, 'source') ?? '')
      const child = standIn && this.#expand(name, block, standIn)
      return child && 'modules' in child ? { ...child, outputs: configuration } : configuration
    }
    for (const problem of [...configuration.problems, ...unknownArguments(name, block, configuration)])
      this.#caller.project.problems.add(problem)
    return this.#expand(name, block, configuration)
  }

  #expand(name: string, block: Located<Block>, configuration: ModuleConfiguration): Child | UnknownValue {
    const { place, project } = this.#caller
    const expansion = expand(block, this.#caller.scope(block.source), project.problems)
    if (!project.budget.admitModules(expansion.instances.length))
      return this.#refuse(name, block, `the project has more than ${MAX_MODULES} module instances`)
    const providers = this.#caller.providers.passedTo(block.node)
    const certain = expansion.instances.filter(({ key }) => key !== undefined).length > 0
    const modules = expansion.instances.map((instance) => {
      const address = `${place.prefix}module.${name}${instance.suffix}`
      const inside = {
        prefix: `${address}.`,
        key: place.key === '' ? name : `${place.key}.${name}`,
        calls: [...place.calls, { address, range: headerOf(block) }],
        multiplicity: place.multiplicity ?? (certain ? undefined : expansion.open),
      }
      const inputs = this.#inputs(block, instance)
      return new ModuleInstance(project, configuration, inside, inputs, providers, this.#caller.functions)
    })
    return { expansion, modules }
  }

  /** The configuration that a call's `source` names, or why it cannot be read. */
  #configuration(name: string, block: Located<Block>): ModuleConfiguration | UnknownValue {
    const { place, project, configuration: caller } = this.#caller
    const text = argumentText(block, 'source')
    const version = argumentText(block, 'version')
    const refuse = (because: string): UnknownValue => this.#refuse(name, block, because)
    if (text === undefined) return refuse('its source is not a plain text')
    if (place.calls.length >= MAX_MODULE_DEPTH)
      return refuse(`modules are nested more than ${MAX_MODULE_DEPTH} deep`)
    const key = place.key === '' ? name : `${place.key}.${name}`
    const places = { tree: project.loader.tree, root: project.root, installed: project.installed }
    const located = locateModule(places, { directory: caller.directory, key, source: text, version })
    if (located.kind === 'absent') return refuse(located.because)
    const { directory } = located
    const around = [caller.directory, ...place.calls.map(({ range }) => directoryOf(range.source.path))]
    if (around.includes(directory))
      return refuse('this call lies in that module, which would call itself without end')
    const found = project.loader.module(directory) ?? standInAt(directory)
    return found ?? refuse(`there is no .tf file in "${directory || '.'}"`)
  }

  #refuse(name: string, block: Located<Block>, because: string): UnknownValue {
    const { place, project } = this.#caller
    const { start, source } = headerOf(block)
    const call = `${source.path}:${start}`
    const value = unknown(`module.${name} is not loaded: ${because}`, { origins: [headerOf(block)] })
    // Its inputs may well depend on its own outputs: they see it as what it is.
    this.#children.set(name, value)
    const inputs = this.#inputsOf(block)
    if (inputs && !project.notLoaded.has(call))
      project.notLoaded.set(call, {
        project: project.id,
        address: `${place.prefix}module.${name}`,
        source: argumentText(block, 'source') ?? '',
        version: argumentText(block, 'version'),
        because,
        inputs,
        hasStandIn: standInFor(argumentText(block, 'source') ?? '') !== undefined,
        // Where a person can do something about it.
        range: [...place.calls, { range: headerOf(block) }].findLast(isOwn)!.range,
      })
    return value
  }

  /** What the first instance of a call is given; undefined where there is certainly none. */
  #inputsOf(block: Located<Block>): MappingValue | undefined {
    const scope = this.#caller.scope(block.source)
    const apart = new ProblemLog()
    const [first] = expand(block, scope, apart).instances
    return first && evaluateBody(block.node.body, { ...scope, bound: first.binding }, apart, META)
  }

  /** The module's arguments, evaluated in the caller, with `each` or `count` of this instance. */
  #inputs(block: Located<Block>, { binding: bound }: Instance): Inputs {
    const given = new Map(block.node.body.attributes.map((attribute) => [attribute.name, attribute]))
    return (variable) => {
      const attribute = given.get(variable)
      if (!attribute) return undefined
      const source = attribute.source ?? block.source
      const scope = { ...this.#caller.scope(source), bound }
      const value = settle(attribute.value, scope, this.#caller.project.problems)
      return writtenAt(value, rangeIn(source, attribute))
    }
  }
}

/** Arguments of a call that its module has no variable for. */
function unknownArguments(
  name: string,
  { node, source }: Located<Block>,
  { variables }: ModuleConfiguration,
): readonly Problem[] {
  return node.body.attributes
    .filter((attribute) => !META.has(attribute.name) && !variables.has(attribute.name))
    .map(({ name: argument, nameSpan, source: own }) => ({
      severity: 'error',
      message: `module "${name}" has no variable "${argument}"${suggestion(argument, variables.keys())}`,
      range: rangeIn(own ?? source, nameSpan),
    }))
}

/** The values of a resource's or module's instances as references see them: one, a tuple, or an object by key. */
export function byInstance({ form, instances, open }: Expansion, values: readonly Value[]): Value {
  const known = instances.flatMap(({ key }, index) =>
    key === undefined ? [] : [[key, values[index]!] as const],
  )
  const more = open && { open }
  switch (form) {
    case 'single':
      return values[0]!
    case 'count':
      return { ...tuple(known.map(([, value]) => value)), ...more }
    case 'for_each':
      return { ...object(new Map(known.map(([key, value]) => [String(key), value]))), ...more }
    default:
      return form satisfies never
  }
}

/** Not in a module that was fetched: somebody can edit it. */
function isOwn({ range }: { readonly range: Range }): boolean {
  return packageOf(range.source.path) === undefined
}
