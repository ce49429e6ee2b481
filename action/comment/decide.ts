import type { CommentMode } from '../inputs.ts'

/** What there is to say about a change. */
export interface Occasion {
  /** A file that may cost money has changed. */
  readonly isRelevant: boolean
  /** Some resource costs another amount, though the changes may add up to nothing. */
  readonly movesMoney: boolean
  /** Absolute, a month. */
  readonly change: number
  /** New violations, unreadable files, anything that fails. */
  readonly isWrong: boolean
}

export type Saying = 'nothing' | 'short' | 'full'

/** Whether to comment, and how much of it: the table of docs/action.md. */
export function whatToSay(
  { isRelevant, movesMoney, change, isWrong }: Occasion,
  mode: CommentMode,
  threshold: number,
  isThere: boolean,
): Saying {
  if (mode === 'off') return 'nothing'
  if (isWrong) return 'full'
  if (!isRelevant) return isThere ? 'short' : 'nothing'
  if (!movesMoney) return isThere || mode === 'always' ? 'short' : 'nothing'
  return isThere || mode === 'always' || change >= threshold ? 'full' : 'nothing'
}
