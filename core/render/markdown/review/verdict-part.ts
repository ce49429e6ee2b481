import type { Review, Verdict } from '../../../review/review.ts'
import { headline } from '../../report/headline.ts'
import { summarySentence } from '../../report/summary-sentence.ts'
import { nameText, sentenceText } from '../escape.ts'
import type { MarkdownOptions } from '../options.ts'

const WORDS: Readonly<Record<Verdict['status'], string>> = {
  pass: '✅ passed',
  warn: '⚠️ warning',
  fail: '❌ failed',
}

/** What no tag on the bill says is never passed over in silence. */
const declaredText = (declared: string | undefined) =>
  declared === undefined ? '' : ` (${declared} by declared inheritance)`

const MOST_REASONS = 5

/** Two lines: the amount and the verdict, then from where to where, and how much of it has an owner. */
export function verdictPart(review: Review, { name, reportUrl }: MarkdownOptions): readonly string[] {
  const { change, growth, before, after, coverageBefore, coverageAfter, coverageFell, declared } =
    headline(review)
  const { status, because, partial } = review.verdict
  const reason = because.length > 0 ? `: ${because.slice(0, MOST_REASONS).map(sentenceText).join(', ')}` : ''
  const verdict = [
    `Ascribe${name === undefined ? '' : ` (${nameText(name)})`}: **${change}**${growth ? ` (${growth})` : ''}`,
    `${WORDS[status]}${reason}`,
    ...(partial ? ['partial estimate'] : []),
  ]
  const course = [`${before} → **${after}** per month`]
  if (coverageAfter !== undefined) {
    const from =
      coverageBefore === undefined || coverageBefore === coverageAfter ? '' : `${coverageBefore} → `
    course.push(
      `attribution coverage ${from}**${coverageAfter}**${coverageFell ? ' ⬇' : ''}${declaredText(declared)}`,
    )
  }
  if (reportUrl !== undefined) course.push(`[full report](${reportUrl})`)
  const sentence = summarySentence(review)
  const said = sentence === undefined ? [] : ['', sentenceText(sentence)]
  return [`### ${verdict.join(' · ')}`, '', course.join(' · '), ...said]
}
