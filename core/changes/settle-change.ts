import type { Config } from '../config/config.ts'
import type { ExemptionRule } from '../config/exemptions.ts'
import type { Acceptance } from '../domain/acceptance.ts'
import { identityOf, withoutKeys } from '../domain/address.ts'
import type { Finding } from '../domain/finding.ts'
import { type BaselineEntry, baselineHas } from '../exemptions/baseline.ts'
import { enforcer } from '../exemptions/enforce.ts'
import { acceptedBy, commentsFor, type ExemptionsOfTree, rulesFor } from '../exemptions/exempt.ts'
import { coversRule, holds } from '../exemptions/ignore-comment.ts'
import { ignoresAt, type PlacedIgnore } from '../exemptions/ignores.ts'
import type { InspectedTree } from '../inspect/inspect.ts'
import { compareFindings, type FindingChanges } from '../review/compare-findings.ts'
import type { AddedExemption, Settled } from '../review/settled.ts'
import { stakeOf } from '../review/stake.ts'
import { type Range, SourceFile } from '../source/source-file.ts'

/** What decides about the findings of a change. */
export interface ChangeJudge {
  /** The configuration that decides. */
  readonly config: Config
  /** Whether the change is judged by what it brings itself: it brings the first `ascribe.yml`. */
  readonly judgesItself: boolean
  readonly today: string | undefined
  readonly base: JudgedSide
  /** Its rules are those of the judge. */
  readonly head: JudgedSide
  /** What the head side's own `ascribe.yml` exempts, for what it adds to the judge's. */
  readonly headRules: ExemptionsOfTree
}

export interface JudgedSide {
  readonly tree: InspectedTree
  readonly exemptions: ExemptionsOfTree
  readonly baseline: readonly BaselineEntry[]
  readonly baselineSource: SourceFile | undefined
  /** What is wrong with the side's own exemptions. */
  readonly findings: readonly Finding[]
}

type Rename = (project: string, address: string) => string

/** Something that would accept a finding, and whether it may. */
interface Claim {
  readonly by: Acceptance
  /** Set where the change adds it. */
  readonly added?: PlacedIgnore | ExemptionRule | 'baseline'
  readonly counts: boolean
}

/**
 * The findings of a change as the base side lets them count: what the change itself adds to what is accepted is listed,
 * and counts only where the judge allows it.
 */
export function settleChange(judge: ChangeJudge): (findings: FindingChanges, rename: Rename) => Settled {
  return (found, rename) => {
    const { head, base, config, today } = judge
    const claimOf = claims(judge, rename)
    const enforced = enforcer(config.enforcement, head.exemptions.subjectOf, today)
    const enforcedBefore = enforcer(config.enforcement, base.exemptions.subjectOf, today)
    const accepted: Finding[] = []
    const added = new Map<NonNullable<Claim['added']>, { readonly claim: Claim; readonly about: Finding[] }>()
    const counting = (findings: readonly Finding[]): readonly Finding[] =>
      findings.flatMap((finding) => {
        const claim = claimOf(finding)
        if (claim?.added) {
          const known = added.get(claim.added) ?? { claim, about: [] }
          known.about.push(finding)
          added.set(claim.added, known)
        }
        if (!claim?.counts) return [enforced(finding)]
        accepted.push({ ...finding, accepted: claim.by })
        return []
      })
    const own = compareFindings(base.findings, head.findings, rename, ALL)
    return {
      findings: {
        new: [...counting(found.new), ...own.new.map(enforced)],
        existing: [...counting(found.existing), ...own.existing.map(enforced)],
        fixed: [...found.fixed, ...own.fixed].map(enforcedBefore),
      },
      accepted,
      added: [...added].map(([what, { claim, about }]) => addedExemption(what, claim, about, judge)),
    }
  }
}

const ALL = { base: () => true, head: () => true }

/** The first that accepts a finding and counts; else the first that would, were it merged. */
function claims(judge: ChangeJudge, rename: Rename): (finding: Finding) => Claim | undefined {
  const { config, judgesItself, today, base, head, headRules } = judge
  const allowsNew = judgesItself || config.allowNewExemptions
  const comments = commentsFor(head.exemptions)
  const wasBeside = commentsBefore(judge, rename)
  const rules = rulesFor(head.exemptions)
  const ownRules = rulesFor(headRules)
  const knows = baselineHas((judgesItself ? head : base).baseline, rename)
  const adds = judgesItself ? () => false : baselineHas(head.baseline, rename)
  return (finding) => {
    const comment = comments(finding).find((one) => holds(one, today))
    const isOld = comment && wasBeside(finding).some((one) => holds(one, today))
    if (comment && (isOld || judgesItself)) return { by: acceptedBy(comment, 'comment'), counts: true }
    const rule = rules(finding).find((one) => holds(one, today))
    if (rule) return { by: acceptedBy(rule, 'config'), counts: true }
    if (knows(finding)) return { by: { kind: 'baseline' }, counts: true }
    if (comment) return { by: acceptedBy(comment, 'comment'), added: comment, counts: allowsNew }
    const own = ownRules(finding).find((one) => holds(one, today))
    if (own) return { by: acceptedBy(own, 'config'), added: own, counts: allowsNew }
    return adds(finding) ? { by: { kind: 'baseline' }, added: 'baseline', counts: false } : undefined
  }
}

/** The base side's comments beside the same block, or the same call that leads to it: who has one there keeps it. */
function commentsBefore(
  { base: { tree, exemptions }, head }: ChangeJudge,
  rename: Rename,
): (finding: Finding) => readonly PlacedIgnore[] {
  if (exemptions.ignores.length === 0) return () => []
  const besides = ignoresAt(exemptions.ignores)
  const blocks = new Map<string, readonly PlacedIgnore[]>()
  const put = (project: string, address: string, range: Range): void => {
    const there = besides(range)
    if (there.length > 0) blocks.set(blockOf(project, rename(project, address)), there)
  }
  for (const { resource } of tree.resources) {
    put(resource.project, resource.address, resource.range)
    for (const call of resource.moduleCalls) put(resource.project, call.address, call.range)
  }
  return (finding) => {
    const calls = head.exemptions.resourceOf(finding)?.moduleCalls ?? []
    return [finding.address, ...calls.map(({ address }) => address)]
      .flatMap((address) => blocks.get(blockOf(finding.project, address)) ?? [])
      .filter((ignore) => coversRule(ignore, finding.ruleId, finding.key))
  }
}

function blockOf(project: string, address: string): string {
  return identityOf({ project, address: withoutKeys(address) })
}

function addedExemption(
  what: NonNullable<Claim['added']>,
  { counts }: Claim,
  about: readonly Finding[],
  { head }: ChangeJudge,
): AddedExemption {
  const common = { findings: about.length, monthlyCost: stakeOf(about), counts }
  if (what === 'baseline') {
    const source = head.baselineSource ?? new SourceFile('', '')
    const range: Range = { source, start: 0, end: 0 }
    return {
      from: 'baseline',
      rules: [],
      reason: undefined,
      owner: undefined,
      until: undefined,
      range,
      ...common,
    }
  }
  const { reason, owner, until, range } = what
  const rules = 'rule' in what ? [what.rule] : what.rules.map(({ id }) => id)
  return { from: 'rule' in what ? 'config' : 'comment', rules, reason, owner, until, range, ...common }
}
