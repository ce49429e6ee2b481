import type { Anomaly, MergedChange, Part, ResourcePart, Subject } from '../../billing/anomalies/anomaly.ts'
import type { Usd } from '../../domain/money.ts'
import { amountText, signedText } from '../amounts/amount.ts'
import { counted } from '../text/counted.ts'

/** Words about anomalies that all outputs share. Names in them are as the bill has them: each output escapes them. */

export const subjectName = ({ kind, model, team }: Subject): string =>
  kind === 'team' ? `team ${team}` : (model ?? '(no model)')

/** `product_rec_v3 of search-ml` */
export function subjectText(subject: Subject): string {
  if (subject.kind === 'team') return subjectName(subject)
  return `${subjectName(subject)} of ${subject.team ?? '(no team)'}`
}

/** `$83 a day, +90% above its usual $44` */
export function amountsText({ kind, cost, baseline, above }: Anomaly, sign: string): string {
  const money = (amount: Usd) => amountText(amount, sign)
  if (kind === 'new') return `${money(cost)} a day, a cost that was not there before`
  const by = above === undefined ? '' : `, ${percentText(above)}`
  return `${money(cost)} a day${by} ${kind === 'drop' ? 'below' : 'above'} the usual ${money(baseline)}`
}

/** `since 2026-10-28, 4 days, +$170 in all` */
export function spanText({ since, day, days, isOngoing, excessSoFar }: Anomaly, sign: string): string {
  const when =
    days === 1 ? `on ${day}` : isOngoing ? `since ${since}, ${counted(days, 'day')}` : `${since} until ${day}`
  return days === 1 ? when : `${when}, ${signedText(excessSoFar, sign)} in all`
}

/** How far from ordinary it is, in the words of the rule. */
export function measureText({ z, isShortHistory, comparedWith }: Anomaly): string | undefined {
  if (isShortHistory) return `short history: ${counted(comparedWith.length, 'day')} to compare with`
  return z === undefined ? undefined : `z ${Math.abs(z) >= 100 ? 'over 100' : z.toFixed(1)}`
}

export const partText = ({ phase, service }: Part): string =>
  [phase ?? '(no phase)', service ?? '(no service)'].join(' · ')

/** `product-ranking (arn:…), aws_sagemaker_endpoint.ranking` */
export function resourceText({ resource, name, address }: ResourcePart): string {
  const called = name === undefined || name === resource ? resource : `${name} (${resource})`
  return address === undefined ? called : `${called}, ${address}`
}

/** `2026-10-27 #412 More instances for ranking` */
export const changeText = ({ day, name, title }: MergedChange): string => `${day} ${name} ${title}`

function percentText(part: number): string {
  const percent = Math.abs(part) * 100
  return percent >= 10_000 ? 'over 10,000%' : `${percent.toFixed(0)}%`
}
