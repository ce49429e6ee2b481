/** What stands for a character that means something in Markdown, where entities are shown as they are written. */
const WRITTEN: Readonly<Record<string, string>> = {
  '\u200b': '\u200b',
  '&': '&',
  '<': '<',
  $: '$',
  '^': '^',
  '=': '\u200b=',
  // Not every Markdown takes a backslash before these: letters that look like them.
  '`': 'ˋ',
  '|': '∣',
  '~': '∼',
}

/**
 * A report for Markdown that shows tags and entities as text: folded parts under a line in bold, backslashes for
 * entities. Tags of ours begin their line; foreign text never does, and has no tags outside of code.
 */
export function withoutHtml(markdown: string): string {
  return markdown
    .replace(/^<details><summary>(.*)<\/summary>$/gm, '**$1**')
    .replace(/^<\/details>\n?/gm, '')
    .replace(/^<sub>(.*)<\/sub>$/gm, '$1')
    .replace(/&#(\d{1,5});/g, (_, code: string) => {
      const character = String.fromCharCode(Number(code))
      return WRITTEN[character] ?? `\\${character}`
    })
}
