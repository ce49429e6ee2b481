import { type Usd, usd } from '../domain/money.ts'
import type { Range } from '../source/source-file.ts'
import type { AscribeYml } from './ascribe-yml.ts'
import { nodeAt, type YamlNode } from './yaml-tree.ts'

/** What may be spent a month, and when somebody is told. */
export interface Thresholds {
  /** The repository's, then environments, teams and models, each as written. */
  readonly budgets: readonly Budget[]
  /** Parts of a budget, of 1. */
  readonly warnAt: number
  readonly failAt: number
  readonly growth: GrowthThreshold
  /** The change of the monthly cost above which the owners are asked; undefined: they never are. */
  readonly approveAbove: Usd | undefined
}

export interface Budget {
  readonly of: 'repository' | 'environment' | 'team' | 'model'
  /** Empty for the repository. */
  readonly name: string
  readonly amount: Usd
  readonly range: Range
}

export interface GrowthThreshold {
  /** Of the baseline: 1.5 is half as much again. */
  readonly above: number
  /** Growth of less than this a month is nobody's concern. */
  readonly atLeast: Usd
  /** A month's cost by model, of a bill; without one, the baseline is what the base side costs. */
  readonly baselines?: ReadonlyMap<string, Usd>
}

export const DEFAULT_THRESHOLDS: Thresholds = {
  budgets: [],
  warnAt: 0.8,
  failAt: 1,
  growth: { above: 1.5, atLeast: usd(25) },
  approveAbove: undefined,
}

export function readThresholds(yml: AscribeYml, root: YamlNode): Thresholds {
  const { checks = {}, budgets: written = {} } = yml
  const budgets: Budget[] = []
  const put = (of: Budget['of'], name: string, amount: number | undefined, path: readonly string[]) => {
    if (amount !== undefined) budgets.push({ of, name, amount: usd(amount), range: nodeAt(root, path).range })
  }
  put('repository', '', written.repository, ['budgets', 'repository'])
  for (const [name, amount] of Object.entries(written.environments ?? {}))
    put('environment', name, amount, ['budgets', 'environments', name])
  for (const [name, team] of Object.entries(yml.teams ?? {}))
    put('team', name, team?.budget, ['teams', name, 'budget'])
  for (const [name, model] of Object.entries(yml.models ?? {}))
    put('model', name, model?.budget, ['models', name, 'budget'])
  const defaults = DEFAULT_THRESHOLDS
  const atLeast = checks.growth?.['at-least']
  const approveAbove = checks['approve-above']
  return {
    budgets,
    warnAt: partOf(written['warn-at'], defaults.warnAt),
    failAt: partOf(written['fail-at'], defaults.failAt),
    growth: {
      above: partOf(checks.growth?.['warn-above'], defaults.growth.above),
      atLeast: atLeast === undefined ? defaults.growth.atLeast : usd(atLeast),
    },
    approveAbove: approveAbove === undefined ? undefined : usd(approveAbove),
  }
}

/** `150%` → 1.5 */
function partOf(percent: string | undefined, otherwise: number): number {
  return percent === undefined ? otherwise : Number.parseFloat(percent) / 100
}
