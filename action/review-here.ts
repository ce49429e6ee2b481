import * as core from '@actions/core'
import { ConfigurationError } from '../core/index.ts'
import { type Analysis, analyse } from './analyse.ts'
import { annotate } from './annotations.ts'
import { composeComment, composeSummary } from './comment/compose.ts'
import { type Place, publish } from './comment/publish.ts'
import { failureBody } from './comment/stale.ts'
import { lineLinks } from './diff-lines.ts'
import { type Situation, shortCommit } from './event.ts'
import { type GitHub, openGitHub } from './github/client.ts'
import { pullFiles } from './github/pull-files.ts'
import type { Inputs } from './inputs.ts'
import { harmless, inGroup } from './log.ts'
import { setOutputs, writeReport, writeSnapshot } from './outputs.ts'
import { offerFixes } from './suggested-changes/offer.ts'

/** Reviews the change of this event, and says so everywhere: summary, outputs, annotations, comment, exit status. */
export async function reviewHere(situation: Situation, inputs: Inputs): Promise<void> {
  const github = openGitHub(inputs.token, situation)
  let analysis: Analysis
  try {
    analysis = await analyse(situation, inputs, github)
  } catch (error) {
    await sayFailed(error, situation, inputs, github)
    throw error
  }
  const { review, broken, headSide } = analysis
  const { verdict } = review
  setOutputs(review)
  writeReport(review, situation, inputs.commentId)
  if (isSnapshot(situation)) writeSnapshot(headSide, situation, inputs.commentId)
  annotate(review, broken, verdict.status === 'fail' && inputs.onParseError === 'fail')
  await inGroup('Report', () => say(analysis, situation, inputs, github))
  if (verdict.status === 'fail') core.setFailed(`Ascribe: ${verdict.because.map(harmless).join(', ')}`)
}

/** What stands after a push, or whenever somebody asks, is worth keeping; what a pull request would make is not there yet. */
function isSnapshot({ event: { kind } }: Situation): boolean {
  return kind === 'push' || kind === 'other'
}

async function say(
  analysis: Analysis,
  situation: Situation,
  inputs: Inputs,
  github: GitHub | undefined,
): Promise<void> {
  const { review, isRelevant, broken, baseIs, head } = analysis
  const pull = situation.event.kind === 'pull-request' ? situation.event.number : undefined
  const files = pull !== undefined && github ? await pullFiles(github, pull) : []
  const subject = {
    review,
    isRelevant,
    broken,
    baseIs,
    head: shortCommit(head),
    link: lineLinks(situation, head, pull, files),
    reportUrl: situation.run.url,
    origin: undefined,
  }
  await core.summary.addRaw(composeSummary(subject, inputs)).write()
  const place = placeOf(situation, inputs)
  if (!place || !github) return
  if (inputs.comment !== 'off') {
    const url = await publish(github, place, (previous) => composeComment(subject, inputs, previous))
    if (url) core.setOutput('comment-url', url)
  }
  if (inputs.fixes) await offerFixes(github, { pull: place.pull, commit: head, files }, analysis)
}

/** The comment says that the analysis failed, over its last good figures. What failed is thrown on. */
async function sayFailed(
  error: unknown,
  situation: Situation,
  inputs: Inputs,
  github: GitHub | undefined,
): Promise<void> {
  const said = error instanceof ConfigurationError ? error.message : 'a mistake in Ascribe'
  const place = placeOf(situation, inputs)
  const head = place?.marker.head ?? ''
  await core.summary.addRaw(failureBody(said, head, situation.run.url, undefined)).write()
  if (place && github && inputs.comment !== 'off')
    await publish(github, place, (previous) => failureBody(said, head, situation.run.url, previous))
}

function placeOf({ event, run }: Situation, { commentAuthor, commentId }: Inputs): Place | undefined {
  if (event.kind !== 'pull-request') return undefined
  return {
    pull: event.number,
    author: commentAuthor,
    marker: { id: commentId, head: shortCommit(event.head), run },
  }
}
