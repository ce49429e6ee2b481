/** What the client and the language server say to each other besides the Language Server Protocol. */
import type { Range, WorkspaceEdit } from 'vscode-languageclient/node.js'

/** Sent by the server after each re-evaluation: what it answered before no longer holds. */
export const CHANGED = 'ascribe/changed'
export const SUMMARY = 'ascribe/summary'
export const REPORT = 'ascribe/report'
export const WHAT_IF = 'ascribe/whatIf'
export const FETCH_MODULES = 'ascribe/fetchModules'

export interface InitializationOptions {
  /** Whether the user trusts the workspace: if not, the server starts no other program, and so knows no `HEAD`. */
  readonly trusted: boolean
}

/** Amounts a month, in `currency`: an ISO 4217 code. */
export interface Summary {
  readonly total: number
  /** Change since `HEAD`; null where there is no `HEAD` to compare with. */
  readonly delta: number | null
  readonly currency: string
  readonly priceDate: string
  readonly models: readonly ModelCost[]
  readonly findings: { readonly errors: number; readonly warnings: number }
}

export interface ModelCost {
  readonly name: string
  readonly team: string | null
  readonly total: number
  readonly phases: readonly PhaseCost[]
}

export interface PhaseCost {
  readonly name: string
  readonly total: number
  readonly resources: readonly ResourceCost[]
}

export interface ResourceCost extends Place {
  readonly address: string
  readonly cost: number
}

export interface Place {
  readonly uri: string
  readonly range: Range
}

export interface Report {
  /** A whole page, self-contained: styles within, no scripts, no requests. */
  readonly html: string
}

/** What could not be had; null in a workspace that is not trusted, where nothing is fetched. */
export interface FetchedModules {
  readonly notLoaded:
    | readonly { readonly address: string; readonly source: string; readonly because: string }[]
    | null
}

/** Null where no instance type is decided at the position. */
export type WhatIf = {
  /** An ISO 4217 code. */
  readonly currency: string
  /** Its address. */
  readonly resource: string
  readonly current: { readonly instanceType: string; readonly monthlyCost: number | null }
  readonly choices: readonly WhatIfChoice[]
} | null

export interface WhatIfChoice {
  readonly instanceType: string
  readonly monthlyCost: number
  /** Against the current type. */
  readonly delta: number
  readonly edit: WorkspaceEdit
}

/** Beside the edit of a code action, in its `data.snippets`: the same with tab stops for the values to choose. */
export interface SnippetEdit extends Place {
  readonly newText: string
  readonly isSnippet: boolean
}
