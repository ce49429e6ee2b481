import type { Acceptance, NotEnforced } from '../../domain/acceptance.ts'
import { withoutKeys } from '../../domain/address.ts'
import { type Finding, resourcesAmong, SEVERITIES, type Severity } from '../../domain/finding.ts'
import { add, type Usd } from '../../domain/money.ts'
import { locate, type Range } from '../../source/source-file.ts'
import { counted } from '../text/counted.ts'

/** What one rule says about one resource at one place: the missing keys of a resource are one violation. */
export interface Violation {
  readonly ruleId: string
  readonly severity: Severity
  readonly project: string
  /** The first of `addresses`. */
  readonly address: string
  /** One, or all instances of a block that share the violation (see `mergeInstances`). */
  readonly addresses: readonly string[]
  /** The tag keys it is about, in the schema's order. */
  readonly keys: readonly string[]
  readonly messages: readonly string[]
  readonly range: Range
  /** Of all addresses together. */
  readonly monthlyCost: Usd
  /** As of its findings. */
  readonly accepted?: Acceptance
  readonly notEnforced?: NotEnforced
}

export function violations(findings: readonly Finding[]): readonly Violation[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const { project, address, ruleId, severity, range } = finding
    const key = [project, address, ruleId, severity, range.source.path, range.start].join('\n')
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()].map(([first, ...others]) => ({
    ...first!,
    addresses: [first!.address],
    keys: [first!, ...others].flatMap(({ key }) => (key === undefined ? [] : [key])),
    messages: [first!, ...others].map(({ message }) => message),
  }))
}

/** The same violation of several instances of one block, `count` or `for_each`, as one. */
export function mergeInstances(some: readonly Violation[]): readonly Violation[] {
  const merged = new Map<string, Violation>()
  for (const violation of some) {
    const { project, address, ruleId, severity, range, messages } = violation
    const told = messages.map((message) => message.replaceAll(address, ''))
    const place = [range.source.path, range.start, withoutKeys(address)]
    const key = JSON.stringify([project, ruleId, severity, ...place, ...told])
    const first = merged.get(key)
    merged.set(
      key,
      first
        ? {
            ...first,
            addresses: [...first.addresses, ...violation.addresses],
            monthlyCost: add(first.monthlyCost, violation.monthlyCost),
          }
        : violation,
    )
  }
  return [...merged.values()]
}

/** ` and 3 more instances`; empty where there is one. */
export function instancesText({ addresses }: Violation): string {
  const others = addresses.length - 1
  return others === 0 ? '' : ` and ${counted(others, 'more instance')}`
}

/** How many there are, as a verdict counts them: every key of a resource is one. */
export function countOf(some: readonly Violation[]): number {
  return some.reduce((sum, { messages, addresses }) => sum + messages.length * addresses.length, 0)
}

/** `4 in 2 resources`; `1` where they are of none. */
export function countText(some: readonly Violation[]): string {
  const resources = resourcesAmong(
    some.flatMap(({ project, addresses }) => addresses.map((address) => ({ project, address }))),
  )
  return `${countOf(some)}${resources > 0 ? ` in ${counted(resources, 'resource')}` : ''}`
}

/** The most severe first, then the most expensive, then as they stand in the files. */
export function byStakes(a: Violation, b: Violation): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.monthlyCost - a.monthlyCost ||
    byPlace(a, b)
  )
}

/** As they stand in the files. */
export function byPlace(a: { readonly range: Range }, b: { readonly range: Range }): number {
  const [left, right] = [a.range.source.path, b.range.source.path]
  return left === right ? a.range.start - b.range.start : left < right ? -1 : 1
}

/** `infra/train.tf:14:10` */
export function placeText(range: Range, showPath: (path: string) => string = (path) => path): string {
  const { path, line, column } = locate(range)
  return `${showPath(path)}:${line}:${column}`
}
