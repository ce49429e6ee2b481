/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { FACT_DIMENSIONS, type FactDimension } from '../../../../billing/dashboard/facts.ts'
import { charts } from '../charts.ts'
import type { PageData } from '../page-data.ts'
import { type Choice, firstChoice } from '../select.ts'

// The page's only script: reads the choices, draws the charts anew. scripts/dashboard/build.ts packs it.

const data: PageData = JSON.parse(document.getElementById('data')!.textContent!)
const form = document.querySelector('form')!
const ALL = 'all'

function control(name: string): Element | null {
  return form.querySelector(`[name="${CSS.escape(name)}"]`)
}

function menu(name: string): HTMLSelectElement | null {
  return control(name) as HTMLSelectElement | null
}

function isTicked(name: string, otherwise: boolean): boolean {
  return form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.checked ?? otherwise
}

function choice(): Choice {
  const first = firstChoice(data)
  const filters: Partial<Record<FactDimension, number>> = {}
  for (const dimension of FACT_DIMENSIONS) {
    const value = menu(dimension)?.value ?? ALL
    if (value !== ALL) filters[dimension] = Number(value)
  }
  return {
    filters,
    groupBy: (menu('group')?.value ?? first.groupBy) as FactDimension,
    stackBy: (menu('stack')?.value ?? first.stackBy) as FactDimension,
    isSharedCarried: isTicked('shared', true),
    isIdleSpread: isTicked('idle', false),
  }
}

/** A choice is in the page's address, by names: a view can be sent as a link, and outlives the next month's page. */
function remember({ filters, groupBy, stackBy, isSharedCarried, isIdleSpread }: Choice): void {
  const first = firstChoice(data)
  const said = new URLSearchParams()
  for (const dimension of FACT_DIMENSIONS) {
    const at = filters[dimension]
    if (at !== undefined) said.set(dimension, at < 0 ? '' : data.names[dimension][at]!)
  }
  if (groupBy !== first.groupBy) said.set('group', groupBy)
  if (stackBy !== first.stackBy) said.set('stack', stackBy)
  if (!isSharedCarried) said.set('shared', 'apart')
  if (isIdleSpread) said.set('idle', 'spread')
  history.replaceState(null, '', `#${said}`)
}

function recall(): void {
  const said = new URLSearchParams(location.hash.slice(1))
  for (const [name, value] of said) {
    const asked = control(name)
    if (asked instanceof HTMLInputElement) asked.checked = value === 'spread'
    if (!(asked instanceof HTMLSelectElement)) continue
    const dimension = FACT_DIMENSIONS.find((each) => each === name)
    const at = dimension === undefined ? value : data.names[dimension].indexOf(value)
    // A name that this page does not have chooses nothing; no name is what has none.
    const chosen = at === -1 && value !== '' ? ALL : String(at)
    if ([...asked.options].some((option) => option.value === chosen)) asked.value = chosen
  }
}

function draw(): void {
  const asked = choice()
  remember(asked)
  for (const [id, { markup }] of Object.entries(charts(data, asked))) {
    const place = document.getElementById(id)
    if (!place) continue
    const open = [...place.querySelectorAll('details')].map((each) => each.open)
    place.innerHTML = markup
    for (const [at, each] of [...place.querySelectorAll('details')].entries()) each.open = open[at] ?? false
  }
  for (const row of document.querySelectorAll<HTMLElement>('[data-team], [data-model]'))
    row.hidden = (['team', 'model'] as const).some(
      (of) =>
        asked.filters[of] !== undefined &&
        row.dataset[of] !== undefined &&
        row.dataset[of] !== String(asked.filters[of]),
    )
}

form.addEventListener('input', draw)
form.addEventListener('reset', () => requestAnimationFrame(draw))
form.addEventListener('submit', (event) => event.preventDefault())
form.hidden = false
recall()
// A browser that goes back keeps what was chosen.
draw()
