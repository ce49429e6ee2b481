import type { Review } from '../../../review/review.ts'
import { placeText } from '../../report/violations.ts'
import { counted } from '../../text/counted.ts'
import { visible } from '../../text/visible.ts'
import { hang } from '../../text/wrap.ts'
import { type Page, styled } from '../page.ts'

const MOST = 10

/** What could not be read as it stands. */
export function problemsSection({ problems }: Review, page: Page): readonly string[] {
  if (problems.length === 0) return []
  const { style, width } = page
  return [
    ...styled(`Could not be read as it stands (${problems.length})`, style.heading, page),
    ...problems
      .slice(0, MOST)
      .flatMap(({ message, range }) =>
        hang('- ', `${visible(placeText(range, page.path))}: ${visible(message)}`, width),
      ),
    ...(problems.length > MOST ? [style.quiet(`  ${counted(problems.length - MOST, 'more problem')}`)] : []),
  ]
}
