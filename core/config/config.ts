import type { Severity } from '../domain/finding.ts'
import type { Range } from '../source/source-file.ts'
import type { BillConfig } from './bill.ts'
import type { Catalogue } from './catalogue.ts'
import type { ClusterConfig } from './clusters.ts'
import type { EconomicsConfig } from './economics.ts'
import type { Enforcement } from './enforcement.ts'
import type { ExemptionRule } from './exemptions.ts'
import type { HelmConfig } from './helm.ts'
import type { AttributionConfig, OwnerRule } from './owner-rules.ts'
import type { PricesConfig } from './prices.ts'
import type { ResourceMatch } from './resource-match.ts'
import type { SharedPool } from './shared-pools.ts'
import type { TagSchema } from './tag-schema.ts'
import type { Thresholds } from './thresholds.ts'

/** `ascribe.yml`, read, checked, and with every default filled in. */
export interface Config extends Catalogue {
  readonly schema: TagSchema
  readonly failOn: FailOn
  /** Rule id → the severity asked for; a rule that is not named keeps its own. */
  readonly severities: ReadonlyMap<string, SeveritySetting>
  /** How many GPUs one Kubernetes workload may hold; undefined where any number may. */
  readonly maxGpus: number | undefined
  /** Declared root modules; empty where they are to be discovered. */
  readonly projects: readonly ProjectConfig[]
  /** In the order written; the first that matches holds. */
  readonly usage: readonly UsageRule[]
  readonly attribution: AttributionConfig
  /** In the order written; the first that matches and sets a key holds for it. */
  readonly owners: readonly OwnerRule[]
  /** In the order written; the first that matches has the cost. */
  readonly sharedPools: readonly SharedPool[]
  readonly thresholds: Thresholds
  readonly economics: EconomicsConfig
  readonly bill: BillConfig
  readonly modules: ModulesConfig
  readonly prices: PricesConfig
  readonly clusters: readonly ClusterConfig[]
  readonly helm: HelmConfig
  readonly enforcement: Enforcement
  readonly exemptions: readonly ExemptionRule[]
  /** Whether exemptions that a change adds count for it. */
  readonly allowNewExemptions: boolean
}

/** Which modules a front end may download. */
export interface ModulesConfig {
  readonly fetch: boolean
  /** Lower-case host names, with a port where it is not the usual one; undefined leaves them to the default. */
  readonly allowHosts: readonly string[] | undefined
}

/**
 * What makes a review fail: errors that the change brings, any error, what a change adds to a budget that is then
 * exceeded, or nothing.
 */
export const FAIL_ON = ['new-errors', 'errors', 'budget', 'none'] as const
export type FailOn = (typeof FAIL_ON)[number]

export type SeveritySetting = Severity | 'off'

export interface ProjectConfig {
  readonly name: string
  /** The root module's folder, from the tree's root: `''` is the root. */
  readonly path: string
  /** From the tree's root, in the order they are applied. */
  readonly varFiles: readonly string[]
  readonly workspace: string
  readonly range: Range
}

/** How long a month what matches runs, and how much of it is used: a training box is not charged for 730 hours. */
export interface UsageRule {
  readonly match: ResourceMatch
  /** Undefined where the rule is about quantities alone. */
  readonly hoursPerMonth: number | undefined
  /** By the keys of usage files. */
  readonly quantities: ReadonlyMap<string, number>
  readonly range: Range
}
