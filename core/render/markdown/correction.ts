import { lacked, messageOf } from '../report/message-of.ts'
import { instancesText, type Violation } from '../report/violations.ts'
import { nameCode, sentenceText } from './escape.ts'

/** A violation, and the lines that mend it. */
export interface Correction {
  readonly violation: Violation
  /** What the fix does: `Add "team" to aws_instance.train` */
  readonly title: string
  /** False where the resource will still lack something. */
  readonly mendsAll: boolean
  /** Exactly as they are to stand in the file. */
  readonly replacement: readonly string[]
}

const CHECK = ' No other values are in use for it here; check that they are yours.'
const REST = ' What else it lacks has more than one likely value, and is for you to say.'

/** A suggested change with what it is for, as a review comment shows it. */
export function markdownCorrection({ violation, title, mendsAll, replacement }: Correction): string {
  const { address, ruleId } = violation
  const others = instancesText(violation)
  const lack = lacked(violation)
  const what = lack
    ? `${nameCode(address)}${others} ${others === '' ? 'lacks' : 'lack'} ${lack.keys.map(nameCode).join(', ')}${lack.because && sentenceText(lack.because)}`
    : sentenceText(messageOf(violation))
  const fence = '`'.repeat(Math.max(3, longestRun(replacement) + 1))
  return [
    `${what} · ${ruleId}`,
    '',
    `${sentenceText(title)}.${ruleId === 'missing-tag' ? CHECK : ''}${mendsAll ? '' : REST}`,
    '',
    `${fence}suggestion`,
    ...replacement,
    fence,
    '',
  ].join('\n')
}

/** The longest run of backticks: a fence must be longer. */
function longestRun(lines: readonly string[]): number {
  return lines.flatMap((line) => line.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
}
