import type { NumberValue, Value } from '../../domain/value.ts'
import { ANY, listOf, NUMBER, STRING } from '../types/type.ts'
import { ArgumentError, type Parameter, type TerraformFunction } from './terraform-function.ts'

/** Collections and texts that a function may build: what a hostile `range` or `%999999999d` runs into. */
const MAX_ITEMS = 100_000
const MAX_TEXT = 1 << 20

/** A parameter that hands its argument to the function as a plain JavaScript value. */
export interface Reader<T> extends Parameter {
  readonly read: (value: Value) => T
}

type Readings<P extends readonly Reader<unknown>[]> = {
  [K in keyof P]: P[K] extends Reader<infer T> ? T : never
}

/** A function whose result is made of all its arguments. */
export function made<const P extends readonly Reader<unknown>[]>(
  parameters: P,
  call: (...args: Readings<P>) => Value,
): TerraformFunction {
  return {
    parameters,
    result: 'made',
    call: (args) =>
      call(...(parameters.map((parameter, index) => parameter.read(args[index]!)) as Readings<P>)),
  }
}

/** As `made`, with any number of further arguments, given as an array. */
export function madeOfMany<const P extends readonly Reader<unknown>[], R>(
  parameters: P,
  rest: Reader<R>,
  call: (...args: [...Readings<P>, readonly R[]]) => Value,
): TerraformFunction {
  return {
    parameters,
    rest,
    result: 'made',
    call: (args) =>
      call(
        ...(parameters.map((parameter, index) => parameter.read(args[index]!)) as Readings<P>),
        args.slice(parameters.length).map(rest.read),
      ),
  }
}

export function text(name: string): Reader<string> {
  return { name, type: STRING, read: textOf }
}

export function numeric(name: string): Reader<NumberValue> {
  return { name, type: NUMBER, read: (value) => value as NumberValue }
}

export function whole(name: string): Reader<number> {
  return { name, type: NUMBER, read: (value) => wholeOf(value, name) }
}

export function texts(name: string): Reader<readonly Value[]> {
  return { name, type: listOf(STRING), read: (value) => (value.kind === 'list' ? value.items : []) }
}

/** A parameter of any type that the function looks at itself. */
export function anything(name: string, options: Pick<Parameter, 'nullable' | 'unknown'> = {}): Reader<Value> {
  return { name, type: ANY, read: (value) => value, ...options }
}

export function textOf(value: Value): string {
  if (value.kind !== 'string') throw new ArgumentError('string required')
  return value.value
}

export function wholeOf(value: Value, parameter: string): number {
  if (value.kind === 'number' && Number.isInteger(value.value) && Math.abs(value.value) < 2 ** 63)
    return value.value
  throw new ArgumentError(
    'value must be a whole number, between -9223372036854775808 and 9223372036854775807 inclusive',
    parameter,
  )
}

/** Refuses what would be too large to build. */
export function limitItems(count: number): void {
  if (count > MAX_ITEMS)
    throw new ArgumentError(`the result would have ${count} elements, more than ${MAX_ITEMS}`)
}

export function limitText(length: number): void {
  if (length > MAX_TEXT)
    throw new ArgumentError(`the result would have ${length} characters, more than ${MAX_TEXT}`)
}
