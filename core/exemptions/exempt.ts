import type { ExemptionRule } from '../config/exemptions.ts'
import { type MatchSubject, matchesResource } from '../config/resource-match.ts'
import type { Acceptance } from '../domain/acceptance.ts'
import type { Finding } from '../domain/finding.ts'
import type { Resource } from '../domain/resource.ts'
import { coversRule } from './ignore-comment.ts'
import { ignoresOf, type PlacedIgnore } from './ignores.ts'

/** What a tree says of exemptions, and how its findings' resources are found. */
export interface ExemptionsOfTree {
  readonly rules: readonly ExemptionRule[]
  readonly ignores: readonly PlacedIgnore[]
  readonly subjectOf: (finding: Finding) => MatchSubject
  /** Undefined for what a rule says of no one resource. */
  readonly resourceOf: (finding: Finding) => Resource | undefined
}

/** The comments beside what a finding is about that name its rule, and perhaps its key. */
export function commentsFor(
  tree: Pick<ExemptionsOfTree, 'ignores' | 'resourceOf'>,
): (finding: Finding) => readonly PlacedIgnore[] {
  if (tree.ignores.length === 0) return () => []
  const beside = ignoresOf(tree.ignores)
  return (finding) => {
    const resource = tree.resourceOf(finding)
    if (!resource) return []
    return beside(resource).filter((ignore) => coversRule(ignore, finding.ruleId, finding.key))
  }
}

/** The rules of `ascribe.yml` that match a finding, in the order written. */
export function rulesFor({
  rules,
  subjectOf,
}: Pick<ExemptionsOfTree, 'rules' | 'subjectOf'>): (finding: Finding) => readonly ExemptionRule[] {
  if (rules.length === 0) return () => []
  const index = new Map<string, { readonly rule: ExemptionRule; readonly at: number }[]>()
  rules.forEach((rule, at) => {
    const key = indexKey(rule.rule, exactAddress(rule))
    const those = index.get(key)
    if (those) those.push({ rule, at })
    else index.set(key, [{ rule, at }])
  })
  return (finding) => {
    const exact = index.get(indexKey(finding.ruleId, finding.address)) ?? []
    const others = index.get(indexKey(finding.ruleId, undefined)) ?? []
    if (exact.length + others.length === 0) return []
    const subject = subjectOf(finding)
    return [...exact, ...others]
      .filter(({ rule }) => matchesResource(rule.match, subject))
      .sort((a, b) => a.at - b.at)
      .map(({ rule }) => rule)
  }
}

/** Thousands of exemptions each name one address: those are looked up. */
function exactAddress({ match: { address } }: ExemptionRule): string | undefined {
  return address === undefined || address.includes('*') ? undefined : address
}

function indexKey(rule: string, address: string | undefined): string {
  return `${rule}\n${address ?? ''}`
}

export function acceptedBy(
  { reason = '', owner, until, range }: PlacedIgnore | ExemptionRule,
  from: 'comment' | 'config',
): Acceptance {
  return { kind: 'exemption', from, reason, owner, until, range }
}
