import type { ProjectPlan } from '../core/index.ts'
import type { Arguments, Option } from './command.ts'
import { readPlanFile } from './trees/plan-file.ts'

/** Of every command that may read a plan in place of files; may be given once for each project. */
export const PLAN_OPTIONS: Readonly<Record<string, Option>> = {
  plan: {
    description: 'plan in JSON to read in place of the files of a project (once for each)',
    value: '[PROJECT=]FILE',
    repeated: true,
  },
}

export const BASE_PLAN_OPTIONS: Readonly<Record<string, Option>> = {
  'base-plan': {
    description: "the same for the base side (what is there before the head side's plan)",
    value: '[PROJECT=]FILE',
    repeated: true,
  },
}

/** The plans that `--plan` or `--base-plan` names; messages name them from `root` on. */
export function plansIn(args: Arguments, name: 'plan' | 'base-plan', root: string): readonly ProjectPlan[] {
  return args.all(name).map((given) => readPlanFile(given, process.cwd(), root))
}
