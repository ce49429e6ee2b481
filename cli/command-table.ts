import type { Command } from './command.ts'
import { anomaliesCommand } from './commands/anomalies.ts'
import { baselineCommand } from './commands/baseline.ts'
import { chargebackCommand } from './commands/chargeback.ts'
import { checkCommand } from './commands/check.ts'
import { commentCommand } from './commands/comment.ts'
import { completionCommand } from './commands/completion.ts'
import { dashboardCommand } from './commands/dashboard.ts'
import { explainCommand } from './commands/explain.ts'
import { fixCommand } from './commands/fix.ts'
import { initCommand } from './commands/init.ts'
import { inspectCommand } from './commands/inspect.ts'
import { lspCommand } from './commands/lsp.ts'
import { policyCommand } from './commands/policy.ts'
import { pricesCommand } from './commands/prices.ts'
import { reconcileCommand } from './commands/reconcile.ts'
import { reportCommand } from './commands/report.ts'
import { reviewCommand } from './commands/review.ts'
import { usageCommand } from './commands/usage.ts'

/** Every command, in the order in which help, completion and docs/cli.md have them. */
export const COMMANDS: readonly Command[] = [
  initCommand,
  reviewCommand,
  checkCommand,
  fixCommand,
  baselineCommand,
  inspectCommand,
  commentCommand,
  reportCommand,
  dashboardCommand,
  chargebackCommand,
  anomaliesCommand,
  explainCommand,
  reconcileCommand,
  usageCommand,
  policyCommand,
  pricesCommand,
  lspCommand,
  completionCommand(() => COMMANDS),
]
