import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const PAGE = path.join(import.meta.dirname, '../docs/performance.md')

/** Puts what was measured between its marks of docs/performance.md: `<!-- NAME -->` and `<!-- /NAME -->`. */
export function writeBetween(name: string, text: string): void {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [before, rest] = readFileSync(PAGE, 'utf8').split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined)
    throw new Error(`${PAGE} lacks the marks ${start} and ${end}`)
  writeFileSync(PAGE, `${before}${start}\n${text.trimEnd()}\n${end}${after}`)
}
