import { toDollars, type Usd } from '../../domain/money.ts'
import type { Change } from '../../review/review.ts'
import { afterText, beforeText, deltaText } from '../amounts/shown-change.ts'
import { type Html, html } from './markup.ts'

/** An amount as text, with the exact one for machines. */
function amount(value: Usd, text: string): Html {
  return html`<data value="${toDollars(value)}">${text}</data>`
}

export const before = (change: Change, symbol = ''): Html => amount(change.before, beforeText(change, symbol))
export const after = (change: Change, symbol = ''): Html => amount(change.after, afterText(change, symbol))
export const delta = (change: Change, symbol = ''): Html =>
  html`<span class="${directionOf(change)}">${amount(change.delta, deltaText(change, symbol))}</span>`

/** `168 → 2,056`, or one figure where both are the same. */
export function course(change: Change): Html {
  return change.before === change.after && change.atLeast.before === change.atLeast.after
    ? after(change)
    : html`<span class="was">${before(change)} →</span> ${after(change)}`
}

function directionOf({ delta }: Change): string {
  return delta > 0 ? 'more' : delta < 0 ? 'less' : 'same'
}
