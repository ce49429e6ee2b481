import { shortCommit } from '../event.ts'
import { failureText, type GitHub, isGitHubFailure, statusOf } from '../github/client.ts'
import { log, note } from '../log.ts'
import { createComment, deleteComment, type OwnComment, ownComments, updateComment } from './comments.ts'
import { afterMarker, isNewer, type Marker, markerLine } from './marker.ts'

/** Which comment is ours to keep up to date. */
export interface Place {
  readonly pull: number
  readonly author: string
  readonly marker: Marker
}

/**
 * What to say, given the comment that is there: a body without marker, or undefined to leave things as they are.
 */
export type Compose = (previous: string | undefined) => string | undefined

/**
 * Brings the comment up to date, or makes it. Whatever GitHub refuses is said and changes nothing about pass or fail.
 * Gives the comment's address.
 */
export async function publish(github: GitHub, place: Place, compose: Compose): Promise<string | undefined> {
  try {
    return await keepOne(github, place, compose)
  } catch (error) {
    if (!isGitHubFailure(error)) throw error
    note(`No comment on the pull request: ${reasonOf(error)}. The report is in the job summary.`)
    return undefined
  }
}

async function keepOne(github: GitHub, place: Place, compose: Compose): Promise<string | undefined> {
  const { pull, author, marker } = place
  const [oldest, ...extra] = await ownComments(github, pull, marker.id, author)
  if (oldest) {
    await dropExtra(github, extra)
    return bringUpToDate(github, oldest, marker, compose)
  }
  const body = compose(undefined)
  if (body === undefined) {
    log('nothing to comment on')
    return undefined
  }
  const created = await createComment(github, pull, markerLine(marker) + body)
  if (created.author !== author)
    note(
      `The comment was posted by "${created.author}". Set comment-author to it, so that it is found at once.`,
    )
  // Another run may have found no comment either, and made one meanwhile: the oldest stays.
  const [first, ...others] = await ownComments(github, pull, marker.id, created.author)
  if (!first || first.id === created.id) {
    log(`commented: ${created.url}`)
    return created.url
  }
  log('another run has commented at the same time; keeping the older comment')
  const ours = others.find(({ id }) => id === created.id)
  if (ours) await dropExtra(github, [ours])
  return bringUpToDate(github, first, marker, compose)
}

async function bringUpToDate(
  github: GitHub,
  { id, body: before, url, marker: stored }: OwnComment,
  marker: Marker,
  compose: Compose,
): Promise<string> {
  if (isNewer(stored.run, marker.run)) {
    log(`the comment is of the newer run ${stored.run.number}.${stored.run.attempt}; left as it is`)
    return url
  }
  const body = compose(before)
  if (body === undefined || withoutRun(afterMarker(before)) === withoutRun(body)) {
    log(`the comment at ${shortCommit(marker.head)} says it already: ${url}`)
    return url
  }
  await updateComment(github, id, markerLine(marker) + body)
  log(`comment updated: ${url}`)
  return url
}

/** Ours only: they were found by marker and author. One that is gone already is no failure. */
async function dropExtra(github: GitHub, extra: readonly OwnComment[]): Promise<void> {
  for (const { id } of extra)
    try {
      await deleteComment(github, id)
    } catch (error) {
      if (statusOf(error) !== 404) throw error
    }
}

/** A run that finds the same leaves the comment alone, though its own page has another address. */
function withoutRun(body: string): string {
  return body
    .replaceAll('\r\n', '\n')
    .replace(/\/actions\/runs\/\d+/g, '/actions/runs/')
    .trim()
}

function reasonOf(error: unknown): string {
  const status = statusOf(error)
  if (status === 403 || status === 404)
    return `the token may not write it (${failureText(error)}); the job needs "permissions: pull-requests: write"`
  return `GitHub failed (${failureText(error)})`
}
