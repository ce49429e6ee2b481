import { quantity } from '../../domain/quantity.ts'
import { known, type Reading, unknownBecause } from '../../domain/reads.ts'
import { isMapping, type Value } from '../../domain/value.ts'
import { field, textOf } from '../field.ts'

/** Amounts by resource name, in plain units: cores, bytes, pieces. */
export type Amounts = ReadonlyMap<string, number>

/** What a container asks for and may use at most. */
export interface ContainerResources {
  readonly requests: Amounts
  readonly limits: Amounts
  readonly notes: readonly string[]
}

/** Beyond this a quantity is a mistake: no node has so much. */
const MAX_AMOUNT = 1e18

/** `resources:` of a container or a pod, as the API server fills it: limits stand in for requests. */
export function readResources(resources: Value, name: string): Reading<ContainerResources> {
  const limits = readAmounts(field(resources, 'limits'), `${name} limits`)
  if (limits.kind === 'unknown') return limits
  const requests = readAmounts(field(resources, 'requests'), `${name} requests`)
  if (requests.kind === 'unknown') return requests
  const notes: string[] = []
  for (const [resource, amount] of requests.value) {
    const limit = limits.value.get(resource)
    if (limit !== undefined && amount > limit)
      notes.push(`${name} requests more ${resource} than its limit: Kubernetes refuses that`)
  }
  const all = new Map([...limits.value, ...requests.value])
  const memory = all.get('memory')
  if (memory !== undefined && memory > 0 && memory < 1024)
    notes.push(`${name} requests ${memory} bytes of memory: a suffix such as Gi is probably missing`)
  return known({ requests: all, limits: limits.value, notes })
}

export function readAmounts(value: Value, name: string): Reading<Amounts> {
  if (value.kind === 'unknown') return unknownBecause(`${name} are unknown: ${value.because}`)
  const amounts = new Map<string, number>()
  if (value.kind === 'null') return known(amounts)
  if (!isMapping(value)) return unknownBecause(`${name} are a ${value.kind}, expected a mapping`)
  if (value.open) return unknownBecause(`${name} are not known in full: ${value.open.because}`)
  for (const [resource, written] of value.entries) {
    if (written.kind === 'null') continue
    const amount = readAmount(written, `${name}.${resource}`)
    if (amount.kind === 'unknown') return amount
    if (resource.includes('/') && !Number.isInteger(amount.value))
      return unknownBecause(`${name}.${resource} is ${textOf(written)}, expected a whole number`)
    amounts.set(resource, amount.value)
  }
  return known(amounts)
}

/** One quantity, in its plain unit. */
export function readAmount(value: Value, name: string): Reading<number> {
  if (value.kind === 'unknown') return unknownBecause(`${name} is unknown: ${value.because}`)
  const text = textOf(value)
  const amount = quantity(text)
  if (amount !== undefined && amount >= 0 && amount <= MAX_AMOUNT) return known(amount)
  const shown = text === undefined ? `a ${value.kind}` : JSON.stringify(text.slice(0, 60))
  return unknownBecause(`${name} is ${shown}, expected a quantity such as 500m or 16Gi`)
}

export function plus(a: Amounts, b: Amounts): Amounts {
  const sum = new Map(a)
  for (const [resource, amount] of b) sum.set(resource, (sum.get(resource) ?? 0) + amount)
  return sum
}

export function largest(a: Amounts, b: Amounts): Amounts {
  const most = new Map(a)
  for (const [resource, amount] of b) most.set(resource, Math.max(most.get(resource) ?? 0, amount))
  return most
}
