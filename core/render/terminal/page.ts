import pc from 'picocolors'
import type { RenderOptions } from '../renderer.ts'
import type { Style } from '../text/table.ts'
import { visible } from '../text/visible.ts'
import { wrap } from '../text/wrap.ts'

/** What the sections of a terminal report are written on. */
export interface Page {
  readonly width: number
  readonly style: Styles
  /** A path of the tree as the reader would type it, safe to print. */
  readonly path: (path: string) => string
}

export interface Styles {
  readonly heading: Style
  readonly strong: Style
  readonly quiet: Style
  readonly place: Style
  readonly error: Style
  readonly warning: Style
  readonly hint: Style
  readonly good: Style
  readonly dearer: Style
  readonly cheaper: Style
}

/** Narrower, a table of money says nothing. */
const NARROWEST = 40

export function pageOf({ colour, width, showPath = (path) => path }: RenderOptions): Page {
  const colours = pc.createColors(colour)
  return {
    width: Math.max(width, NARROWEST),
    path: (path) => visible(showPath(path)),
    style: {
      heading: colours.bold,
      strong: colours.bold,
      quiet: colours.dim,
      place: colours.cyan,
      error: (text) => colours.bold(colours.red(text)),
      warning: colours.yellow,
      hint: colours.blue,
      good: colours.green,
      dearer: colours.yellow,
      cheaper: colours.green,
    },
  }
}

/** Text in one style, on as many lines as it needs. */
export function styled(text: string, style: Style, { width }: Page): readonly string[] {
  return wrap(text, width).map(style)
}

/** Sections, a blank line between them; what is empty is left out. */
export function joinSections(sections: readonly (readonly string[])[]): string {
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}
