import { type Finding, SEVERITIES, type Severity } from '../../domain/finding.ts'
import type { Usd } from '../../domain/money.ts'
import { locate, type Range } from '../../source/source-file.ts'
import { counted } from '../text/counted.ts'

/** What one rule says about one resource at one place: the missing keys of a resource are one violation. */
export interface Violation {
  readonly ruleId: string
  readonly severity: Severity
  readonly project: string
  readonly address: string
  /** The tag keys it is about, in the schema's order. */
  readonly keys: readonly string[]
  readonly messages: readonly string[]
  readonly range: Range
  readonly monthlyCost: Usd
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
    keys: [first!, ...others].flatMap(({ key }) => (key === undefined ? [] : [key])),
    messages: [first!, ...others].map(({ message }) => message),
  }))
}

/** How many there are, as a verdict counts them: every key of a resource is one. */
export function countOf(some: readonly Violation[]): number {
  return some.reduce((sum, { messages }) => sum + messages.length, 0)
}

/** `4 in 2 resources` */
export function countText(some: readonly Violation[]): string {
  const resources = new Set(some.map(({ project, address }) => `${project}\n${address}`)).size
  return `${countOf(some)} in ${counted(resources, 'resource')}`
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

/** The tag keys that a resource lacks, where that is all there is to say; undefined for any other violation. */
export function lackedKeys({ address, keys, messages }: Violation): readonly string[] | undefined {
  return keys.length === messages.length && messages.every((text, at) => isLack(text, address, keys[at]!))
    ? keys
    : undefined
}

/**
 * One message for all of a violation's findings: `aws_instance.train has no "team", "model_id" tags. expected "team":
 * one of …`.
 */
export function messageOf(violation: Violation): string {
  const { address, messages } = violation
  const keys = lackedKeys(violation)
  if (!keys || keys.length === 1) return messages.join('; ')
  const expected: string[] = []
  const others: string[] = []
  for (const [at, message] of messages.entries()) {
    const said = message.slice(lack(address, keys[at]!).length)
    if (said.startsWith(EXPECTED)) expected.push(`"${keys[at]}": ${said.slice(EXPECTED.length)}`)
    else if (said !== '') others.push(`. "${keys[at]}"${said}`)
  }
  const start = `${address} has no ${keys.map((key) => `"${key}"`).join(', ')} tags`
  return start + (expected.length > 0 ? EXPECTED + expected.join('; ') : '') + others.join('')
}

const EXPECTED = '. expected '

function lack(address: string, key: string): string {
  return `${address} has no "${key}" tag`
}

function isLack(message: string, address: string, key: string): boolean {
  return message.startsWith(lack(address, key))
}

/** `infra/train.tf:14:10` */
export function placeText(range: Range, showPath: (path: string) => string = (path) => path): string {
  const { path, line, column } = locate(range)
  return `${showPath(path)}:${line}:${column}`
}
