/** A version as Terraform reads it: any number of numbers, then what precedes the release, then what is ignored. */
export interface Version {
  readonly text: string
  /** At least three; what was not written is 0. */
  readonly segments: readonly number[]
  /** How many of them were written. */
  readonly written: number
  /** e.g. `beta.2`; empty for a release. */
  readonly prerelease: string
  readonly metadata: string
}

const SYNTAX =
  /^v?(\d{1,15}(?:\.\d{1,15})*)(?:-([0-9]+[0-9A-Za-z~-]*(?:\.[0-9A-Za-z~-]+)*)|-?([A-Za-z~-]+[0-9A-Za-z~-]*(?:\.[0-9A-Za-z~-]+)*))?(?:\+([0-9A-Za-z~-]+(?:\.[0-9A-Za-z~-]+)*))?$/
const MAX_LENGTH = 128

export function parseVersion(text: string): Version | undefined {
  const [match, numbers, numbered, named, metadata = ''] =
    (text.length <= MAX_LENGTH && SYNTAX.exec(text)) || []
  if (match === undefined) return undefined
  const segments = numbers!.split('.').map(Number)
  const written = segments.length
  while (segments.length < 3) segments.push(0)
  return { text, segments, written, prerelease: numbered ?? named ?? '', metadata }
}

/** Negative where `a` comes first. What precedes a release comes before it; metadata is no difference. */
export function compareVersions(a: Version, b: Version): number {
  const length = Math.max(a.segments.length, b.segments.length)
  for (let at = 0; at < length; at++) {
    const difference = (a.segments[at] ?? 0) - (b.segments[at] ?? 0)
    if (difference !== 0) return difference
  }
  if (a.prerelease === b.prerelease) return 0
  if (a.prerelease === '' || b.prerelease === '') return a.prerelease === '' ? 1 : -1
  return comparePrereleases(a.prerelease.split('.'), b.prerelease.split('.'))
}

/** Numbers before words, and the shorter before the longer: https://semver.org/#spec-item-11. */
function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [left, right] = [a[at], b[at]]
    if (left === right) continue
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1
    const [leftIsNumber, rightIsNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)]
    if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1
    return leftIsNumber ? Number(left) - Number(right) : left < right ? -1 : 1
  }
  return 0
}
