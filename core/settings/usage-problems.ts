import { HOURS_KEY } from '../config/calibration.ts'
import { nearest } from '../config/nearest.ts'
import { namesOf, type Quantities, type UsageFile } from '../config/usage-file.ts'
import type { InspectedResource } from '../review/inspection.ts'
import type { Problem } from '../source/problem.ts'

/**
 * What a usage file says in vain: of resources that are not among these, and under keys that nothing is charged by. One
 * warning each, at the first quantity.
 */
export function* usageProblems(
  { byAddress, byType, measured }: UsageFile,
  resources: readonly InspectedResource[],
): Generator<Problem> {
  const keysOf = new Map<string, Set<string>>()
  const note = (name: string, keys: readonly string[]): void => {
    const known = keysOf.get(name)
    if (known) for (const key of keys) known.add(key)
    else keysOf.set(name, new Set(keys))
  }
  for (const { resource, estimate } of resources) {
    const keys = 'usageKeys' in estimate ? (estimate.usageKeys ?? []).map(({ key }) => key) : []
    if (estimate.kind === 'priced') keys.push(HOURS_KEY)
    for (const name of [...namesOf(resource.address), resource.type]) note(name, keys)
  }
  for (const [address, quantities] of byAddress) yield* inVain(address, quantities, keysOf.get(address), true)
  for (const [address, quantities] of measured?.byAddress ?? [])
    yield* inVain(address, quantities, keysOf.get(address), true)
  for (const [type, quantities] of byType) yield* inVain(type, quantities, keysOf.get(type), false)
}

function* inVain(
  name: string,
  quantities: Quantities,
  keys: ReadonlySet<string> | undefined,
  isAddress: boolean,
): Generator<Problem> {
  const [first] = quantities.values()
  if (!first) return
  if (!keys) {
    // A default for a type that is not used yet is nobody's mistake.
    if (isAddress)
      yield { severity: 'warning', message: `there is no resource "${name}"`, range: first.range }
    return
  }
  for (const [key, { range }] of quantities) {
    if (keys.has(key)) continue
    const near = nearest(key, [...keys])
    const hint = near === undefined ? '' : `. did you mean "${near}"?`
    yield { severity: 'warning', message: `${name} is not charged by "${key}"${hint}`, range }
  }
}
