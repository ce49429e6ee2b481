import { otherPrice } from './other-price.ts'
import type { SuggestionRule } from './suggestion-rule.ts'

/** What a gp3 volume has without paying for it; a larger gp2 volume has more. https://aws.amazon.com/ebs/general-purpose/ */
const LARGEST_GIB = 1_000

export const gp3ForGp2: SuggestionRule = {
  id: 'gp3-for-gp2',
  summary: 'A gp3 volume in place of gp2, of up to 1,000 GiB: at least the same IOPS.',
  risk: 'gp3 has 125 MiB/s unless more is bought; gp2 may have 250 from 170 GiB up.',
  *offers(charged) {
    const { skuId, description } = charged.charge
    const size = Number(/(\d+) GiB gp2\b/.exec(description)?.[1] ?? Number.NaN)
    if (skuId !== 'ebs/gp2/storage' || !(size <= LARGEST_GIB)) return
    const offer = otherPrice(charged, 'ebs/gp3/storage', `gp3 in place of gp2 (${size} GiB)`)
    if (offer) yield offer
  },
}
