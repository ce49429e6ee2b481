import { createHash } from 'node:crypto'
import { hunksOf } from '../core/index.ts'
import type { Situation } from './event.ts'
import type { PullFile } from './github/pull-files.ts'

/** Where a line of the head can be seen. */
export type LineLink = (path: string, line: number) => string

/**
 * Links to a line in the pull request's Files tab where the diff shows it, else to the file at the head commit.
 */
export function lineLinks(
  { repository: { owner, repo }, serverUrl }: Situation,
  head: string,
  pull: number | undefined,
  files: readonly PullFile[],
): LineLink {
  const home = `${serverUrl}/${owner}/${repo}`
  const shown = shownLines(files)
  return (path, line) => {
    if (shown.get(path)?.has(line)) {
      const anchor = createHash('sha256').update(path).digest('hex')
      return `${home}/pull/${pull}/files#diff-${anchor}R${line}`
    }
    return `${home}/blob/${head}/${path.split('/').map(encoded).join('/')}#L${line}`
  }
}

/** As encodeURIComponent, and what Markdown would end a link at. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** Path → the lines of the new side that the diff shows. */
function shownLines(files: readonly PullFile[]): ReadonlyMap<string, ReadonlySet<number>> {
  return new Map(files.map(({ path, patch }) => [path, linesOfPatch(patch ?? '')]))
}

/** The numbers that a patch's added and unchanged lines have on the new side. */
export function linesOfPatch(patch: string): ReadonlySet<number> {
  return new Set(hunksOf(patch).flatMap(({ start, lines }) => lines.map((_, index) => start + index)))
}
