/** A regular expression of Go's RE2 syntax, as far as it is read. */
export type Node =
  | { readonly kind: 'character'; readonly test: (codePoint: number) => boolean }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Node[] }
  | {
      readonly kind: 'repeat'
      readonly of: Node
      readonly min: number
      readonly max: number
      readonly greedy: boolean
    }
  | { readonly kind: 'group'; readonly index: number; readonly of: Node }
  | { readonly kind: 'assertion'; readonly at: Assertion }

export type Assertion = 'start' | 'end' | 'line start' | 'line end' | 'word boundary' | 'no word boundary'

/** A pattern's tree, and its capture groups in order: a name, or undefined for a plain group. */
export interface Pattern {
  readonly root: Node
  readonly groups: readonly (string | undefined)[]
}

/** The pattern is not one of Go's: a wrong use of the function, as Terraform would say. */
export class PatternError extends Error {}
