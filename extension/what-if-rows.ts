import { amountText, signedText, signOf, usd } from '../core/index.ts'
import type { WhatIf, WhatIfChoice } from './protocol.ts'

export interface WhatIfRow {
  readonly label: string
  readonly description: string
  readonly edit: WhatIfChoice['edit']
}

/** One row a type: `g5.xlarge`, `$735/mo (−$3,422)`; the cheapest first. */
export function whatIfRows({ choices, currency }: NonNullable<WhatIf>): WhatIfRow[] {
  const sign = signOf(currency)
  return choices
    .toSorted((a, b) => a.monthlyCost - b.monthlyCost)
    .map(({ instanceType, monthlyCost, delta, edit }) => {
      const change = usd(delta) === 0 ? 'the same' : signedText(usd(delta), sign)
      return {
        label: instanceType,
        description: `${amountText(usd(monthlyCost), sign)}/mo (${change})`,
        edit,
      }
    })
}
