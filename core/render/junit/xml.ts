import { visible } from '../text/visible.ts'

/** Markup that is safe to put into a document. Made by `xml` and nothing else. */
export interface Xml {
  readonly markup: string
}

type Part = Xml | string | number | readonly Xml[]

/**
 * XML 1.0 with values put in: text is made visible, which leaves no character that XML forbids, and escaped for
 * elements and double-quoted attributes alike.
 */
export function xml(strings: TemplateStringsArray, ...parts: readonly Part[]): Xml {
  let markup = strings[0]!
  for (const [index, part] of parts.entries()) markup += markupOf(part) + strings[index + 1]!
  return { markup }
}

function markupOf(part: Part): string {
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escaped(visible(part))
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
