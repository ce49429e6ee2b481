import * as core from '@actions/core'
import { ConfigurationError, type Review } from '../core/index.ts'
import { composeComment, composeSummary, type Subject } from './comment/compose.ts'
import { publish } from './comment/publish.ts'
import { type LineLink, lineLinks } from './diff-lines.ts'
import { type CompletedRun, type Run, type Situation, shortCommit } from './event.ts'
import { type GitHub, openGitHub } from './github/client.ts'
import { pullFiles } from './github/pull-files.ts'
import type { Inputs } from './inputs.ts'
import { harmless, log, note } from './log.ts'
import { setOutputs, writeReport } from './outputs.ts'
import { readReports } from './report-files.ts'

/** Shows what other jobs have reviewed: those of this run, or of one that could not comment itself. */
export async function showReports(situation: Situation, inputs: Inputs): Promise<void> {
  const github = openGitHub(inputs.token, situation)
  const review = readReports(inputs.reports)
  const { event } = situation
  if (event.kind === 'workflow-run') await showForeign(review, event, situation, inputs, github)
  else await showOwn(review, event.head, situation, inputs, github)
}

/** What the jobs of this run have found, each in its part of the repository: as if one had found it all. */
async function showOwn(
  review: Review,
  head: string,
  situation: Situation,
  inputs: Inputs,
  github: GitHub | undefined,
): Promise<void> {
  setOutputs(review)
  writeReport(review, situation, inputs.commentId)
  const pull = situation.event.kind === 'pull-request' ? situation.event.number : undefined
  const files = pull !== undefined && github ? await pullFiles(github, pull) : []
  const subject = subjectOf(review, head, situation.run.url, lineLinks(situation, head, pull, files))
  await core.summary.addRaw(composeSummary(subject, inputs)).write()
  if (pull !== undefined && github && inputs.comment !== 'off')
    await comment(github, pull, subject, situation.run, inputs)
  const { verdict } = review
  if (verdict.status === 'fail') core.setFailed(`Ascribe: ${verdict.because.map(harmless).join(', ')}`)
}

/**
 * Posts the report of a job that could not. The report is the only thing that comes from there: which pull request it
 * is for, and which run it is of, is what GitHub's event says.
 */
async function showForeign(
  review: Review,
  event: CompletedRun,
  situation: Situation,
  inputs: Inputs,
  github: GitHub | undefined,
): Promise<void> {
  if (!github) throw new ConfigurationError('github-token is empty')
  const pull = await pullRequestOf(github, event)
  if (pull === undefined) return
  const link = lineLinks(situation, event.head, pull, await pullFiles(github, pull))
  const subject = subjectOf(review, event.head, event.run.url, link)
  const origin = 'The figures are what the fork’s own run reported.'
  await comment(github, pull, { ...subject, origin }, event.run, inputs)
}

function subjectOf(review: Review, head: string, reportUrl: string, link: LineLink): Subject {
  return {
    review,
    isRelevant: review.resources.length > 0 || review.findings.fixed.length > 0,
    broken: review.problems.filter(({ severity }) => severity === 'error'),
    baseIs: undefined,
    head: shortCommit(head),
    link,
    reportUrl,
    origin: undefined,
  }
}

async function comment(
  github: GitHub,
  pull: number,
  subject: Subject,
  run: Run,
  inputs: Inputs,
): Promise<void> {
  const marker = { id: inputs.commentId, head: subject.head, run }
  const url = await publish(github, { pull, author: inputs.commentAuthor, marker }, (previous) =>
    composeComment(subject, inputs, previous),
  )
  if (url) core.setOutput('comment-url', url)
}

/** The open pull request whose last commit the completed run was for: exactly one, or nothing is posted. */
async function pullRequestOf(github: GitHub, event: CompletedRun): Promise<number | undefined> {
  const { octokit, owner, repo } = github
  if (event.startedBy !== 'pull_request' || event.headOwner === undefined) {
    log(`the completed run was started by ${event.startedBy}, not by a pull request; nothing to post`)
    return undefined
  }
  const pulls = await octokit.paginate(octokit.rest.pulls.list, {
    owner,
    repo,
    state: 'open',
    head: `${event.headOwner}:${event.headBranch}`,
    per_page: 100,
  })
  const found = pulls.filter(({ head }) => head.sha === event.head)
  if (found.length === 1) return found[0]!.number
  note(
    found.length === 0
      ? `No open pull request has ${shortCommit(event.head)} as its last commit; a newer run will post.`
      : `${found.length} pull requests have ${shortCommit(event.head)} as their last commit; none gets a comment.`,
  )
  return undefined
}
