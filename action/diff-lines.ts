import { createHash } from 'node:crypto'
import type { Situation } from './event.ts'
import { failureText, type GitHub, isGitHubFailure } from './github/client.ts'
import { log } from './log.ts'

/** Where a line of the head can be seen. */
export type LineLink = (path: string, line: number) => string

/**
 * Links to a line in the pull request's Files tab where the diff shows it, else to the file at the head commit.
 */
export async function lineLinks(
  { repository: { owner, repo }, serverUrl }: Situation,
  head: string,
  pull: number | undefined,
  github: GitHub | undefined,
): Promise<LineLink> {
  const home = `${serverUrl}/${owner}/${repo}`
  const shown = pull !== undefined && github ? await shownLines(github, pull) : new Map<string, never>()
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

/** Path → the lines of the new side that the diff shows. A file without a patch shows none. */
async function shownLines(
  { octokit, owner, repo }: GitHub,
  pull: number,
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  try {
    const files = await octokit.paginate(octokit.rest.pulls.listFiles, {
      owner,
      repo,
      pull_number: pull,
      per_page: 100,
    })
    return new Map(files.map(({ filename, patch }) => [filename, linesOfPatch(patch ?? '')]))
  } catch (error) {
    if (!isGitHubFailure(error)) throw error
    log(`links go to the files, not to the diff: ${failureText(error)}`)
    return new Map()
  }
}

/** The numbers that a patch's added and unchanged lines have on the new side. */
export function linesOfPatch(patch: string): ReadonlySet<number> {
  const lines = new Set<number>()
  let next = 0
  for (const line of patch.split('\n')) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(line)
    if (hunk) next = Number(hunk[1])
    else if (line.startsWith('+') || line.startsWith(' ')) lines.add(next++)
  }
  return lines
}
