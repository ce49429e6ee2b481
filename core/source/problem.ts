import type { Range } from './source-file.ts'

/**
 * Something in the user's files that cannot be read as it stands. The rest is still reviewed. The message says what
 * is wrong, quotes the culprit, and says what would be right.
 */
export interface Problem {
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly range: Range
}
