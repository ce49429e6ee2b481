export { loadPlan, type Plan, type PlanSide, readPlan } from './load-plan.ts'
