import type { CurrencyCode } from '../domain/currency.ts'
import type { Finding } from '../domain/finding.ts'
import type { InspectedResource } from '../review/inspection.ts'
import type { Problem } from '../source/problem.ts'

/** What points into one file, from every project that does. */
export interface AtFile {
  /** What amounts are in. */
  readonly currency: CurrencyCode
  /** Resources whose block is in the file. */
  readonly resources: readonly InspectedResource[]
  /** Resources that a module block in the file leads to. */
  readonly called: readonly InspectedResource[]
  readonly findings: readonly FoundAbout[]
  readonly problems: readonly Problem[]
  /** What is wrong with the exemptions that are written in it. */
  readonly exemptions?: readonly Finding[]
}

/** A finding, with the resource that it is about: its block may be in another file. */
export interface FoundAbout {
  readonly finding: Finding
  readonly about: InspectedResource
}
