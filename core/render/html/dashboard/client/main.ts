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

function menu(name: string): HTMLSelectElement | null {
  return form.querySelector(`[name="${name}"]`)
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

function draw(): void {
  const asked = choice()
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
// A browser that goes back keeps what was chosen.
draw()
