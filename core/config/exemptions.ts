import { isDay } from '../domain/days.ts'
import type { Range } from '../source/source-file.ts'
import type { AscribeYml } from './ascribe-yml.ts'
import { resourceMatch } from './resolve-match.ts'
import type { Report } from './resolve-schema.ts'
import { matchText, type ResourceMatch } from './resource-match.ts'
import type { ExemptableRuleId } from './rule-ids.ts'
import { quote } from './wording.ts'
import { nodeAt, type YamlNode } from './yaml-tree.ts'

/** Findings of a rule that are accepted for a while. */
export interface ExemptionRule {
  readonly rule: ExemptableRuleId
  readonly match: ResourceMatch
  /** Undefined where none is given: it then exempts nothing. */
  readonly reason: string | undefined
  readonly owner: string | undefined
  /** The last day it holds, an ISO date. */
  readonly until: string
  /** Which one it is, wherever it stands in the list: `exemptions.missing-tag(path: legacy/**)`. */
  readonly name: string
  readonly range: Range
}

export function readExemptions(
  { exemptions = [] }: AscribeYml,
  root: YamlNode,
  report: Report,
): readonly ExemptionRule[] {
  return exemptions.flatMap(({ rule, match: written, reason, owner, until }, index): ExemptionRule[] => {
    const at = ['exemptions', index]
    if (!isDay(until)) {
      report([...at, 'until'], `${quote(until)} is no day of any year. expected a date, e.g. 2027-03-31`)
      return []
    }
    const match = resourceMatch(written)
    const { range } = nodeAt(root, at)
    const name = `exemptions.${rule}(${matchText(match)})`
    return [{ rule, match, reason: reason?.trim() || undefined, owner, until, name, range }]
  })
}
