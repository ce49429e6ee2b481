import { visible } from '../text/visible.ts'

/**
 * A sentence that quotes names from the files under review, as a plain text message: `[text](target)` is a link in
 * there, so that the two are parted. A message is never empty.
 */
export function messageText(text: string): string {
  return visible(text).replaceAll('](', '] (') || '(empty)'
}
