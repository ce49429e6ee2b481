import type { Plain } from '../../domain/plain.ts'
import type { Resource } from '../../domain/resource.ts'
import { isMapping, type MappingValue, object, unknown, type Value } from '../../domain/value.ts'
import { knownAfterApply } from '../evaluation/access.ts'
import { type ModuleStep, moduleSteps } from './plan-address.ts'
import { PlanConfiguration } from './plan-configuration.ts'
import { type Json, member, members, text } from './plan-json.ts'
import type { PlanPlaces } from './plan-places.ts'
import { plannedDefaults, plannedRegion, planProvider } from './plan-provider.ts'
import { PlanReferences } from './plan-references.ts'
import { type Planned, part, planValue } from './plan-value.ts'
import { adopting, referring, withoutComputed, writtenBy, writtenIn } from './written.ts'

/** Which side of a plan's changes: what is there before it, or after it. */
export type PlanSide = 'before' | 'after'

/** Turns the changes of one plan into resources. */
export class ChangeReader {
  readonly #side: PlanSide
  readonly #project: string
  readonly #configuration: PlanConfiguration
  readonly #references: PlanReferences
  readonly #places: PlanPlaces

  constructor(json: Json, side: PlanSide, project: string, places: PlanPlaces) {
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
    const steps = moduleSteps(address)
    const written = this.#configuration.block(steps, `${type}.${name}`)
    // The files of the side before a move have it under its former address.
    const here = this.#side === 'before' ? (text(entry.previous_address) ?? address) : address
    const { range, moduleCalls, evaluated } = this.#places.of(here)
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
      address: here,
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
    expressions: Plain | undefined,
    steps: readonly ModuleStep[],
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
  #referring(value: Value, expression: Plain, steps: readonly ModuleStep[]): Value {
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
function sideOf(change: Plain | undefined, side: PlanSide): Planned | undefined {
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
