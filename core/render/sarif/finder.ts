import { identityOf } from '../../domain/address.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Resource } from '../../domain/resource.ts'
import type { InspectedResource } from '../../review/inspection.ts'

/** Finds the resource that a finding is about among those of its side. */
export function finder(
  side: readonly (InspectedResource | undefined)[],
): (finding: Finding) => Resource | undefined {
  const byIdentity = new Map<string, Resource>()
  for (const inspected of side)
    if (inspected) byIdentity.set(identityOf(inspected.resource), inspected.resource)
  return (finding) => byIdentity.get(identityOf(finding))
}
