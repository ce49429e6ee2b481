import { type Html, html, NOTHING } from '../markup.ts'
import type { PageData } from './page-data.ts'

const MARKED = ['team', 'model'] as const

/**
 * So that a choice of a team or a model hides the rows of others. A name beyond those that can be chosen has no mark: it is
 * hidden by none.
 */
export function ownerMarks(
  owner: Readonly<Partial<Record<'team' | 'model', string | undefined>>>,
  { names, team }: PageData,
): Html {
  return html`${MARKED.map((of) => {
    if (of === 'team' && team !== null) return NOTHING
    const name = owner[of]
    const at = name === undefined ? -1 : names[of].indexOf(name)
    return name !== undefined && at < 0 ? NOTHING : html` data-${{ markup: of }}="${at}"`
  })}`
}
