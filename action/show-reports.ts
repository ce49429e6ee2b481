import * as core from '@actions/core'
import { readReportFile } from '../cli/trees/report-file.ts'
import { ConfigurationError } from '../core/index.ts'
import { composeComment } from './comment/compose.ts'
import { publish } from './comment/publish.ts'
import { lineLinks } from './diff-lines.ts'
import { type CompletedRun, type Situation, shortCommit } from './event.ts'
import { type GitHub, openGitHub } from './github/client.ts'
import { pullFiles } from './github/pull-files.ts'
import type { Inputs } from './inputs.ts'
import { log, note } from './log.ts'

/**
 * Posts the report of a job that could not. The report is the only thing that comes from there: which pull request it
 * is for, and which run it is of, is what GitHub's event says.
 */
export async function showReport(situation: Situation, inputs: Inputs, path: string): Promise<void> {
  const { event } = situation
  if (event.kind !== 'workflow-run')
    throw new ConfigurationError('report is for workflows that run on workflow_run. leave it out elsewhere')
  const github = openGitHub(inputs.token, situation)
  if (!github) throw new ConfigurationError('github-token is empty')
  const review = readReportFile(path)
  const pull = await pullRequestOf(github, event)
  if (pull === undefined) return
  const subject = {
    review,
    isRelevant: review.resources.length > 0 || review.findings.fixed.length > 0,
    broken: review.problems.filter(({ severity }) => severity === 'error'),
    baseIs: undefined,
    head: shortCommit(event.head),
    link: lineLinks(situation, event.head, pull, await pullFiles(github, pull)),
    reportUrl: event.run.url,
    origin: 'The figures are what the fork’s own run reported.',
  }
  const marker = { id: inputs.commentId, head: subject.head, run: event.run }
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
