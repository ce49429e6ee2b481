import * as core from '@actions/core'
import { ConfigurationError, FAIL_ON, type FailOn } from '../core/index.ts'

/** What the workflow asks for, checked. */
export interface Inputs {
  readonly token: string
  /** From the workspace. */
  readonly path: string
  readonly failOn: FailOn | undefined
  /** `FILE` or `PROJECT=FILE`, from the workspace. */
  readonly plans: readonly string[]
  readonly onParseError: (typeof ON_PARSE_ERROR)[number]
  /** In place of what ascribe.yml says; undefined leaves it to that. */
  readonly fetchModules: boolean | undefined
  /** Whether the report says what would be cheaper. */
  readonly suggestions: boolean
  /** Whether fixes are offered as suggested changes. */
  readonly fixes: boolean
  readonly comment: CommentMode
  readonly commentId: string
  /** A month. */
  readonly commentThreshold: number
  readonly commentAuthor: string
  /** Reports of other jobs to render: files and folders; empty where there is one to make. */
  readonly reports: readonly string[]
}

const MODE = ['review', 'report'] as const
const ON_PARSE_ERROR = ['fail', 'warn'] as const
const YES_OR_NO = ['true', 'false'] as const
const NO_OR_YES = ['false', 'true'] as const
const ON_OFF = ['on', 'off'] as const
const COMMENT = ['on', 'always', 'off'] as const
export type CommentMode = (typeof COMMENT)[number]

/** Ids are part of an HTML comment. */
const COMMENT_ID = /^[A-Za-z0-9._-]{1,64}$/
const SECRET_ENOUGH = 4

/** Whether this run reviews a change, or reports on the bill. */
export const readMode = (): (typeof MODE)[number] => oneOf('mode', MODE)

export function readInputs(): Inputs {
  const token = core.getInput('github-token')
  if (token.length >= SECRET_ENOUGH) core.setSecret(token)
  const commentId = core.getInput('comment-id') || 'default'
  if (!COMMENT_ID.test(commentId))
    throw new ConfigurationError(
      `comment-id "${commentId}" cannot be used. expected up to 64 letters, digits, ".", "_" and "-"`,
    )
  const comment = oneOf('comment', COMMENT)
  return {
    token,
    path: core.getInput('path') || '.',
    failOn: core.getInput('fail-on') === '' ? undefined : oneOf('fail-on', FAIL_ON),
    plans: core.getMultilineInput('plan'),
    onParseError: oneOf('on-parse-error', ON_PARSE_ERROR),
    fetchModules:
      core.getInput('fetch-modules') === '' ? undefined : oneOf('fetch-modules', YES_OR_NO) === 'true',
    suggestions: oneOf('suggestions', NO_OR_YES) === 'true',
    fixes: core.getInput('fixes') === '' ? comment !== 'off' : oneOf('fixes', ON_OFF) === 'on',
    comment,
    commentId,
    commentThreshold: dollars('comment-threshold'),
    commentAuthor: core.getInput('comment-author') || 'github-actions[bot]',
    reports: core.getMultilineInput('report'),
  }
}

function oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
  const given = core.getInput(name) || choices[0]
  const found = choices.find((choice) => choice === given)
  if (found) return found
  throw new ConfigurationError(`${name} "${given}" is unknown. expected one of ${choices.join(', ')}`)
}

function dollars(name: string): number {
  const given = core.getInput(name) || '0'
  const amount = Number(given)
  if (Number.isFinite(amount) && amount >= 0) return amount
  throw new ConfigurationError(`${name} "${given}" is no amount. expected an amount a month, e.g. 50`)
}
