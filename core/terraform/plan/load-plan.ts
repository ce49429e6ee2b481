import type { Resource } from '../../domain/resource.ts'
import { isMapping, type MappingValue, object, unknown, type Value } from '../../domain/value.ts'
import type { Problem } from '../../source/problem.ts'
import { ProblemLog } from '../../source/problem-log.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { ConfigurationLoader } from '../configuration/configuration-loader.ts'
import type { Move } from '../configuration/module-configuration.ts'
import { knownAfterApply } from '../evaluation/access.ts'
import { type LoadedProject, loadProject, type ProjectSpec } from '../load-project.ts'
import { moduleSteps } from './plan-address.ts'
import { PlanConfiguration } from './plan-configuration.ts'
import { items, type Json, member, members, readPlanJson, text } from './plan-json.ts'
import { atPlan, PlanPlaces } from './plan-places.ts'
import { plannedDefaults, plannedRegion, planProvider } from './plan-provider.ts'
import { PlanReferences } from './plan-references.ts'
import { type Planned, part, planValue } from './plan-value.ts'
import { adopting, referring, withoutComputed, writtenBy, writtenIn } from './written.ts'

/** A plan, as `terraform show -json` prints it. */
export interface Plan {
  readonly source: SourceFile
  readonly json: Json
}

/** Which side of its changes: what is there before it, or after it. */
export type PlanSide = 'before' | 'after'

/** Resources of one plan beyond which the rest is left out, with a problem that says so. */
const MAX_RESOURCES = 100_000

/** Reads a plan. Throws a `ConfigurationError` where the text is none. */
export function readPlan(source: SourceFile): Plan {
  return { source, json: readPlanJson(source) }
}

/**
 * One side of a plan as what a root module creates. Values are the plan's; places, provenance and references are those
 * of the files, where the tree has them.
 */
export function loadPlan(
  plan: Plan,
  side: PlanSide,
  loader: ConfigurationLoader,
  spec: ProjectSpec,
): LoadedProject {
  const evaluated = loadProject(loader, spec)
  const problems = new ProblemLog()
  for (const problem of incomplete(plan)) problems.add(problem)
  const places = new PlanPlaces(plan.source, loader, spec.root, evaluated.resources)
  const reader = new ChangeReader(plan, side, spec.id, places)
  const changes = managedChanges(plan)
  if (changes.length > MAX_RESOURCES)
    problems.add(
      atStart(plan, `the plan has more than ${MAX_RESOURCES} resources. those from here on are left out`),
    )
  return {
    id: spec.id,
    resources: changes.slice(0, MAX_RESOURCES).flatMap((change) => reader.resource(change) ?? []),
    notLoaded: [],
    moves: [...evaluated.moves, ...movesOf(changes)],
    problems: problems.all(),
    assumptions: [],
  }
}

/** Data sources cost nothing, and a deposed object is on its way out under the address of its successor. */
function managedChanges({ json }: Plan): readonly Json[] {
  const deferred = items(json.deferred_changes).map((entry) => member(entry, 'resource_change'))
  return [...items(json.resource_changes), ...deferred].filter(
    (change): change is Json =>
      member(change, 'mode') === 'managed' && member(change, 'deposed') === undefined,
  )
}

function movesOf(changes: readonly Json[]): readonly Move[] {
  return changes.flatMap((change) => {
    const [from, to] = [text(change.previous_address), text(change.address)]
    return from !== undefined && to !== undefined && from !== to ? [{ from, to }] : []
  })
}

function incomplete(plan: Plan): readonly Problem[] {
  const found: Problem[] = []
  if (plan.json.errored === true)
    found.push(atStart(plan, 'planning ended with an error. what is missing in the plan is not reviewed'))
  if (plan.json.complete === false)
    found.push(atStart(plan, 'the plan is not complete: some changes are left to the next plan'))
  return found
}

function atStart({ source }: Plan, message: string): Problem {
  return { severity: 'warning', message, range: atPlan(source) }
}

/** Turns the changes of one plan into resources. */
class ChangeReader {
  readonly #side: PlanSide
  readonly #project: string
  readonly #configuration: PlanConfiguration
  readonly #references: PlanReferences
  readonly #places: PlanPlaces

  constructor({ json }: Plan, side: PlanSide, project: string, places: PlanPlaces) {
    this.#side = side
    this.#project = project
    this.#configuration = new PlanConfiguration(json)
    this.#references = new PlanReferences(project, this.#configuration)
    this.#places = places
  }

