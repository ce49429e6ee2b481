import { isMapping, isSequence, type MappingValue, NULL, type Value } from './value.ts'

/** What was read: a value, or why it is not known. */
export type Reading<T> = { readonly kind: 'known'; readonly value: T } | UnknownReading
export interface UnknownReading {
  readonly kind: 'unknown'
  readonly because: string
}

/** Reads one argument. `name` is how messages call it. */
export type Reader<T> = (value: Value, name: string) => Reading<T>

/** What a pricer reads of a resource or a block: a reader for each argument or nested block by name. */
export type Readers<T> = { readonly [K in keyof T]: Reader<T[K]> }
/** What such readers read. */
export type Read<R> = { readonly [K in keyof R]: R[K] extends Reader<infer T> ? T : never }

/** Quantities beyond this are a mistake, and would take money out of its exact range. */
const MAX_NUMBER = 1e9
/** Names and types are short; what is longer is not quoted in messages. */
const MAX_LENGTH = 256

export const known = <T>(value: T): Reading<T> => ({ kind: 'known', value })
export const unknownBecause = (because: string): UnknownReading => ({ kind: 'unknown', because })

/** A string; `fallback` where it is null or absent. */
export function string(): Reader<string | undefined>
export function string(fallback: string): Reader<string>
export function string(fallback?: string): Reader<string | undefined> {
  return scalar(fallback, `a string of at most ${MAX_LENGTH} characters`, (value) => {
    if (value.kind === 'string') return value.value.length <= MAX_LENGTH ? value.value : undefined
    return value.kind === 'number' || value.kind === 'bool' ? String(value.value) : undefined
  })
}

/** A number from 0 to a billion, also written as a string; `fallback` where it is null or absent. */
export function number(): Reader<number | undefined>
export function number(fallback: number): Reader<number>
export function number(fallback?: number): Reader<number | undefined> {
  return scalar(fallback, `a number from 0 to ${MAX_NUMBER}`, (value) => {
    if (value.kind !== 'number' && (value.kind !== 'string' || value.value.trim() === '')) return undefined
    const number = Number(value.value)
    return number >= 0 && number <= MAX_NUMBER ? number : undefined
  })
}

/** A bool, also written as a string; `fallback` where it is null or absent. */
export function bool(fallback: boolean): Reader<boolean> {
  return scalar(fallback, 'true or false', (value) => {
    if (value.kind === 'bool') return value.value
    if (value.kind !== 'string' || (value.value !== 'true' && value.value !== 'false')) return undefined
    return value.value === 'true'
  })
}

function scalar<T>(fallback: T, expected: string, convert: (value: Value) => T | undefined): Reader<T> {
  return (value, name) => {
    if (value.kind === 'null') return known(fallback)
    const converted = convert(value)
    return (
      hidden(value, name) ?? (converted === undefined ? mistaken(value, name, expected) : known(converted))
    )
  }
}

/** Whether something is written there at all, where only that matters: an id that is not known yet is. */
export const isSet: Reader<boolean> = (value) => known(value.kind !== 'null')

/** A list of strings, all of them known. */
export const strings: Reader<readonly string[]> = (value, name) => {
  if (value.kind === 'null') return known([])
  const cannot = hidden(value, name)
  if (cannot) return cannot
  if (!isSequence(value)) return mistaken(value, name, 'a list of strings')
  const read: string[] = []
  for (const [index, item] of value.items.entries()) {
    const reading = string('')(item, `${name}[${index}]`)
    if (reading.kind === 'unknown') return reading
    read.push(reading.value)
  }
  return known(read)
}

/** As `count`, but a list that is not set differs from an empty one. */
export const countIfSet: Reader<number | undefined> = (value, name) =>
  value.kind === 'null' ? known(undefined) : count(value, name)

/** A map of texts, known in part: a value that is unknown, and keys that may be there besides, are said in `open`. */
export interface Texts {
  readonly entries: ReadonlyMap<string, string>
  readonly open: string | undefined
}

