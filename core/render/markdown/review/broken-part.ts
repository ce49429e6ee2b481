import { sentenceText } from '../escape.ts'
import { type MarkdownOptions, STANDARD } from '../options.ts'
import { placer } from '../place.ts'

/** Files that the change leaves unreadable. What else there is was still priced. */
export function brokenPart(options: MarkdownOptions): readonly string[] {
  const { broken = [], limits = STANDARD } = options
  if (broken.length === 0) return []
  const place = placer(options)
  const left = broken.length - limits.problems
  return [
    `**❌ Could not be read as it stands (${broken.length})**: the rest is still reviewed`,
    ...broken
      .slice(0, limits.problems)
      .map(({ message, range }) => `- ${place(range)} ${sentenceText(message)}`),
    ...(left > 0 ? [`- ${left} more`] : []),
  ]
}
