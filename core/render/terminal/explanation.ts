import type { Explanation, Step, StepLine } from '../../billing/explain/explanation.ts'
import { signOf } from '../../domain/currency.ts'
import type { Usd } from '../../domain/money.ts'
import { amountText, growthText, signedText } from '../amounts/amount.ts'
import type { Renderer } from '../renderer.ts'
import { amountsText, changeText, spanText, subjectName, subjectText } from '../report/anomaly-text.ts'
import { counted } from '../text/counted.ts'
import { type Cell, type Column, layOut } from '../text/table.ts'
import { visible } from '../text/visible.ts'
import { hang } from '../text/wrap.ts'
import { joinSections, type Page, pageOf } from './page.ts'

const COLUMNS: readonly Column[] = [
  { align: 'left', shrinksTo: 16 },
  { align: 'right' },
  { align: 'right' },
  { align: 'right' },
]

/** The path from a team or a model to what changed, a question each step. */
export const terminalExplanation: Renderer<Explanation> = (explanation, options) => {
  const page = pageOf(options)
  const sign = signOf(explanation.currency)
  const { steps, changes } = explanation
  return joinSections([
    head(explanation, sign, page),
    ...steps.map((step, at) => stepLines(step, at, steps, sign, page)),
    [
      page.style.heading(`${steps.length + 1}. What was merged meanwhile?`),
      ...(changes.length === 0
        ? hang(
            '   ',
            'nothing that is known and touched it. --git looks at the commits, --changes at reports',
            page.width,
          )
        : changes.flatMap((change) => [
            ...hang('   ', visible(changeText(change)), page.width),
            ...change.touched.flatMap(({ address, delta }) =>
              hang(
                '     ',
                visible(`${address}${delta === undefined ? '' : ` ${signedText(delta, sign)}/month`}`),
                page.width,
              ),
            ),
          ])),
    ],
  ])
}

function head(explanation: Explanation, sign: string, page: Page): readonly string[] {
  const { subject, period, compared, before, after, delta, anomalies, cost } = explanation
  const money = (amount: Usd) => amountText(amount, sign)
  const growth = growthText(before, delta)
  return [
    page.style.strong(
      visible(
        `${subjectName(subject)}: ${money(after)}, ${signedText(delta, sign)}${growth === undefined ? '' : ` (${growth})`} against ${money(before)}`,
      ),
    ),
    ...hang(
      '',
      `${cost} cost of use, ${period.from} until ${period.until} against ${compared.from} until ${compared.until}`,
      page.width,
    ).map(page.style.quiet),
    ...anomalies.flatMap((anomaly) =>
      hang(
        '',
        visible(
          `out of the ordinary: ${subjectText(anomaly.subject)}, ${amountsText(anomaly, sign)}; ${spanText(anomaly, sign)}`,
        ),
        page.width,
      ).map(page.style.warning),
    ),
  ]
}

const QUESTIONS: Readonly<Record<Step['by'], string>> = {
  model: 'Which model?',
  phase: 'Which phase',
  service: 'Which service',
  resource: 'Which resource',
}

function stepLines(
  { by, lines, rest }: Step,
  at: number,
  steps: readonly Step[],
  sign: string,
  page: Page,
): readonly string[] {
  const within = at === 0 ? undefined : (steps[at - 1]!.followed ?? nameless(steps[at - 1]!.by))
  const question =
    within === undefined ? QUESTIONS[by].replace(/\??$/, '?') : `${QUESTIONS[by]} of ${visible(within)}?`
  const rows = lines.map((line): readonly Cell[] => [
    { text: `   ${visible(titleOf(line, by))}` },
    { text: amountText(line.before, sign) },
    { text: `→ ${amountText(line.after, sign)}` },
    { text: signedText(line.delta, sign), ...(line.delta > 0 && { style: page.style.dearer }) },
  ])
  return [
    page.style.heading(`${at + 1}. ${question}`),
    ...layOut(COLUMNS, rows, page.width).lines,
    ...(rest.lines === 0 ? [] : [`   and ${counted(rest.lines, 'other')}, ${signedText(rest.delta, sign)}`]),
  ]
}

const titleOf = ({ name, title, address }: StepLine, by: Step['by']): string =>
  [title === undefined ? (name ?? nameless(by)) : `${title} (${name})`, ...(address ? [address] : [])].join(
    ', ',
  )

const nameless = (by: Step['by']): string => `(no ${by})`
