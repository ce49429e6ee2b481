import type { Review } from '../../review/review.ts'
import { amountText } from '../amounts/amount.ts'

type Suggestion = Review['suggestions'][number]

/** `saves $24/month: gp3 in place of gp2 (500 GiB)` */
export function offerText({ saves, what }: Suggestion, sign: string): string {
  return `saves ${amountText(saves, sign)}/month: ${what}`
}

/** What there is to lose, and whose price the figure stands on. */
export function riskText({ risk, source, sourceDate }: Suggestion): string {
  return `Risk: ${risk} Price: ${source}, ${sourceDate}.`
}