/** A map of strings; numbers and bools count as they are written. Never unknown as a whole: its `open` says why. */
export const texts: Reader<Texts> = (value, name) => {
  const entries = new Map<string, string>()
  if (value.kind === 'null') return known({ entries, open: undefined })
  if (!isMapping(value) || value.sensitive)
    return known({ entries, open: (hidden(value, name) ?? mistaken(value, name, 'a map')).because })
  let open = value.open && `\`${name}\` is not known in full: ${value.open.because}`
  for (const [key, item] of value.entries) {
    const reading = string('')(item, `${name}.${key}`)
    if (reading.kind === 'known') entries.set(key, reading.value)
    else open ??= reading.because
  }
  return known({ entries, open })
}

/** How many items a list or a set has. */
export const count: Reader<number> = (value, name) => {
  if (value.kind === 'null') return known(0)
  const cannot = hidden(value, name)
  if (cannot) return cannot
  return isSequence(value) ? known(value.items.length) : mistaken(value, name, 'a list')
}

/** A nested block that may be there once. */
export function block<T>(readers: Readers<T>): Reader<T | undefined> {
  return (value, name) => {
    const [first] = blockItems(value, name)
    return first === undefined ? known(undefined) : readItem(first, readers, name)
  }
}

/** Every nested block of a type. What is unknown about one leaves the others known. */
export function blocks<T>(readers: Readers<T>): Reader<readonly Reading<T>[]> {
  return (value, name) => known(blockItems(value, name).map((item) => readItem(item, readers, name)))
}

/** Lets the pricer see that a value is unknown, where the rest of the resource can be priced without it. */
export function maybe<T>(reader: Reader<T>): Reader<Reading<T>> {
  return (value, name) => known(reader(value, name))
}

/** Reads the arguments of a resource or block; the first that is unknown makes the whole unknown. */
export function readAll<T>(attributes: MappingValue, readers: Readers<T>, prefix = ''): Reading<T> {
  const read: Partial<T> = {}
  for (const name in readers) {
    const reading = readers[name](attributes.entries.get(name) ?? attributes.open ?? NULL, prefix + name)
    if (reading.kind === 'unknown') return reading
    read[name] = reading.value
  }
  return known(read as T)
}

function blockItems(value: Value, name: string): readonly Reading<MappingValue>[] {
  if (value.kind === 'null') return []
  if (isMapping(value)) return [value.sensitive ? sensitive(name) : known(value)]
  if (!isSequence(value)) return [hidden(value, name) ?? mistaken(value, name, 'a block')]
  if (value.sensitive) return [sensitive(name)]
  const items = value.items.flatMap((item) => blockItems(item, name))
  return value.open ? [...items, unknownBecause(`\`${name}\` is unknown: ${value.open.because}`)] : items
}

function readItem<T>(item: Reading<MappingValue>, readers: Readers<T>, name: string): Reading<T> {
  return item.kind === 'unknown' ? item : readAll(item.value, readers, `${name}.`)
}

/** Why a value cannot be used, where that is so. */
function hidden(value: Value, name: string): UnknownReading | undefined {
  if (value.kind === 'unknown') return unknownBecause(`\`${name}\` is unknown: ${value.because}`)
  if (value.sensitive) return sensitive(name)
  return isSequence(value) && value.open
    ? unknownBecause(`\`${name}\` is unknown: ${value.open.because}`)
    : undefined
}

/** Sizes and counts are printed with every charge, so what is sensitive cannot be priced. */
function sensitive(name: string): UnknownReading {
  return unknownBecause(`\`${name}\` is sensitive: it is not shown, nor what it costs`)
}

function mistaken(value: Value, name: string, expected: string): UnknownReading {
  return unknownBecause(`\`${name}\` is ${shown(value)}, expected ${expected}`)
}

function shown(value: Value): string {
  if (value.kind === 'string') return JSON.stringify(value.value.slice(0, 60))
  if (value.kind === 'number' || value.kind === 'bool') return String(value.value)
  return `a ${value.kind}`
}
