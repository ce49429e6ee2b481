import { type Charge, costOfCharge, type Estimate } from '../../../domain/estimate.ts'
import { amountText } from '../../amounts/amount.ts'
import { basisText, discountText, rangeText, unitPriceText } from '../../report/charge-text.ts'
import { ESTIMATE_WORDS, quantityText } from '../../report/what-changed.ts'
import { cutMiddle, displayWidth } from '../../text/display-width.ts'
import { visible } from '../../text/visible.ts'
import { hang } from '../../text/wrap.ts'
import type { Page } from '../page.ts'

/** An estimate line by line: what is charged, what is left out, what is assumed. `sign` stands before an amount. */
export function estimateLines(estimate: Estimate, sign: string, page: Page): readonly string[] {
  const { width, style } = page
  switch (estimate.kind) {
    case 'free':
      return []
    case 'unpriced':
    case 'unknown':
      return hang(`  ${ESTIMATE_WORDS[estimate.kind]}: `, visible(estimate.because), width)
    case 'usageBased':
      return [
        ...hang('  usage-based: ', visible(estimate.because), width),
        ...estimate.assumptions.flatMap((text) => hang('  assumed: ', visible(text), width).map(style.quiet)),
      ]
    case 'priced':
      return [
        ...estimate.charges.flatMap((charge) => chargeLines(charge, sign, page)),
        ...(estimate.range ? hang('  autoscaling: ', rangeText(estimate.range, sign), width) : []),
        ...estimate.omissions.flatMap(({ description, kind, because }) =>
          hang(
            `  not counted: `,
            `${visible(description)} (${ESTIMATE_WORDS[kind]}): ${visible(because)}`,
            width,
          ),
        ),
        ...estimate.assumptions.flatMap((text) => hang('  assumed: ', visible(text), width).map(style.quiet)),
      ]
    default:
      return estimate satisfies never
  }
}

function chargeLines(charge: Charge, sign: string, page: Page): readonly string[] {
  const { description, pricingQuantity, pricingUnit, listUnitPrice, source, sourceDate } = charge
  const { width, style } = page
  const figure = amountText(costOfCharge(charge), sign)
  const name = cutMiddle(`  ${visible(description)}`, width - displayWidth(figure) - 2)
  const gap = ' '.repeat(width - displayWidth(name) - displayWidth(figure))
  const price = `${quantityText(pricingQuantity)} ${pricingUnit} × ${sign}${unitPriceText(listUnitPrice)}`
  return [
    `${name}${gap}${figure}`,
    ...hang(
      '    ',
      visible(`${price}${discountText(charge, sign)}; ${source}, ${sourceDate}${basisText(charge)}`),
      width,
    ).map(style.quiet),
  ]
}
