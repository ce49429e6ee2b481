/** What dashboards add to the look of a report. */
export const DASHBOARD_STYLE = `
body { --shared: #6d4bc3; --idle: #57606a }
@media (prefers-color-scheme: dark) { body { --shared: #b9a3ff; --idle: #aab4be } }
.shared { fill: var(--shared) } .unnamed { fill: var(--rest); fill-opacity: .55 }
.idle { fill: url(#dots) } .apart { fill: url(#lines) }
.dots-dot, .lines-line { fill: var(--idle); stroke: none } .dots-ground, .lines-ground { fill: var(--ground); stroke: none }
h1 small { display: block; margin-top: .35rem }
.lead { font-size: 1.05rem }
.empty { color: var(--quiet); padding: .8rem 1rem; border: 1px dashed var(--line); border-radius: 6px }
.filters fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; flex-basis: 100% }
.filters legend { font-size: .85rem; font-weight: 600; padding: 0; margin-bottom: .25rem }
.filters .tick { display: flex; gap: .4rem; align-items: center; padding-bottom: .25rem }
.filters .tick label { color: var(--text); font-size: .9rem }
#shown { font-weight: 600; margin: 1rem 0 0 }
.plot { display: grid; grid-template-columns: minmax(3.5rem, max-content) 1fr; gap: .2rem .6rem; margin: .5rem 0 .6rem }
.plot > svg { width: 100%; height: 11rem; display: block }
.plot line { stroke: var(--line) }
.scale { display: flex; flex-direction: column; justify-content: space-between; text-align: right; margin: -.6em 0 }
.scale, .axis { font-size: .82rem; color: var(--quiet); font-variant-numeric: tabular-nums }
.axis { grid-column: 2; display: flex; justify-content: space-between; gap: .3rem }
.axis.periods span { flex: 1 1 0; text-align: center; min-width: 0; overflow-wrap: anywhere }
.axis b { color: var(--text) }
details { margin: .4rem 0 1.2rem }
summary { cursor: pointer; color: var(--quiet); font-size: .9rem }
.budget { display: grid; grid-template-columns: minmax(6rem, 14rem) 1fr; gap: 0 1rem; align-items: center; margin: .7rem 0 }
.budget .name { font-weight: 600; overflow-wrap: anywhere }
.budget svg { width: 100%; height: 1.3rem; display: block; border: 1px solid var(--quiet); border-radius: 3px; background: var(--raised) }
.budget p { grid-column: 2; margin: .15rem 0 0; font-size: .9rem }
.spent { fill: var(--phase-0) } .spent.over { fill: var(--bad) } .to-come { fill: var(--phase-0); fill-opacity: .35 } .to-come.over { fill: var(--bad); fill-opacity: .4 }
.limit { stroke: var(--text); stroke-width: 2px }
.flow { min-width: 44rem; width: 100%; height: auto; display: block }
.flow text { fill: var(--text); font-size: 13px; font-family: inherit; paint-order: stroke; stroke: var(--ground); stroke-width: 3px }
.flow .link { fill-opacity: .28; stroke: none }
.flow .direct { fill: var(--phase-0) } .flow .shared { fill: var(--shared) } .flow .bill, .flow .carrier { fill: var(--rest) }
.flow .untagged, .flow .nobody { fill: var(--bad) } .flow .unallocated, .flow .apart { fill: var(--idle) }
.tags { column-width: 19rem; column-gap: 2rem }
.tags .scroll { break-inside: avoid }
td small { display: block; min-width: 13rem }
td small, th small { color: var(--quiet); font-weight: 400 }
[hidden] { display: none !important }
@media (max-width: 40rem) { .axis.periods span { writing-mode: vertical-rl; white-space: nowrap; display: flex; align-items: center; gap: .4rem } .axis.periods br { display: none } .budget { grid-template-columns: 1fr } .budget p { grid-column: 1 } h1 { font-size: 1.8rem } }
@media print {
  body { -webkit-print-color-adjust: exact; print-color-adjust: exact }
  html { font-size: 11px } td small { min-width: 0 } th, td { padding-right: .5rem } tbody th:has(code) { min-width: 0 }
  details:not([open]) { display: none } .bars, .plot, figure { break-inside: avoid } .flow { min-width: 0 } h2 { break-after: avoid }
}
`

/** Patterns that tell bands without an owner apart, by more than a colour. */
export const PATTERNS = `<svg width="0" height="0" aria-hidden="true"><defs><pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="dots-ground"/><circle cx="3" cy="3" r="1.6" class="dots-dot"/></pattern><pattern id="lines" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" class="lines-ground"/><rect width="5" height="2" class="lines-line"/></pattern></defs></svg>
`
