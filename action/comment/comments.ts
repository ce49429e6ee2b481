import type { GitHub } from '../github/client.ts'
import { type Marker, readMarker } from './marker.ts'

/** A comment that we wrote, by its marker and its author. */
export interface OwnComment {
  readonly id: number
  readonly body: string
  readonly url: string
  readonly marker: Marker
}

/** The comments of an account that carry this very id, the oldest first. Everybody else's are none of our business. */
export async function ownComments(
  { octokit, owner, repo }: GitHub,
  pull: number,
  id: string,
  author: string,
): Promise<readonly OwnComment[]> {
  const all = await octokit.paginate(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: pull,
    per_page: 100,
  })
  return all
    .flatMap(({ id: number, body = '', html_url: url, user }): OwnComment[] => {
      const marker = user?.login === author ? readMarker(body) : undefined
      return marker?.id === id ? [{ id: number, body, url, marker }] : []
    })
    .sort((a, b) => a.id - b.id)
}

export async function createComment(
  { octokit, owner, repo }: GitHub,
  pull: number,
  body: string,
): Promise<{ readonly id: number; readonly author: string; readonly url: string }> {
  const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: pull, body })
  return { id: data.id, author: data.user?.login ?? '', url: data.html_url }
}

export async function updateComment(
  { octokit, owner, repo }: GitHub,
  id: number,
  body: string,
): Promise<void> {
  await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body })
}

export async function deleteComment({ octokit, owner, repo }: GitHub, id: number): Promise<void> {
  await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id })
}
