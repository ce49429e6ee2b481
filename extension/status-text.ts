import { amountText, signedText, signOf, usd } from '../core/index.ts'
import type { Summary } from './protocol.ts'

/** `$(tag) $7,827/mo (+$6,111)` */
export function statusText({ total, delta, currency }: Summary): string {
  const sign = signOf(currency)
  const change = delta === null || usd(delta) === 0 ? '' : ` (${signedText(usd(delta), sign)})`
  return `$(tag) ${amountText(usd(total), sign)}/mo${change}`
}

/** What the figures are, in Markdown. */
export function statusTooltip({ total, delta, currency, priceDate, findings }: Summary): string {
  const sign = signOf(currency)
  const { errors, warnings } = findings
  return [
    `**${amountText(usd(total), sign)}** a month at list prices of ${priceDate}`,
    delta === null ? '' : `${signedText(usd(delta), sign)} a month since \`HEAD\``,
    errors + warnings === 0 ? 'No tag is missing or wrong' : counted(errors, warnings),
    'Click for the report',
  ]
    .filter((line) => line !== '')
    .join('\n\n')
}

function counted(errors: number, warnings: number): string {
  const parts = [
    [errors, 'error'],
    [warnings, 'warning'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}${count === 1 ? '' : 's'}`)
    .join(', ')
}
