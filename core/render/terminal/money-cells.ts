import type { Usd } from '../../domain/money.ts'
import { afterText, courseText, deltaText, type ShownChange } from '../amounts/shown-change.ts'
import type { Cell, Style } from '../text/table.ts'
import type { Styles } from './page.ts'

export function deltaCell(change: ShownChange, style: Styles): Cell {
  return { text: deltaText(change), style: toneOf(change.delta, style) }
}

/** `168 → 2,056`; what does not change is quiet. */
export function courseCell(change: ShownChange, style: Styles): Cell {
  const text = courseText(change)
  return text.includes('→') ? { text } : { text, style: style.quiet }
}

export function afterCell(change: ShownChange): Cell {
  return { text: afterText(change) }
}

/** More money is a warning, less is good news, none is neither. */
export function toneOf(delta: Usd, style: Styles): Style {
  return delta > 0 ? style.dearer : delta < 0 ? style.cheaper : style.quiet
}
