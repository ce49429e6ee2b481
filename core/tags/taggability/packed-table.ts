/**
 * Which types of one provider carry tags, small enough to be shipped. Written by scripts/taggability/build.ts, one
 * type a line and sorted, so that a refresh reads in a diff as a list of types.
 */
export interface PackedTable {
  /** The provider's types start with it: `aws_` */
  readonly prefix: string
  readonly limits: TagLimits | undefined
  /** What the lines refer to; the first is "carries no tags". */
  readonly facts: readonly TagFacts[]
  /**
   * A line: how many characters it shares with the line before (base 36), the rest of the type's name without the
   * prefix, and `:` with the number of its facts where that is not 0.
   */
  readonly types: string
}

/** Absent means no. A path's steps are separated by dots, and `[]` marks a block that may be repeated. */
export interface TagFacts {
  /** Where its own tags are written. */
  readonly path?: string
  /** `map`, or a list or repeated block of `key` and `value`. */
  readonly style?: 'pairs'
  /** The provider's `default_tags` or `default_labels` are merged in. */
  readonly defaults?: true
  /** Tags of child objects; they do not inherit the resource's own. */
  readonly nested?: readonly string[]
  /** Those of them that get the provider's defaults too. */
  readonly nestedDefaults?: readonly string[]
}

export interface TagLimits {
  readonly maxTags: number
  readonly keyMax?: number
  readonly valueMax?: number
  readonly keyPattern?: string
  readonly valuePattern?: string
  /** Azure: `Team` and `team` are one tag. */
  readonly keysCaseInsensitive?: true
}

/** Type → the number of its facts. */
export function unpack({ prefix, types }: PackedTable): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  let before = ''
  for (const line of types.split('\n')) {
    if (line === '') continue
    const [rest = '', fact = '0'] = line.slice(1).split(':')
    before = before.slice(0, Number.parseInt(line[0]!, 36)) + rest
    numbers.set(prefix + before, Number(fact))
  }
  return numbers
}

/** The lines for `unpack`; names without the prefix, sorted. */
export function pack(types: ReadonlyMap<string, number>): string {
  const lines: string[] = []
  let before = ''
  for (const [name, fact] of types) {
    let shared = 0
    while (shared < 35 && shared < before.length && name[shared] === before[shared]) shared++
    lines.push(shared.toString(36) + name.slice(shared) + (fact === 0 ? '' : `:${fact}`))
    before = name
  }
  return lines.join('\n')
}
