import assert from 'node:assert/strict'
import type { FixPlan } from '../../core/fix/fix-plan.ts'
import { fixDiff } from '../../core/fix/fix-report.ts'
import { type FixOptions, planFixes } from '../../core/fix-plan/plan-fixes.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'

export type Files = Readonly<Record<string, string>>

/** A schema of two keys and a small catalogue. */
export const ASCRIBE_YML = `version: 1
schema:
  preset: none
  keys:
    team: { required: true }
    model_id: { required: true }
  dimensions: { team: team, model: model_id }
teams: { fraud-ml: {}, search-ml: {} }
models:
  fraud_xgb_v7: { team: fraud-ml }
`

/** Only the team is asked for: most stories are about where it is written. */
export const TEAM_ONLY = `version: 1
schema:
  preset: none
  keys:
    team: { required: true }
  dimensions: { team: team }
`

export interface Fixed {
  readonly plan: FixPlan
  readonly files: Files
  readonly diff: string
  /** \`address key: because\` */
  readonly refused: readonly string[]
}

type Options = Partial<Pick<FixOptions, 'below' | 'neighbours' | 'today'>> & {
  readonly set?: Readonly<Record<string, string>>
}

/** What a fix makes of files. That a second run finds nothing more to do is part of every story. */
export function fixed(files: Files, options: Options = {}): Fixed {
  const plan = planned(files, options)
  const after = written(files, plan)
  assert.deepEqual(planned(after, options).files, [], 'a second run writes nothing')
  return {
    plan,
    files: after,
    diff: fixDiff(plan),
    refused: plan.refusals.map(({ address, key, because }) => `${address} ${key}: ${because}`),
  }
}

export function planned(files: Files, { set = {}, ...options }: Options = {}): FixPlan {
  return planFixes({
    tree: memoryTree(files),
    below: '',
    prices: frozenBook(),
    neighbours: true,
    set: new Map(Object.entries(set)),
    ...options,
  })
}

function written(files: Files, plan: FixPlan): Files {
  const after: Record<string, string> = { ...files }
  for (const { path, before, after: text } of plan.files) {
    assert.equal(before, files[path])
    after[path] = text
  }
  return after
}

/** The lines that a diff adds and takes away, without their surroundings. */
export function changed(diff: string): string {
  return diff
    .split('\n')
    .filter((line) => /^[-+](?!--|\+\+)/.test(line))
    .join('\n')
}
