/** Every rule that `checks.severity` and `exemptions` may name. */
export const TAG_RULE_IDS = [
  'missing-tag',
  'invalid-tag-value',
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

export const RULE_IDS = [...TAG_RULE_IDS, ...SAVINGS_RULE_IDS, ...REVIEW_RULE_IDS] as const
export type RuleId = (typeof RULE_IDS)[number]

/** Whether a rule is about the tags of a resource, not about money. */
export function isTagRule(ruleId: string): boolean {
  return TAG_RULE_IDS.some((id) => id === ruleId)
}
