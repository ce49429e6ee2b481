import { locate, type Range } from '../../source/source-file.ts'
import { placeCode } from './escape.ts'
import type { MarkdownOptions } from './options.ts'

/** `infra/train.tf:14`, with a link where there is one. */
export function placer({ showPath = (path) => path, link }: MarkdownOptions): (range: Range) => string {
  return (range) => {
    const { path, line } = locate(range)
    const code = placeCode(showPath(path), `:${line}`)
    return link ? `[${code}](${link(path, line)})` : code
  }
}
