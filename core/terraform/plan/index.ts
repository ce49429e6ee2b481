export type { PlanSide } from './change-reader.ts'
export { loadPlan, type Plan, readPlan } from './load-plan.ts'
