import { reviewChange } from '../../core/changes/review-change.ts'
import type { FailOn } from '../../core/config/config.ts'
import { toDollars } from '../../core/domain/money.ts'
import type { Change, Review } from '../../core/review/review.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from './frozen-book.ts'

export type Files = Readonly<Record<string, string>>

/** Reviews a change between two sets of files, at the frozen prices. */
export function reviewFiles(base: Files, head: Files, failOn?: FailOn): Review {
  return reviewChange(
    { label: 'base', tree: memoryTree(base) },
    { label: 'head', tree: memoryTree(head) },
    { below: '', prices: frozenBook(), failOn },
  )
}

/** `[before, after, delta]` in dollars. */
export function dollars({ before, after, delta }: Change): readonly [number, number, number] {
  return [toDollars(before), toDollars(after), toDollars(delta)]
}
