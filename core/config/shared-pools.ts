import { type Usd, usd } from '../domain/money.ts'
import type { Problem } from '../source/problem.ts'
import type { Range, SourceFile } from '../source/source-file.ts'
import { resolvePath } from '../source/source-tree.ts'
import type { AscribeYml } from './ascribe-yml.ts'
import { type BillMatch, billMatch } from './bill-match.ts'
import type { ReadIncluded } from './include.ts'
import { resourceMatch } from './resolve-match.ts'
import type { Report } from './resolve-schema.ts'
import type { ResourceMatch } from './resource-match.ts'
import { readUsageMetric, type UsageMetric } from './usage-metric.ts'
import { quote } from './wording.ts'
import { nodeAt, type YamlNode } from './yaml-tree.ts'

/** Costs that several models cause together, and who carries which part of them. */
export interface SharedPool {
  readonly name: string
  /** Undefined: all that names the model `shared`. */
  readonly match: ResourceMatch | undefined
  /** Which charges of a bill are in it; undefined: those that `match` finds by their tags. */
  readonly bill?: BillMatch | undefined
  readonly method: PoolMethod
  /** The teams that carry it; undefined: every team that has models. */
  readonly to: ReadonlySet<string> | undefined
  /** When the method was last agreed on: an ISO date, and where it is written. */
  readonly reviewed: { readonly date: string; readonly range: Range } | undefined
  readonly range: Range
}

export type PoolMethod =
  | { readonly kind: 'even' | 'direct-cost' | 'model-count' | 'keep' }
  /** Percent by team or model. */
  | { readonly kind: 'fixed'; readonly percent: ReadonlyMap<string, number> }
  | { readonly kind: 'usage'; readonly metric: UsageMetric; readonly path: string }
  /** Of one cluster, or of all workloads under review. */
  | { readonly kind: 'pod-requests'; readonly cluster: string | undefined }
  | { readonly kind: 'flat'; readonly perTeam: Usd }

type PoolYml = NonNullable<AscribeYml['shared']>[number]

/** The pools that can be split as they are written, in their order, and the files that they are split by. */
export function readSharedPools(
  { shared = [] }: AscribeYml,
  root: YamlNode,
  report: Report,
  read: ReadIncluded,
): {
  readonly pools: readonly SharedPool[]
  readonly files: readonly SourceFile[]
  readonly problems: readonly Problem[]
} {
  const pools = new Map<string, SharedPool>()
  const files: SourceFile[] = []
  const problems: Problem[] = []
  const open = (path: string): SourceFile | undefined => {
    const inside = resolvePath('', path)
    const file = inside === undefined ? undefined : read(inside)
    if (file) files.push(file)
    return file
  }
  for (const [index, pool] of shared.entries()) {
    const at = ['shared', index]
    const say = (key: string | undefined, message: string): undefined =>
      report(key === undefined ? at : [...at, key], message) as undefined
    if (pools.has(pool.name)) {
      say('name', `a pool named ${quote(pool.name)} is already there`)
      continue
    }
    const method = methodOf(pool, say, open, problems)
    if (!method) continue
    if (!pool.match && method.kind !== 'flat') {
      say(undefined, `the pool ${quote(pool.name)} lacks "match": which costs it is about`)
      continue
    }
    pools.set(pool.name, {
      name: pool.name,
      match: pool.match && resourceMatch(pool.match),
      bill: pool.bill && billMatch(pool.bill),
      method,
      to: pool.to && new Set(pool.to),
      reviewed:
        pool.reviewed === undefined
          ? undefined
          : { date: pool.reviewed, range: nodeAt(root, [...at, 'reviewed']).range },
      range: nodeAt(root, at).range,
    })
  }
  return { pools: [...pools.values()], files, problems }
}

type Say = (key: string | undefined, message: string) => undefined

function methodOf(
  pool: PoolYml,
  say: Say,
  open: (path: string) => SourceFile | undefined,
  problems: Problem[],
): PoolMethod | undefined {
  const { method, percent, metric, cluster, 'per-team': perTeam } = pool
  const lacks = (key: string, what: string) => say('method', `the method "${method}" lacks "${key}": ${what}`)
  switch (method) {
    case 'fixed': {
      if (!percent) return lacks('percent', 'how much each team or model carries, e.g. { fraud-ml: 60 }')
      const sum = Object.values(percent).reduce((total, part) => total + part, 0)
      if (sum > 100 + 1e-9) return say('percent', `the parts come to ${sum} %. expected at most 100`)
      return { kind: method, percent: new Map(Object.entries(percent)) }
    }
    case 'usage': {
      if (metric === undefined) return lacks('metric', 'a CSV file of usage by team or model')
      const file = open(metric)
      if (!file)
        return say(
          'metric',
          `${quote(metric)} is not there or cannot be read. expected a CSV file, by its path from here`,
        )
      const read = readUsageMetric(file)
      problems.push(...read.problems)
      return read.metric && { kind: method, metric: read.metric, path: file.path }
    }
    case 'flat':
      if (perTeam === undefined) return lacks('per-team', 'what each team is charged a month')
      return { kind: method, perTeam: usd(perTeam) }
    case 'pod-requests':
      return { kind: method, cluster }
    default:
      return { kind: method }
  }
}
