import type { Range } from '../../source/source-file.ts'
import type { RenderOptions } from '../renderer.ts'

/** Where something stands: one-based, columns in code points, the end exclusive. */
export function placeOf({ source, start, end }: Range, { showPath = (path) => path }: RenderOptions) {
  const from = source.position(start)
  const to = source.position(Math.max(start, end))
  return {
    file: showPath(source.path),
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  }
}

/** The file and line of an origin. */
export function lineOf({ source, start }: Range, { showPath = (path) => path }: RenderOptions) {
  return { file: showPath(source.path), line: source.position(start).line }
}
