import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { TrialRoot } from './materialise-root.ts'

/** One line of expectations.yml; its header says what each field means. */
export interface Expectation {
  readonly tags?: Readonly<Record<string, string | null>>
  readonly open?: boolean
  readonly may?: readonly string[]
  readonly taggable?: boolean
  readonly 'may-taggable'?: boolean
  readonly kind: string | readonly string[]
  readonly charges?: readonly PriceAndQuantity[]
  readonly 'may-charge'?: readonly PriceAndQuantity[]
  readonly region?: string
}

export type PriceAndQuantity = readonly [listUnitPrice: number, pricingQuantity: number]

export interface ExpectedCase extends TrialRoot {
  readonly repository: string
  readonly commit: string
  readonly region?: string
  readonly resources: Readonly<Record<string, Expectation>>
  readonly absent?: readonly string[]
}

export function readExpectations(file: string): readonly ExpectedCase[] {
  return parse(readFileSync(file, 'utf8'), { merge: true }).cases
}
