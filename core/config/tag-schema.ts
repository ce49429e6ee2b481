import type { Severity } from '../domain/finding.ts'
import type { Dimension } from '../domain/owner.ts'
import type { Target, TargetSpelling } from './spelling.ts'

/** Which tags a resource is to carry. From a preset, with `schema` of ascribe.yml merged over it. */
export interface TagSchema {
  /** In the order of the preset, then of ascribe.yml: messages list them so. */
  readonly keys: readonly TagKey[]
  /** Another spelling of a tag → the schema's key it stands for. */
  readonly aliases: ReadonlyMap<string, string>
  /** Which key answers which question of attribution; undefined where none does. */
  readonly dimensions: Readonly<Record<Dimension, string | undefined>>
  /** How keys are spelled where other characters are allowed. */
  readonly targets: ReadonlyMap<Target, TargetSpelling>
}

/** One key, and what is asked of its value. Whatever is absent asks nothing. */
export interface TagKey {
  readonly key: string
  readonly required: boolean
  /** Required where each of these keys has this value; the values are known ones, never guesses. */
  readonly requiredWhen?: ReadonlyMap<string, string>
  /** The values allowed; `catalogue` is already replaced by the teams or models of ascribe.yml. */
  readonly values?: readonly string[]
  /** Whether `values` are names of the catalogue: a list of who there is, which says of nothing whose it is. */
  readonly isCatalogued?: boolean
  /** Values allowed besides what `values`, `pattern` and `type` ask for. */
  readonly or?: readonly string[]
  /** A pattern that `compilePattern` accepts. It matches anywhere unless it is anchored. */
  readonly pattern?: string
  readonly type?: 'string' | 'date'
  /** How far ahead a date may lie, in days. */
  readonly maxDays?: number
  /** In place of the rules' own severity, for what they say about this key. */
  readonly severity?: Severity
}
