/** What the exit code says, the same for every command. */
export const EXIT = {
  nothingFound: 0,
  findings: 1,
  wrongUsage: 2,
  failure: 3,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
