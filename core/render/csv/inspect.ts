import type { Inspection } from '../../review/inspection.ts'
import type { Renderer } from '../renderer.ts'
import { chargeLines } from './charge-lines.ts'

/** docs/ci-formats.md */
export const csvInspect: Renderer<Inspection> = ({ resources, prices }, options) =>
  chargeLines([{ resources }], prices.currency, options)
