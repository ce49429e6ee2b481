/** A release, e.g. `5.1.0`; pre-releases are no candidates, as with Terraform, unless named exactly. */
type Release = readonly [major: number, minor: number, patch: number]

interface Condition {
  readonly operator: string
  readonly release: Release
  /** How many parts were written: `~> 5.0` has two, and lets the last of them rise. */
  readonly parts: number
}

/** The newest of `versions` (git tags, a leading `v` allowed) that satisfies a Terraform version constraint. */
export function newestSatisfying(
  versions: readonly string[],
  constraint: string | undefined,
): string | undefined {
  const conditions = (constraint ?? '').split(',').map(parseCondition)
  let newest: { readonly tag: string; readonly release: Release } | undefined
  for (const tag of versions) {
    const release = parseRelease(tag)
    if (!release || !conditions.every((condition) => satisfies(release, condition))) continue
    if (!newest || compare(release, newest.release) > 0) newest = { tag, release }
  }
  return newest?.tag
}

function parseRelease(tag: string): Release | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)$/.exec(tag)
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined
}

function parseCondition(text: string): Condition {
  const match = /^\s*(=|!=|>=|<=|>|<|~>)?\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?\s*$/.exec(text)
  if (text.trim() === '') return { operator: '>=', release: [0, 0, 0], parts: 3 }
  if (!match) throw new Error(`"${text}" is not a version condition such as "~> 5.0" or ">= 1.2.3"`)
  const [, operator = '=', major, minor, patch] = match
  return {
    operator,
    release: [Number(major), Number(minor ?? 0), Number(patch ?? 0)],
    parts: patch !== undefined ? 3 : minor !== undefined ? 2 : 1,
  }
}

function satisfies(release: Release, { operator, release: bound, parts }: Condition): boolean {
  const order = compare(release, bound)
  switch (operator) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    default:
      // `~> 5.1.2` stays in 5.1, `~> 5.1` in 5, and `~> 5` anywhere above.
      return order >= 0 && release.slice(0, parts - 1).every((part, index) => part === bound[index])
  }
}

function compare(a: Release, b: Release): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}
