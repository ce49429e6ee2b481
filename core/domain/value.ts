import type { Range } from '../source/source-file.ts'

/**
 * A value as Terraform knows it: its own types, plus what a static reader cannot know. An unknown value is not an
 * error; it says why it is unknown and what it refers to. Maps may be known in part.
 */
export type Value =
  | NullValue
  | BoolValue
  | NumberValue
  | StringValue
  | SequenceValue
  | MappingValue
  | UnknownValue

/** What travels with every value, whatever its kind. */
export interface Traits {
  /**
   * Where the value comes from, nearest first: the place it was written last (the key of the object it stands in),
   * then the places it was read from (a local, a variable's default, a .tfvars line). At most `MAX_ORIGINS`.
   */
  readonly origins?: readonly Range[]
  /** Marked sensitive by Terraform: never printed. */
  readonly sensitive?: true
  /** Resources whose attribute this value is, or is made of. Kept on known values too: edges follow references. */
  readonly refs?: readonly ResourceRef[]
}

export interface ResourceRef {
  readonly project: string
  /** Address of the resource or, where its instance is not known, of the whole block (`aws_subnet.private`). */
  readonly address: string
  readonly attribute?: string
}

export interface NullValue extends Traits {
  readonly kind: 'null'
}
export interface BoolValue extends Traits {
  readonly kind: 'bool'
  readonly value: boolean
}
export interface NumberValue extends Traits {
  readonly kind: 'number'
  readonly value: number
  /** The digits as written, where a double cannot hold them (integers beyond 2^53). */
  readonly digits?: string
}
export interface StringValue extends Traits {
  readonly kind: 'string'
  readonly value: string
}
export interface SequenceValue extends Traits {
  readonly kind: 'list' | 'set' | 'tuple'
  readonly items: readonly Value[]
  /** The listed items are certainly there; further ones may be, at any place, because of this. */
  readonly open?: UnknownValue
}
export interface MappingValue extends Traits {
  readonly kind: 'map' | 'object'
  /** The keys that are certainly present. A value here may itself be unknown. */
  readonly entries: ReadonlyMap<string, Value>
  /** Further keys may be present, because of this. */
  readonly open?: UnknownValue
}
export interface UnknownValue extends Traits {
  readonly kind: 'unknown'
  /** A reason a person understands and can act on, e.g. `var.size has no default`. */
  readonly because: string
  /** What it certainly begins with, where it is a text. It is then neither null nor empty. */
  readonly prefix?: string
}

export const MAX_ORIGINS = 4

export const NULL: NullValue = { kind: 'null' }
export const bool = (value: boolean): BoolValue => ({ kind: 'bool', value })
export const number = (value: number): NumberValue => ({ kind: 'number', value })
export const string = (value: string): StringValue => ({ kind: 'string', value })
export const list = (items: readonly Value[]): SequenceValue => ({ kind: 'list', items })
export const set = (items: readonly Value[]): SequenceValue => ({ kind: 'set', items })
export const tuple = (items: readonly Value[]): SequenceValue => ({ kind: 'tuple', items })
export const map = (entries: ReadonlyMap<string, Value>): MappingValue => ({ kind: 'map', entries })
export const object = (entries: ReadonlyMap<string, Value>): MappingValue => ({ kind: 'object', entries })
export const unknown = (because: string, traits: Traits = {}): UnknownValue => ({
  kind: 'unknown',
  because,
  ...traits,
})

/** The traits of a value, to be put on one that is made from it alone. */
export function traitsOf({ origins, sensitive, refs }: Value): Traits {
  return { ...(origins && { origins }), ...(sensitive && { sensitive }), ...(refs && { refs }) }
}

export function isSequence(value: Value): value is SequenceValue {
  return value.kind === 'list' || value.kind === 'set' || value.kind === 'tuple'
}

export function isMapping(value: Value): value is MappingValue {
  return value.kind === 'map' || value.kind === 'object'
}

/** The first unknown found in a value, itself included, depth first. */
export function findUnknown(value: Value): UnknownValue | undefined {
  if (value.kind === 'unknown') return value
  if (isSequence(value)) return value.open ?? firstUnknown(value.items)
  if (isMapping(value)) return value.open ?? firstUnknown(value.entries.values())
  return undefined
}

function firstUnknown(values: Iterable<Value>): UnknownValue | undefined {
  for (const value of values) {
    const found = findUnknown(value)
    if (found) return found
  }
  return undefined
}

/** A copy of `value` that remembers one more place it was written at, nearest first. */
export function writtenAt<V extends Value>(value: V, range: Range): V {
  const { origins = [] } = value
  const nearest = origins[0]
  if (nearest && nearest.source === range.source && nearest.start === range.start) return value
  return { ...value, origins: [range, ...origins].slice(0, MAX_ORIGINS) }
}
