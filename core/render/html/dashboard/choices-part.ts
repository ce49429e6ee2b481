import { FACT_DIMENSIONS, type FactDimension } from '../../../billing/dashboard/facts.ts'
import type { Usd } from '../../../domain/money.ts'
import { amountText } from '../../amounts/amount.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import type { PageData } from './page-data.ts'
import { DIMENSION_TITLES, firstChoice } from './select.ts'

/** The menus. Hidden until the page's script is there, without which they would do nothing. */
export function choicesPart(data: PageData, shown: Html): Html {
  const first = firstChoice(data)
  const menus = FACT_DIMENSIONS.flatMap((dimension, at) => filter(data, dimension, at))
  const has = (kind: number) => data.facts.some((fact) => fact[1] === kind)
  const grouping = FACT_DIMENSIONS.filter(
    (dimension) => data.names[dimension].length > 0 && !(dimension === 'team' && data.team !== null),
  )
  const by = (name: string, title: string, chosen: FactDimension) =>
    html`<div><label for="by-${name}">${title}</label><select id="by-${name}" name="${name}">${grouping.map((dimension) => html`<option value="${dimension}"${dimension === chosen ? html` selected` : NOTHING}>${DIMENSION_TITLES[dimension]}</option>`)}</select></div>
`
  return html`<form class="filters" aria-label="What is shown" hidden>
<fieldset><legend>Bars</legend>
${by('group', 'A bar for each', first.groupBy)}${by('stack', 'Stacked by', first.stackBy)}${has(1) ? tick('shared', 'shared costs with who carries them', true) : NOTHING}${has(3) ? tick('idle', 'spread what is idle by direct cost', false) : NOTHING}</fieldset>
<fieldset><legend>Only</legend>
${menus}<button type="reset">Show all</button></fieldset>
</form>
<p id="shown" aria-live="polite">${shown}</p>
`
}

function tick(name: string, title: string, isOn: boolean): Html {
  return html`<div class="tick"><input type="checkbox" id="tick-${name}" name="${name}"${isOn ? html` checked` : NOTHING}><label for="tick-${name}">${title}</label></div>
`
}

/** A menu where there is something to choose. */
function filter(
  { names, facts, sign, team }: PageData,
  dimension: FactDimension,
  at: number,
): readonly Html[] {
  if (dimension === 'team' && team !== null) return []
  const costs = new Map<number, number>()
  for (const [owner, , isSpread, , periods] of facts)
    if (isSpread === 0) costs.set(owner[at]!, (costs.get(owner[at]!) ?? 0) + periods.at(-1)!)
  if (costs.size < 2) return []
  const option = (place: number, name: string) =>
    html`<option value="${place}">${name} (${amountText((costs.get(place) ?? 0) as Usd, sign)})</option>`
  return [
    html`<div><label for="only-${dimension}">${DIMENSION_TITLES[dimension]}</label><select id="only-${dimension}" name="${dimension}"><option value="all">all</option>${names[dimension].map((name, place) => option(place, name))}${costs.has(-1) ? option(-1, '(none)') : NOTHING}</select></div>
`,
  ]
}
