import type { ExemptionRule } from '../config/exemptions.ts'
import { withoutKeys } from '../domain/address.ts'
import type { Finding, Severity } from '../domain/finding.ts'
import { ZERO } from '../domain/money.ts'
import type { NotLoadedModule, Resource } from '../domain/resource.ts'
import { stakeOf } from '../review/stake.ts'
import type { Range } from '../source/source-file.ts'
import { commentsFor, type ExemptionsOfTree, rulesFor } from './exempt.ts'
import { coversRule } from './ignore-comment.ts'
import { ignoresAt, type PlacedIgnore } from './ignores.ts'
import type { StatedExemption } from './rules/exemption-check.ts'
import { exemptionChecks } from './rules/index.ts'

export interface CheckedExemptions extends ExemptionsOfTree {
  /** All that was found, also what no report shows. */
  readonly findings: readonly Finding[]
  readonly resources: Iterable<Resource>
  readonly notLoaded: readonly NotLoadedModule[]
  /** Whether all is seen that `ascribe.yml` is about: of a part of the tree, nothing can be said to be unused. */
  readonly isWhole: boolean
  readonly severities: ReadonlyMap<string, Severity | 'off'>
  readonly today: string | undefined
}

/** What is wrong with the exemptions of a tree themselves. */
export function checkExemptions(tree: CheckedExemptions): readonly Finding[] {
  const { rules, ignores, severities, today } = tree
  if (rules.length + ignores.length === 0) return []
  const found: Finding[] = []
  const ask = (exemption: StatedExemption, about: Pick<Finding, 'project' | 'address' | 'key'>): void => {
    for (const { id, severity: own, check } of exemptionChecks) {
      const severity = severities.get(id) ?? own
      const message = check(exemption, today)
      if (message === undefined) continue
      const { range, matched } = exemption
      const monthlyCost = id === 'unused-exemption' ? ZERO : stakeOf(matched)
      if (severity !== 'off') found.push({ ruleId: id, severity, ...about, message, range, monthlyCost })
      return
    }
  }
  const matches = matchesOf(tree)
  const addressOf = addresses(tree)
  const isHidden = hiddenIn(tree.notLoaded)
  const isAllVisible = tree.isWhole && tree.notLoaded.length === 0
  for (const ignore of ignores)
    for (const stated of statedIn(ignore, matches.byIgnore.get(ignore) ?? [], !isHidden(ignore)))
      ask(stated, { ...addressOf(ignore), key: nameOf(stated) })
  for (const rule of rules) {
    const matched = matches.byRule.get(rule) ?? []
    const stated = {
      ...rule,
      from: 'config',
      keys: [],
      isPlaced: true,
      matched,
      isVisible: isAllVisible,
    } as const
    ask(stated, { project: '', address: rule.name, key: undefined })
  }
  return found
}

/** `missing-tag(team)` */
function nameOf({ rule = '', keys }: StatedExemption): string {
  return keys.length === 0 ? rule : `${rule}(${keys.join(', ')})`
}

function statedIn(
  { rules, reason, until, range, beside }: PlacedIgnore,
  matched: readonly Finding[],
  isVisible: boolean,
): readonly StatedExemption[] {
  const common = { from: 'comment', reason, until, range, isPlaced: beside !== undefined, isVisible } as const
  if (rules.length === 0) return [{ ...common, rule: undefined, keys: [], matched: [] }]
  return rules.map((one) => ({
    ...common,
    rule: one.id,
    keys: one.keys,
    matched: matched.filter(({ ruleId, key }) => coversRule({ rules: [one] }, ruleId, key)),
  }))
}

function matchesOf(tree: CheckedExemptions) {
  const byIgnore = new Map<PlacedIgnore, Finding[]>()
  const byRule = new Map<ExemptionRule, Finding[]>()
  const comments = commentsFor(tree)
  const matching = rulesFor(tree)
  const add = <Key>(map: Map<Key, Finding[]>, key: Key, finding: Finding): void => {
    const known = map.get(key)
    if (known) known.push(finding)
    else map.set(key, [finding])
  }
  for (const finding of tree.findings) {
    for (const ignore of comments(finding)) add(byIgnore, ignore, finding)
    for (const rule of matching(finding)) add(byRule, rule, finding)
  }
  return { byIgnore, byRule }
}

/** What a comment stands beside, as reports call it: a resource, a module, or else its file. */
function addresses({ resources, ignores }: CheckedExemptions) {
  const known = new Map<PlacedIgnore, Pick<Finding, 'project' | 'address'>>()
  const besides = ignoresAt(ignores)
  const put = (range: Range, project: string, address: string): void => {
    for (const ignore of besides(range))
      if (!known.has(ignore)) known.set(ignore, { project, address: withoutKeys(address) })
  }
  for (const { project, address, range, moduleCalls } of resources) {
    put(range, project, address)
    for (const call of moduleCalls) put(call.range, project, call.address)
  }
  return (ignore: PlacedIgnore) => known.get(ignore) ?? { project: '', address: ignore.range.source.path }
}

/** Whether a comment stands beside the call of a module that is not there to be read. */
function hiddenIn(notLoaded: readonly NotLoadedModule[]): (ignore: PlacedIgnore) => boolean {
  const calls = new Map<string, number[]>()
  for (const { range } of notLoaded)
    calls.set(range.source.path, [...(calls.get(range.source.path) ?? []), range.start])
  return ({ beside }) =>
    beside !== undefined &&
    (calls.get(beside.source.path) ?? []).some((start) => beside.start <= start && start < beside.end)
}
