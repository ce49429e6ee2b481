export const TAG_RULE_IDS = [
  'missing-tag',
  'invalid-tag-value',
  'illegal-tag',
  'unknown-owner',
  'owner-conflict',
  'tag-not-billed',
  'expired',
  'unknown-tags',
] as const
export type TagRuleId = (typeof TAG_RULE_IDS)[number]

/** About money that a manifest spends for nothing, or without a bound. */
export const SAVINGS_RULE_IDS = [
  'gpu-count-above-bound',
  'gpu-limits-far-above-requests',
  'gpu-without-request',
  'notebook-always-on',
  'ray-cluster-kept',
  'unbounded-gpu-pool',
] as const
export type SavingsRuleId = (typeof SAVINGS_RULE_IDS)[number]

/** About the money of a whole change. */
export const REVIEW_RULE_IDS = ['budget', 'growth', 'shared-rule-stale'] as const
export type ReviewRuleId = (typeof REVIEW_RULE_IDS)[number]

/** About exemptions that do not hold, or are needed no more. */
export const EXEMPTION_RULE_IDS = [
  'exemption-without-reason',
  'expired-exemption',
  'unused-exemption',
] as const
export type ExemptionRuleId = (typeof EXEMPTION_RULE_IDS)[number]

/** Every rule whose findings may be exempted. */
export const EXEMPTABLE_RULE_IDS = [...TAG_RULE_IDS, ...SAVINGS_RULE_IDS, ...REVIEW_RULE_IDS] as const
export type ExemptableRuleId = (typeof EXEMPTABLE_RULE_IDS)[number]

/** Every rule that `checks.severity` may name. */
export const RULE_IDS = [...EXEMPTABLE_RULE_IDS, ...EXEMPTION_RULE_IDS] as const

/** Whether a rule is about the tags of a resource, not about money. */
export function isTagRule(ruleId: string): boolean {
  return TAG_RULE_IDS.some((id) => id === ruleId)
}
