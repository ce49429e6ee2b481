import { signOf } from '../domain/currency.ts'
import type { AtFile } from './at-file.ts'
import type { Baseline } from './baseline.ts'
import { blockCosts, blockTitle, monthlyText } from './block-costs.ts'
import { type EditorPosition, type EditorRange, positionAt, rangeOf } from './places.ts'

export interface EditorLens {
  readonly range: EditorRange
  readonly title: string
}

/** One above each block that something priced comes from. */
export function codeLensesOf(
  at: AtFile,
  path: string,
  baseline: Baseline | undefined,
): readonly EditorLens[] {
  return blockCosts(at, path).map((block) => ({
    range: rangeOf(block.header),
    title: blockTitle(block, baseline, signOf(at.currency)),
  }))
}

export interface EditorInlayHint {
  readonly position: EditorPosition
  readonly label: string
}

/** The cost at the end of each such block's first line. */
export function inlayHintsOf(at: AtFile, path: string): readonly EditorInlayHint[] {
  return blockCosts(at, path).map(({ header, resources }) => {
    const { text } = header.source
    const end = text.indexOf('\n', header.end)
    const lineEnd = end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end
    return {
      position: positionAt(header.source, lineEnd),
      label: monthlyText(resources, signOf(at.currency)),
    }
  })
}
