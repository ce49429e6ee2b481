import { type Html, html, NOTHING } from './markup.ts'

export interface Column {
  readonly title: string
  /** Figures stand to the right, under each other. */
  readonly isFigure?: true
}

/** A column of figures. */
export const figures = (title: string): Column => ({ title, isFigure: true })

/** A row's cells, the first of which is its heading, and attributes of ours. */
export interface Row {
  readonly cells: readonly Html[]
  readonly marks?: Html
}

/** A table that scrolls on its own where it is wider than the page. */
export function table(caption: string, columns: readonly Column[], rows: readonly Row[]): Html {
  if (rows.length === 0) return NOTHING
  const classOf = ({ isFigure }: Column): Html => (isFigure ? html` class="figure"` : NOTHING)
  const head = columns.map((column) => html`<th scope="col"${classOf(column)}>${column.title}</th>`)
  const body = rows.map(
    ({ cells: [first, ...cells], marks }) =>
      html`<tr${marks}><th scope="row">${first}</th>${cells.map((cell, at) => html`<td${classOf(columns[at + 1]!)}>${cell}</td>`)}</tr>
`,
  )
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table></div>
`
}

/** A part of the page with its heading; nothing where it has no content. */
export function section(title: string, content: readonly Html[]): Html {
  const some = content.filter(({ markup }) => markup !== '')
  if (some.length === 0) return NOTHING
  return html`<section>
<h2>${title}</h2>
${some}</section>
`
}

export function list(items: readonly Html[]): Html {
  return items.length === 0 ? NOTHING : html`<ul>${items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`
}

/** `12 more violations`, as the last row of a table that is cut. */
export function cutTo<T>(
  all: readonly T[],
  most: number,
): { readonly shown: readonly T[]; readonly rest: number } {
  return { shown: all.slice(0, most), rest: Math.max(0, all.length - most) }
}
