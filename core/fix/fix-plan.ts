import type { TextEdit } from './fixed-text.ts'

/** What is to be written so that the tags are right, and what cannot be. */
export interface FixPlan {
  readonly files: readonly FixedFile[]
  readonly changes: readonly FixChange[]
  readonly refusals: readonly Refusal[]
}

export interface FixedFile {
  readonly path: string
  readonly before: string
  readonly after: string
  /** Of the text before: in order, none meeting another. */
  readonly edits: readonly TextEdit[]
}

/** Something that is mended at one place. */
export interface FixChange {
  /** e.g. `default_tags of provider "aws"` */
  readonly place: string
  readonly path: string
  /** What is done where no tags are added: `Rename tag "Team" to "team"`. */
  readonly mends?: string
  readonly tags: readonly WrittenTag[]
  /** Resources that lacked something and have it by this. */
  readonly reaches: readonly { readonly project: string; readonly address: string }[]
}

export interface WrittenTag {
  readonly key: string
  readonly value: string
  /** Who says so; several where several resources have it for different reasons. */
  readonly sources: readonly string[]
}

/** A finding that stays. */
export interface Refusal {
  readonly ruleId: string
  readonly project: string
  readonly address: string
  /** The schema's key; undefined where it is about all of them. */
  readonly key: string | undefined
  readonly path: string
  readonly line: number
  readonly message: string
  readonly because: string
}
