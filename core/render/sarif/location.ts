import type { Range } from '../../source/source-file.ts'
import type { RenderOptions } from '../renderer.ts'
import { messageText } from './message-text.ts'

/** A place in a file of the repository: one-based, columns in code points (`columnKind`), the end exclusive. */
export function physicalLocation(
  { source, start, end }: Range,
  { showPath = (path) => path }: RenderOptions,
) {
  const from = source.position(start)
  const to = source.position(Math.max(start, end))
  return {
    artifactLocation: { uri: uriOf(showPath(source.path)), uriBaseId: '%SRCROOT%' },
    region: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
  }
}

/** A place that explains another. */
export function relatedLocation(id: number, range: Range, text: string, options: RenderOptions) {
  return { id, physicalLocation: physicalLocation(range, options), message: { text: messageText(text) } }
}

/** A path as a relative reference (RFC 3986): nothing in a name ends the path or begins a scheme. */
function uriOf(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
