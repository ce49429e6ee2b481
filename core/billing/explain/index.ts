export { beginExplanation, type ExplainOptions } from './explain.ts'
export type { Explanation } from './explanation.ts'
export { withChanges } from './with-changes.ts'
