import type { GitHub } from '../github/client.ts'
import { type IssueMarker, issueMarkerLine, readIssueMarker } from './issue-marker.ts'

/** An issue that we wrote, by its marker and its author. */
export interface OwnIssue {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly url: string
  readonly marker: IssueMarker
}

/** GitHub refuses longer titles. */
const MOST_TITLE = 250

/** Our open issues, the oldest first. Everybody else's are none of our business. */
export async function ownIssues(
  { octokit, owner, repo }: GitHub,
  author: string,
): Promise<readonly OwnIssue[]> {
  const all = await octokit.paginate(octokit.rest.issues.listForRepo, {
    owner,
    repo,
    state: 'open',
    creator: author,
    per_page: 100,
  })
  return all
    .flatMap(({ number, title, body, html_url: url, user, pull_request }): OwnIssue[] => {
      if (pull_request || user?.login !== author) return []
      const marker = readIssueMarker(body ?? '')
      return marker ? [{ number, title, body: body ?? '', url, marker }] : []
    })
    .sort((a, b) => a.number - b.number)
}

export async function createIssue(
  { octokit, owner, repo }: GitHub,
  marker: IssueMarker,
  title: string,
  body: string,
): Promise<{ readonly number: number; readonly url: string; readonly author: string }> {
  const { data } = await octokit.rest.issues.create({
    owner,
    repo,
    title: title.slice(0, MOST_TITLE),
    body: issueMarkerLine(marker) + body,
  })
  return { number: data.number, url: data.html_url, author: data.user?.login ?? '' }
}

export async function updateIssue(
  { octokit, owner, repo }: GitHub,
  number: number,
  marker: IssueMarker,
  title: string,
  body: string,
): Promise<void> {
  await octokit.rest.issues.update({
    owner,
    repo,
    issue_number: number,
    title: title.slice(0, MOST_TITLE),
    body: issueMarkerLine(marker) + body,
  })
}

/** Says why, and closes it. */
export async function closeIssue(
  { octokit, owner, repo }: GitHub,
  { number }: Pick<OwnIssue, 'number'>,
  marker: IssueMarker,
  body: string,
  reason: 'completed' | 'not_planned',
): Promise<void> {
  await octokit.rest.issues.update({
    owner,
    repo,
    issue_number: number,
    body: issueMarkerLine(marker) + body,
    state: 'closed',
    state_reason: reason,
  })
}
