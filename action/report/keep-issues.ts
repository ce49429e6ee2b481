import { isNewer } from '../comment/marker.ts'
import type { Run } from '../event.ts'
import { failureText, type GitHub, isGitHubFailure, statusOf } from '../github/client.ts'
import { log, note } from '../log.ts'
import { afterIssueMarker } from './issue-marker.ts'
import { closeIssue, createIssue, type OwnIssue, ownIssues, updateIssue } from './issues.ts'

/** An issue that is to be open, and what it says. */
export interface WantedIssue {
  readonly about: string
  readonly title: string
  readonly body: string
}

/** New issues a run makes at most: a bill that went wrong is no reason to fill a tracker. */
const MOST_NEW = 20

/**
 * Makes, updates and closes our own issues, so that those are open that are wanted. Whatever GitHub refuses is said and
 * fails nothing.
 */
export async function keepIssues(
  github: GitHub,
  author: string,
  run: Run,
  wanted: readonly WantedIssue[],
): Promise<void> {
  try {
    const open = await ownIssues(github, author)
    const isOpen = ({ about }: WantedIssue) => open.some(({ marker }) => marker.about === about)
    const fresh = wanted.filter((each) => !isOpen(each))
    const kept = [...wanted.filter(isOpen), ...fresh.slice(0, MOST_NEW)]
    for (const each of kept) await keepOne(github, author, run, open, each)
    if (kept.length < wanted.length)
      note(`${wanted.length - kept.length} more anomalies have no issue yet; the report names them.`)
    const abouts = new Set(wanted.map(({ about }) => about))
    for (const issue of open.filter(({ marker }) => !abouts.has(marker.about)))
      await closeOver(github, run, issue)
  } catch (error) {
    if (!isGitHubFailure(error)) throw error
    note(`No issues: ${reasonOf(error)}. The report is in the job summary.`)
  }
}

async function keepOne(
  github: GitHub,
  author: string,
  run: Run,
  open: readonly OwnIssue[],
  { about, title, body }: WantedIssue,
): Promise<void> {
  const marker = { about, run }
  const [first, ...extra] = open.filter((issue) => issue.marker.about === about)
  for (const issue of extra) await closeIssue(github, issue, marker, twin(first!), 'not_planned')
  if (first) return bringUpToDate(github, first, run, title, body)
  const created = await createIssue(github, marker, title, body)
  if (created.author !== author)
    note(`The issue was made by "${created.author}". Set comment-author to it, so that it is found at once.`)
  // Another run may have found none either, and made one meanwhile: the oldest stays.
  const [oldest] = (await ownIssues(github, created.author)).filter((issue) => issue.marker.about === about)
  if (!oldest || oldest.number === created.number) {
    log(`issue made: ${created.url}`)
    return
  }
  log('another run has made the issue at the same time; keeping the older')
  await closeIssue(github, created, marker, twin(oldest), 'not_planned')
  await bringUpToDate(github, oldest, run, title, body)
}

const twin = ({ number }: OwnIssue): string => `Another run has made #${number} for the same.\n`

async function bringUpToDate(
  github: GitHub,
  issue: OwnIssue,
  run: Run,
  title: string,
  body: string,
): Promise<void> {
  const { number, url, marker } = issue
  if (isNewer(marker.run, run)) {
    log(`the issue ${url} is of a newer run; left as it is`)
    return
  }
  if (issue.title === title && same(afterIssueMarker(issue.body), body)) {
    log(`the issue ${url} says it already`)
    return
  }
  await updateIssue(github, number, { about: marker.about, run }, title, body)
  log(`issue updated: ${url}`)
}

async function closeOver(github: GitHub, run: Run, issue: OwnIssue): Promise<void> {
  if (isNewer(issue.marker.run, run)) {
    log(`the issue ${issue.url} is of a newer run; left as it is`)
    return
  }
  const body = `**Over**, as the [latest run](${run.url}) sees it.\n\n${afterIssueMarker(issue.body)}`
  await closeIssue(github, issue, { about: issue.marker.about, run }, body, 'completed')
  log(`issue closed: ${issue.url}`)
}

/** A run that finds the same leaves the issue alone, though its own page has another address. */
const same = (a: string, b: string): boolean => withoutRun(a) === withoutRun(b)

const withoutRun = (body: string): string =>
  body
    .replaceAll('\r\n', '\n')
    .replace(/\/actions\/runs\/\d+/g, '/actions/runs/')
    .trim()

function reasonOf(error: unknown): string {
  const status = statusOf(error)
  if (status === 403 || status === 404 || status === 410)
    return `the token may not write them (${failureText(error)}); the job needs "permissions: issues: write"`
  return `GitHub failed (${failureText(error)})`
}
