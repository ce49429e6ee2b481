import type { Coverage } from '../attribution/coverage.ts'
import type { FailOn } from '../config/config.ts'
import type { Finding } from '../domain/finding.ts'
import type { Usd } from '../domain/money.ts'
import type { Dimension } from '../domain/owner.ts'
import type { NotLoadedModule } from '../domain/resource.ts'
import type { Suggestion } from '../domain/suggestion.ts'
import type { Problem } from '../source/problem.ts'
import type { Approval } from './approval.ts'
import type { BudgetUse } from './budget-uses.ts'
import type { Economics } from './economics.ts'
import type { InspectedResource, PriceBookIdentity } from './inspection.ts'
import type { AddedExemption, EnforcementNotice } from './settled.ts'
import type { OwnedChange, Sharing } from './sharing.ts'

/** The result of comparing two inspections: what a change costs, whose money it is, and whether it may be merged. */
export interface Review {
  /** What the sides are called, e.g. a short commit or a folder. */
  readonly base: string
  readonly head: string
  readonly total: Change
  /** Every resource of either side that was created, deleted, or is not what it was. Largest change first. */
  readonly resources: readonly ResourceChange[]
  /** Money by each dimension; every group of either side, largest change first. */
  readonly by: Readonly<Record<Breakdown, readonly GroupChange[]>>
  /** Money by model, team and phase, without and with shared costs. */
  readonly owned: readonly OwnedChange[]
  readonly sharing: Sharing
  readonly budgets: readonly BudgetUse[]
  readonly economics: Economics
  /** Undefined where none is asked for. */
  readonly approval: Approval | undefined
  /** Money by model (with its team) and phase, for the matrix of a report. */
  readonly modelPhases: readonly ModelPhaseChange[]
  readonly coverage: { readonly before: Coverage; readonly after: Coverage }
  readonly findings: {
    readonly new: readonly Finding[]
    readonly existing: readonly Finding[]
    readonly fixed: readonly Finding[]
  }
  /** Findings of the head side that exemptions or the baseline accept; each says why. They are in no other list. */
  readonly accepted?: readonly Finding[]
  /** Exemptions that the change adds. */
  readonly addedExemptions?: readonly AddedExemption[]
  /** Where findings fail nothing (yet). */
  readonly enforcement?: readonly EnforcementNotice[]
  /** What has no figure on the head side, and why. */
  readonly notPriced: readonly NotPriced[]
  /** How much of the head side's money stands on a price that is not exact. */
  readonly inexact: Usd
  /** What the figures stand on, each assumption once, most used first. */
  readonly assumptions: readonly string[]
  /** Modules that are not loaded and may hide a part of the change. */
  readonly notLoaded: readonly NotLoadedModule[]
  readonly problems: readonly Problem[]
  readonly prices: PriceBookIdentity
  /** Things a reader should know about how the review was made. */
  readonly notes: readonly string[]
  readonly verdict: Verdict
  /** Cheaper ways to have what the change creates or alters, where they are asked for; the most money first. */
  readonly suggestions: readonly Suggestion[]
}

/** Monthly list cost on both sides. `delta` is `after − before`. */
export interface Change {
  readonly before: Usd
  readonly after: Usd
  readonly delta: Usd
  /** The true figure may be higher: some instances, or parts of them, could not be counted. */
  readonly atLeast: { readonly before: boolean; readonly after: boolean }
}

/** Terraform's words for what happens to a resource. */
export type Action = 'create' | 'update' | 'delete' | 'no-op'

export interface ResourceChange {
  readonly project: string
  /** On the head side; for a deleted resource, on the base side. */
  readonly address: string
  /** Set where a `moved` block gave the resource another address. */
  readonly previousAddress: string | undefined
  readonly type: string
  readonly action: Action
  readonly before: InspectedResource | undefined
  readonly after: InspectedResource | undefined
  readonly cost: Change
}

export type Breakdown = Extract<
  Dimension,
  'model' | 'team' | 'phase' | 'environment' | 'costCenter' | 'project'
>

export interface GroupChange {
  readonly group: Group
  readonly cost: Change
}

/** A value of a dimension; all unknown reasons together are one group, and so is all that is missing. */
export type Group =
  | { readonly kind: 'known'; readonly value: string }
  | { readonly kind: 'missing' | 'unknown' }

export interface ModelPhaseChange {
  readonly model: Group
  /** The teams that own the model's resources; usually one. */
  readonly teams: readonly string[]
  readonly phases: readonly { readonly phase: Group; readonly cost: Change }[]
  readonly cost: Change
}

export interface NotPriced {
  readonly project: string
  readonly address: string
  readonly kind: 'usageBased' | 'unpriced' | 'unknown'
  readonly because: string
  /** Set where the rest of the resource is priced: the part that is not. */
  readonly part: string | undefined
  /** Whether the change created or changed it. */
  readonly changed: boolean
  /** Of a part: the resource is there for it. */
  readonly isMain?: true
}

export interface Verdict {
  readonly status: 'pass' | 'warn' | 'fail'
  readonly failOn: FailOn
  /** More than a fifth of the changed resources have no figure. */
  readonly partial: boolean
  /** One sentence each, the most important first. */
  readonly because: readonly string[]
}
