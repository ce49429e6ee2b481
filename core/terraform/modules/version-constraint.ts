import { compareVersions, parseVersion, type Version } from './version.ts'

/** `>= 1.2, < 2.0`: every term must hold. */
export type VersionConstraint = readonly Term[]

interface Term {
  readonly operator: Operator
  readonly version: Version
}

type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=' | '~>'

const TERM = /^\s*(=|!=|>=|<=|>|<|~>)?\s*([^\s=!<>~]\S*)\s*$/
const MAX_TERMS = 32

/** Undefined for what is no constraint in Terraform's syntax. */
export function parseVersionConstraint(text: string): VersionConstraint | undefined {
  const terms: Term[] = []
  for (const part of text.split(',')) {
    const [, operator = '=', written = ''] = TERM.exec(part) ?? []
    const version = parseVersion(written)
    if (!version || terms.length === MAX_TERMS) return undefined
    terms.push({ operator: operator as Operator, version })
  }
  return terms
}

/** What precedes a release is allowed only where just that version is asked for. */
export function allows(constraint: VersionConstraint, version: Version): boolean {
  if (version.prerelease !== '' && !constraint.some((term) => isExactly(term, version))) return false
  return constraint.every((term) => holds(term, version))
}

/** The newest of the texts that are versions and that the constraint allows. */
export function newestAllowed(
  constraint: VersionConstraint,
  versions: readonly string[],
): string | undefined {
  let newest: Version | undefined
  for (const text of versions) {
    const version = parseVersion(text)
    if (!version || !allows(constraint, version)) continue
    if (!newest || compareVersions(version, newest) > 0) newest = version
  }
  return newest?.text
}

function isExactly({ operator, version }: Term, asked: Version): boolean {
  return operator === '=' && compareVersions(version, asked) === 0
}

function holds({ operator, version }: Term, asked: Version): boolean {
  const order = compareVersions(asked, version)
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
    case '~>':
      return order >= 0 && isSameUpToLast(version, asked)
    default:
      return operator satisfies never
  }
}

/** Only the last segment that was written may be another; `~> 1` bounds nothing, in Terraform too. */
function isSameUpToLast(version: Version, asked: Version): boolean {
  return version.segments.slice(0, version.written - 1).every((segment, at) => segment === asked.segments[at])
}
