import type { Arbitrary } from 'fast-check'

/** A part of Ascribe that reads a stranger's text. */
export interface FuzzTarget {
  /** The files, from the repository's root, whose lines the fuzzer tries to reach. */
  readonly files: RegExp
  /** Texts that are right, from the tests of the part; `root` is the repository. */
  seeds(root: string): readonly string[]
  /** Texts that follow the grammar, with mistakes among them. */
  readonly grammar: Arbitrary<string>
  /** What mutation puts in, besides characters. */
  readonly words: readonly string[]
  /** Reads the text. Throws where something is not as it must be, whatever the text is. */
  run(text: string): void
}
