import { type Html, html } from './markup.ts'
import { STYLE } from './style.ts'

/** The one script that a page's policy lets in. */
export interface PageScript {
  readonly text: string
  /** Of the text: `sha256-…`. */
  readonly hash: string
}

/** A whole page that asks nobody for anything: its policy lets in its own style and script, and nothing else. */
export function page(
  title: string,
  body: Html,
  style: string,
  nonce: string | undefined,
  script?: PageScript,
): string {
  const safe = nonce !== undefined && /^[\w+/=-]+$/.test(nonce) ? nonce : undefined
  const source = safe === undefined ? "'unsafe-inline'" : `'nonce-${safe}'`
  const scripts = script ? `; script-src '${script.hash}'` : ''
  const policy = `default-src 'none'; style-src ${source}${scripts}; base-uri 'none'; form-action 'none'`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style${safe === undefined ? undefined : html` nonce="${safe}"`}>${{ markup: STYLE + style }}</style>
</head>
<body>
<svg width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="hatch-ground"/><rect width="2" height="6" class="hatch-line"/></pattern></defs></svg>
<main>
${body}</main>
${script && { markup: `<script>${script.text}</script>\n` }}</body>
</html>
`.markup
}
