import type { TagSchema } from '../../config/tag-schema.ts'
import type { Usd } from '../../domain/money.ts'
import type { Cost } from '../charge-columns.ts'
import type { Period } from '../cost-rows.ts'
import type { Decimal } from '../decimal.ts'
import { type CostCategory, categoryText } from './cost-category.ts'

/** One amount that a team is shown or charged: one for each team, model, cost category and period. */
export interface ChargebackRecord {
  /** `2026-10/fraud-ml/fraud_xgb_v7/training`: the same whenever it is made from the same bill. */
  readonly id: string
  readonly status: RecordStatus
  /** The team that the bill comes to. */
  readonly sourceTeam: string | undefined
  /** Undefined: nobody. */
  readonly targetTeam: string | undefined
  /** Undefined where it is a team's as a whole, or no tag says it. */
  readonly model: string | undefined
  readonly category: CostCategory
  readonly units: RecordUnits
  /** Whole cents of the bill's currency. */
  readonly amount: Usd
  /** Charges of the export, where they are this record's alone. */
  readonly rows: number
  /** Of a record that was added to a closed period. */
  readonly correction: Correction | undefined
}

/**
 * `showback`: shown and not billed; `chargeback`: moves to the target team's budget; `retained`: stays with who pays the
 * bill: foundations, taxes and the like; `unassigned`: nobody's, for want of a tag or a rule.
 */
export const RECORD_STATUSES = ['showback', 'chargeback', 'retained', 'unassigned'] as const
export type RecordStatus = (typeof RECORD_STATUSES)[number]
export type ChargebackMode = 'showback' | 'chargeback'

/** Units times the rate are the amount, to the cent; or there are none, and it says why. */
export type RecordUnits =
  | {
      readonly kind: 'known'
      readonly units: Decimal
      /** As the bill spells it, or `Predictions`, or `Months` of a fee. */
      readonly unit: string
      /** With as many digits as the amount needs. */
      readonly rate: string
    }
  | { readonly kind: 'none'; readonly because: string }

export interface Correction {
  /** The record that it corrects; undefined where the closed period had none for it. */
  readonly of: string | undefined
  /** The day on which it was made. */
  readonly on: string
}

/** The records of a period. They add up to its bill. */
export interface Chargeback {
  readonly period: Period
  readonly currency: string
  readonly cost: Cost
  readonly mode: ChargebackMode
  /** The bill, rounded to whole cents once. */
  readonly total: Usd
  /** By their ids. */
  readonly records: readonly ChargebackRecord[]
  /** Closed periods are not changed: what is found later is a correction. Undefined: there is no ledger. */
  readonly state: 'open' | 'closed' | undefined
  readonly notes: readonly string[]
  /** The tags that say whose each is, in files that have tags. */
  readonly keys: TagSchema['dimensions']
}

/** What makes a record one: its id without the period. */
export interface RecordKey {
  readonly team: string | undefined
  readonly model: string | undefined
  readonly category: CostCategory
}

/** No two keys have one id: a slash or a colon of a name is written otherwise. */
export function recordId(period: string, { team, model, category }: RecordKey): string {
  const { kind, name } = category
  const last = kind === 'phase' ? segment(name) : `${kind}:${segment(name)}`
  return [period, segment(team ?? ''), segment(model ?? ''), last].join('/')
}

/** Halves of a pair that stand alone are no text for `encodeURIComponent`. */
function segment(name: string): string {
  return name.replace(/./gsu, (character) =>
    /^[\ud800-\udfff]$/.test(character)
      ? `%u${character.charCodeAt(0).toString(16)}`
      : encodeURIComponent(character),
  )
}

/** Whose, of what, in what: `fraud-ml · fraud_xgb_v7 · training`. */
export const recordTitle = ({
  targetTeam,
  model,
  category,
}: Pick<ChargebackRecord, 'targetTeam' | 'model' | 'category'>): string =>
  [targetTeam ?? 'nobody', ...(model === undefined ? [] : [model]), categoryText(category)].join(' · ')