  /** The resource as it is on this side, undefined where it is not there. */
  resource(entry: Json): Resource | undefined {
    const planned = sideOf(member(entry, 'change'), this.#side)
    const [address, type, name] = [text(entry.address), text(entry.type), text(entry.name)]
    if (!planned || address === undefined || type === undefined || name === undefined) return undefined
    const block = blockAddress(address)
    const steps = moduleSteps(address)
    const written = this.#configuration.block(steps, `${type}.${name}`)
    const { range, moduleCalls, evaluated } = this.#places.of(address, block)
    const provider = planProvider(
      text(entry.provider_name) ?? type.split('_', 1)[0]!,
      text(member(written, 'provider_config_key')),
      this.#configuration,
    )
    const expressions = member(written, 'expressions')
    const all = attributesOf(planned, address)
    const shape = evaluated ? writtenIn(evaluated.attributes) : writtenBy(expressions)
    const attributes = this.#linked(withoutComputed(all, shape), expressions, steps, evaluated)
    const defaults = plannedDefaults(all, provider, this.#configuration)
    const region = plannedRegion(attributes, provider, this.#configuration)
    return {
      project: this.#project,
      address: this.#side === 'before' ? (text(entry.previous_address) ?? address) : address,
      type,
      name,
      provider: provider.identity,
      region: region.kind === 'unknown' ? (evaluated?.region ?? region) : adopting(region, evaluated?.region),
      attributes,
      defaultTags:
        defaults?.kind === 'unknown'
          ? (evaluated?.defaultTags ?? defaults)
          : defaults && adopting(defaults, evaluated?.defaultTags),
      range,
      moduleCalls,
      multiplicity: undefined,
    }
  }

  /** The attributes with their places and references: the files', and the plan's own where there are none. */
  #linked(
    attributes: MappingValue,
    expressions: Json[string] | undefined,
    steps: ReturnType<typeof moduleSteps>,
    evaluated: Resource | undefined,
  ): MappingValue {
    const written = new Map(members(expressions))
    const entries = [...attributes.entries].map(([name, value]): readonly [string, Value] => {
      const known = adopting(value, evaluated?.attributes.entries.get(name))
      const expression = written.get(name)
      return [name, evaluated || expression === undefined ? known : this.#referring(known, expression, steps)]
    })
    return { ...attributes, entries: new Map(entries) }
  }

  /** Blocks carry the references of each of their attributes, so that an edge finds its own. */
  #referring(value: Value, expression: Json[string], steps: ReturnType<typeof moduleSteps>): Value {
    if (Array.isArray(expression) && (value.kind === 'list' || value.kind === 'set')) {
      const blocks = value.items.map((item, index) => {
        const written = new Map(members(expression[index]))
        if (!isMapping(item)) return item
        const entries = [...item.entries].map(([name, inner]): readonly [string, Value] => {
          const within = written.get(name)
          return [name, within === undefined ? inner : this.#referring(inner, within, steps)]
        })
        return { ...item, entries: new Map(entries) }
      })
      return { ...value, items: blocks }
    }
    return referring(value, this.#references.of(expression, steps))
  }
}

/** What the plan says of one side; undefined where the resource is not there. */
function sideOf(change: Json[string] | undefined, side: PlanSide): Planned | undefined {
  const value = member(change, side)
  if (side === 'before') {
    if (value === undefined || value === null) return undefined
    return { value, unknown: false, sensitive: member(change, 'before_sensitive') }
  }
  // What is created and of which nothing is known has no `after`, but it is said to be unknown.
  const hidden = member(change, 'after_unknown')
  const isThere = (value !== undefined && value !== null) || hidden === true
  return isThere ? { value, unknown: hidden, sensitive: member(change, 'after_sensitive') } : undefined
}

/** Each attribute is unknown for a reason of its own. */
function attributesOf(planned: Planned, address: string): MappingValue {
  if (planned.unknown === true) return { ...object(new Map()), open: unknown(knownAfterApply(address)) }
  const names = new Set([...members(planned.value), ...members(planned.unknown)].map(([name]) => name))
  return object(
    new Map(
      [...names].map((name) => [
        name,
        planValue(part(planned, name), unknown(knownAfterApply(`${address}.${name}`))),
      ]),
    ),
  )
}

/** `module.a["x"].aws_instance.gpu[0]` → `module.a["x"].aws_instance.gpu` */
function blockAddress(address: string): string {
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/, '')
}
