/** Every rule that `checks.severity` and `exemptions` may name; the second list is of rules still to come. */
export const RULE_IDS = ['missing-tag', 'invalid-tag-value', 'unknown-tags'] as const
export type RuleId = (typeof RULE_IDS)[number]

export const LATER_RULE_IDS = [
  'tag-not-billed',
  'unknown-owner',
  'owner-conflict',
  'expired',
  'budget',
  'growth',
  'unbounded-gpu-pool',
] as const
