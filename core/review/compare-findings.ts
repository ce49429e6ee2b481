import { identityOf } from '../domain/address.ts'
import type { Finding } from '../domain/finding.ts'

export interface FindingChanges {
  readonly new: readonly Finding[]
  readonly existing: readonly Finding[]
  readonly fixed: readonly Finding[]
}

/**
 * New, existing and fixed findings, by project, address, rule and key. `rename` gives a base side's address as the
 * head side knows it. A finding is existing if the base side had it at all; it is reported if `shown` wants it.
 */
export function compareFindings(
  base: readonly Finding[],
  head: readonly Finding[],
  rename: (project: string, address: string) => string,
  shown: { readonly base: (finding: Finding) => boolean; readonly head: (finding: Finding) => boolean },
): FindingChanges {
  const before = new Map(
    base.map((finding) => [findingIdentity(finding, rename(finding.project, finding.address)), finding]),
  )
  const after = new Set(head.map((finding) => findingIdentity(finding, finding.address)))
  const reported = head.filter(shown.head)
  const known = (finding: Finding): boolean => before.has(findingIdentity(finding, finding.address))
  return {
    new: reported.filter((finding) => !known(finding)),
    existing: reported.filter(known),
    fixed: [...before]
      .filter(([key, finding]) => !after.has(key) && shown.base(finding))
      .map(([, finding]) => finding),
  }
}

function findingIdentity({ project, ruleId, key }: Finding, address: string): string {
  return `${identityOf({ project, address })}\n${ruleId}\n${key ?? ''}`
}
