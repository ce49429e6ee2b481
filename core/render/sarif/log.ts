import { SEVERITIES } from '../../domain/finding.ts'
import type { Problem } from '../../source/problem.ts'
import { printDocument } from '../json/document.ts'
import { physicalLocation } from './location.ts'
import { messageText } from './message-text.ts'
import type { SarifOptions } from './options.ts'
import { type Found, resultOf } from './result.ts'
import { rulesOf } from './rules.ts'

/** More than this GitHub refuses. */
const MOST_RESULTS = 25_000
const MOST_PROBLEMS = 1_000

export interface SarifSubject {
  readonly found: readonly Found[]
  readonly problems: readonly Problem[]
}

/** A SARIF 2.1.0 log of one run: findings are results, what could not be read is a notification. */
export function sarifLog({ found, problems }: SarifSubject, options: SarifOptions): string {
  const shown = [...found].sort(byStakes).slice(0, MOST_RESULTS)
  const rules = rulesOf(
    shown.map(({ finding }) => finding),
    options,
  )
  const indexOf = new Map(rules.map(({ id }, at) => [id, at]))
  return printDocument({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Ascribe',
            ...(options.version !== undefined && { semanticVersion: options.version }),
            rules,
          },
        },
        columnKind: 'unicodeCodePoints',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the source tree.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notifications(problems, found.length - shown.length, options),
          },
        ],
        results: shown.map((one) => resultOf(one, indexOf.get(one.finding.ruleId)!, options)),
      },
    ],
  })
}

/** What a place keeps of many results are the first: the most severe, then the most expensive. */
function byStakes({ finding: a }: Found, { finding: b }: Found): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.monthlyCost - a.monthlyCost
}

function notifications(problems: readonly Problem[], left: number, options: SarifOptions) {
  const unread = problems.slice(0, MOST_PROBLEMS).map(({ severity, message, range }) => ({
    level: severity,
    message: { text: messageText(message) },
    locations: [{ physicalLocation: physicalLocation(range, options) }],
  }))
  const cut = (count: number, what: string) =>
    count > 0 ? [{ level: 'warning', message: { text: `${count} more ${what} are left out` } }] : []
  return [...unread, ...cut(problems.length - unread.length, 'problems'), ...cut(left, 'findings')]
}
