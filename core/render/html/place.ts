import { locate, type Range } from '../../source/source-file.ts'
import { type Html, html } from './markup.ts'
import type { HtmlOptions } from './options.ts'

/** A file and line; an editor that shows the page finds both in `data-file` and `data-line`. */
export function place(range: Range, { link, showPath = (path) => path }: HtmlOptions): Html {
  const { path, line } = locate(range)
  const text = `${showPath(path)}:${line}`
  const address = link?.(path, line)
  if (address?.startsWith('https://')) return html`<a class="place" href="${address}">${text}</a>`
  return html`<code class="place" data-file="${path}" data-line="${line}">${text}</code>`
}
