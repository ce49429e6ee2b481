/**
 * The page's look: an editor's colours where it gives them, else light or dark as the reader prefers. The phases'
 * colours are told apart by people who see fewer of them, and stand out from the ground by 3:1.
 */
export const STYLE = `
:root { color-scheme: light dark }
body {
  --ground: var(--vscode-editor-background, #ffffff); --text: var(--vscode-editor-foreground, #1f2328);
  --quiet: var(--vscode-descriptionForeground, #59636e); --line: var(--vscode-panel-border, #d1d9e0);
  --raised: var(--vscode-editorWidget-background, #f6f8fa); --link: var(--vscode-textLink-foreground, #0550ae);
  --bad: #b3261e; --good: #1a6b3c; --warn: #7a5200;
  --phase-0: #1f6fd6; --phase-1: #b35900; --phase-2: #1a7f5a; --phase-3: #a3408a; --phase-4: #0e7c9c; --phase-5: #7d6608;
  --rest: #6e7781;
  margin: 0; background: var(--ground); color: var(--text);
  font: 15px/1.5 var(--vscode-font-family, system-ui, -apple-system, "Segoe UI", sans-serif);
}
@media (prefers-color-scheme: dark) {
  body:not(.vscode-light):not(.vscode-high-contrast-light) {
    --ground: var(--vscode-editor-background, #0d1117); --text: var(--vscode-editor-foreground, #e6edf3);
    --quiet: var(--vscode-descriptionForeground, #9da7b3); --line: var(--vscode-panel-border, #30363d);
    --raised: var(--vscode-editorWidget-background, #161b22); --link: var(--vscode-textLink-foreground, #6cb0ff);
    --bad: #ff8f85; --good: #62d08d; --warn: #e3b341;
    --phase-0: #6cb0ff; --phase-1: #f0a35e; --phase-2: #5bd19a; --phase-3: #e08fd0; --phase-4: #5fc9e0; --phase-5: #d9c04a;
    --rest: #8b949e;
  }
}
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) {
  --bad: #ff8f85; --good: #62d08d; --warn: #e3b341;
  --phase-0: #6cb0ff; --phase-1: #f0a35e; --phase-2: #5bd19a; --phase-3: #e08fd0; --phase-4: #5fc9e0; --phase-5: #d9c04a;
  --rest: #8b949e;
}
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 3vw, 2.5rem) 3rem }
h1 { font-size: 2.25rem; line-height: 1.2; margin: .1em 0 .3em; letter-spacing: -.01em }
h1 small { font-size: 1rem; font-weight: 400; color: var(--quiet); letter-spacing: 0 }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem }
h3 { font-size: 1rem; margin: 1.25rem 0 .4rem }
p { margin: .4rem 0 }
code { font: .9em/1.4 var(--vscode-editor-font-family, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace); overflow-wrap: anywhere }
a { color: var(--link) }
ul { margin: .4rem 0; padding-left: 1.25rem }
li { margin: .2rem 0; overflow-wrap: anywhere }
:focus-visible { outline: 2px solid var(--vscode-focusBorder, var(--link)); outline-offset: 2px }
.kicker, footer, .was { color: var(--quiet) }
.verdict { border: 1px solid currentColor; border-radius: 1em; padding: .1em .7em; margin-right: .4em; white-space: nowrap }
.verdict.fail, .severity.error, .more { color: var(--bad) }
.verdict.pass, .less { color: var(--good) }
.verdict.warn, .severity.warning { color: var(--warn) }
.same, data[value="0"] { color: var(--quiet) }
.figures { display: flex; flex-wrap: wrap; gap: 1rem 3rem; margin: 1.25rem 0 0 }
.figures dt { color: var(--quiet); font-size: .85rem }
.figures dd { margin: 0; font-size: 1.25rem; font-weight: 600 }
figure { margin: 0 0 1.5rem }
figcaption, caption { color: var(--quiet); font-size: .9rem; text-align: left }
caption { padding: 0 0 .4rem }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; list-style: none; padding: 0; margin: .5rem 0 .9rem; font-size: .9rem }
.legend li { display: flex; align-items: center; gap: .4rem; margin: 0 }
.key { width: .9rem; height: .9rem; border-radius: 2px }
.owner { display: grid; grid-template-columns: minmax(6rem, 11rem) 1fr; gap: 0 1rem; align-items: center; margin: .65rem 0 }
.owner .name { text-align: right; overflow-wrap: anywhere; font-weight: 600 }
.bar { display: grid; grid-template-columns: 1fr 5.5rem; gap: .6rem; align-items: center }
.bar svg { width: 100%; height: 1.15rem; display: block; border-left: 1px solid var(--quiet) }
.bar.before svg { height: .5rem; opacity: .6 }
.bar span { font-variant-numeric: tabular-nums; font-size: .85rem }
.bar.before span { color: var(--quiet) }
rect { stroke: var(--ground); stroke-width: 1px }
.phase-0 { fill: var(--phase-0) } .phase-1 { fill: var(--phase-1) } .phase-2 { fill: var(--phase-2) }
.phase-3 { fill: var(--phase-3) } .phase-4 { fill: var(--phase-4) } .phase-5 { fill: var(--phase-5) }
.other { fill: var(--rest) } .missing, .unknown { fill: url(#hatch) }
.hatch-ground { fill: var(--ground); stroke: none } .hatch-line { fill: var(--rest); stroke: none }
svg[width="0"] { position: absolute }
.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 1.5rem 0 0; padding: .8rem 1rem; background: var(--raised); border: 1px solid var(--line); border-radius: 6px }
.filters div { display: grid; gap: .15rem }
.filters label { font-size: .85rem; color: var(--quiet) }
.filters select, .filters button {
  font: inherit; font-size: .9rem; max-width: 15rem; padding: .2rem .4rem; border: 1px solid var(--quiet); border-radius: 4px;
  color: var(--text); background: var(--ground);
}
.filters p { flex-basis: 100%; margin: 0; font-size: .85rem; color: var(--quiet) }
.filters select:has([value="all"]:not(:checked)) { border-color: var(--link); outline: 1px solid var(--link) }
.scroll { overflow-x: auto; margin: 0 0 1.25rem }
table { border-collapse: collapse; width: 100%; font-size: .92rem }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line) }
thead th { color: var(--quiet); font-weight: 600; vertical-align: bottom }
tbody th { font-weight: 600 }
tbody th:has(code) { min-width: 17rem }
tbody th code { font-weight: 400 }
tbody tr:hover { background: var(--raised) }
.figure { text-align: right; font-variant-numeric: tabular-nums }
td.figure { white-space: nowrap }
.severity { font-weight: 600 }
td .place { display: block; min-width: 12rem; max-width: 20rem }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .8rem; font-size: .85rem }
@media (max-width: 40rem) { .owner { grid-template-columns: 1fr } .owner .name { text-align: left } }
@media (forced-colors: active) { rect { forced-color-adjust: none } }
@media print { .filters { display: none } main { max-width: none; padding: 0 } section { break-inside: avoid-page } .scroll { overflow: visible } }
`
