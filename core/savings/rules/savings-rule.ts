import type { SavingsRuleId } from '../../config/rule-ids.ts'
import type { Severity } from '../../domain/finding.ts'
import type { Resource } from '../../domain/resource.ts'
import type { PriceBook } from '../../pricing/price-book.ts'
import type { Range } from '../../source/source-file.ts'
import type { Cluster } from '../../topology/cluster.ts'

/** Money that is spent for nothing, or without a bound, as the manifest stands. Id, address and cost are added by `checkSavings`. */
export interface SavingsRule {
  readonly id: SavingsRuleId
  /** `off`: only where `checks.severity` asks for it. */
  readonly severity: Severity | 'off'
  /** What the rule asks for, in a sentence. */
  readonly summary: string
  check(subject: SavingsSubject): Iterable<SavingsProblem>
}

/** A Kubernetes object, and what it is looked at with. */
export interface SavingsSubject {
  readonly resource: Resource
  readonly cluster: Cluster
  readonly prices: PriceBook
  /** `checks.max-gpus`; undefined where none is set. */
  readonly maxGpus: number | undefined
}

export interface SavingsProblem {
  readonly message: string
  /** Where to look, if not at the object's name. */
  readonly range?: Range
}
