import type { Target } from '../config/spelling.ts'
import type { Feature, Limit } from './features.ts'
import type { PolicySchema } from './policy-schema.ts'

/** An enforcement point: one file in targets/ with its fixture, golden and page. */
export interface PolicyTarget {
  readonly id: string
  /** What it is and where it refuses, in a sentence. */
  readonly summary: string
  /** Whose spelling of keys and values holds there. */
  readonly spelling: Target
  /** How the documents are put in force, first for looking on, then for refusing. */
  readonly apply: string
  /** What it can express of no schema, and why. */
  readonly cannot: Readonly<Partial<Record<Feature, string>>>
  /** Where it cannot but refuse what the rules accept. */
  readonly stricter?: Readonly<Partial<Record<Feature, string>>>
  /** Further things to know, one a line. */
  readonly notes: readonly string[]
  /** What `cannot` does not tell: limits that a schema alone brings about. */
  limits?(policy: PolicySchema, options: PolicyOptions): readonly Limit[]
  files(policy: PolicySchema, options: PolicyOptions): readonly PolicyFile[]
}

export interface PolicyOptions {
  /** Refuse; without it the documents report. */
  readonly enforce: boolean
  /** ARN patterns of roles that SCPs let through. */
  readonly exemptRoles: readonly string[]
  /** `organizations/123456789012`, or a placeholder. */
  readonly organization: string
  /** Namespaces whose workloads have tags from ascribe.yml, which no admission sees. */
  readonly inheritingNamespaces: readonly string[]
  /** Terraform types whose instances cost money, and the attributes their tags are in. */
  readonly taggedTypes: readonly TaggedType[]
}

export interface TaggedType {
  readonly type: string
  /** Dot-separated, from the resource's attributes. */
  readonly path: string
  /** Where the provider's defaults are merged in, if it computes that. */
  readonly merged: string | undefined
  readonly style: 'map' | 'pairs'
  readonly spelling: Target
}

export interface PolicyFile {
  /** From the target's folder. */
  readonly path: string
  readonly text: string
  /** What starts a comment; undefined where the format has none. */
  readonly comment?: string
}
