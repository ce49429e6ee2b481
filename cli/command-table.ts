import type { Command } from './command.ts'

/**
 * Every command, in the order in which help, completion and docs/cli.md have them. Each is loaded when it is asked for: a
 * check need not wait for what reads bills.
 */
const COMMANDS = {
  init: async () => (await import('./commands/init.ts')).initCommand,
  review: async () => (await import('./commands/review.ts')).reviewCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  fix: async () => (await import('./commands/fix.ts')).fixCommand,
  baseline: async () => (await import('./commands/baseline.ts')).baselineCommand,
  inspect: async () => (await import('./commands/inspect.ts')).inspectCommand,
  comment: async () => (await import('./commands/comment.ts')).commentCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  dashboard: async () => (await import('./commands/dashboard.ts')).dashboardCommand,
  chargeback: async () => (await import('./commands/chargeback.ts')).chargebackCommand,
  anomalies: async () => (await import('./commands/anomalies.ts')).anomaliesCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  reconcile: async () => (await import('./commands/reconcile.ts')).reconcileCommand,
  usage: async () => (await import('./commands/usage.ts')).usageCommand,
  policy: async () => (await import('./commands/policy.ts')).policyCommand,
  prices: async () => (await import('./commands/prices.ts')).pricesCommand,
  lsp: async () => (await import('./commands/lsp.ts')).lspCommand,
  completion: async () => (await import('./commands/completion.ts')).completionCommand(allCommands),
} as const satisfies Readonly<Record<string, () => Promise<Command>>>

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly (keyof typeof COMMANDS)[]

/** Undefined where no command has that name. */
export async function commandNamed(name: string): Promise<Command | undefined> {
  const known = COMMAND_NAMES.find((one) => one === name)
  return known && COMMANDS[known]()
}

export function allCommands(): Promise<readonly Command[]> {
  return Promise.all(COMMAND_NAMES.map((name) => COMMANDS[name]()))
}
