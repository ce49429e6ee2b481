import { budget } from './budget.ts'
import type { ChangeRule } from './change-rule.ts'
import { growth } from './growth.ts'
import { sharedRuleStale } from './shared-rule-stale.ts'

export const changeRules: readonly ChangeRule[] = [budget, growth, sharedRuleStale]
