import type { Config } from '../config/config.ts'
import type { MatchSubject } from '../config/resource-match.ts'
import { identityOf } from '../domain/address.ts'
import type { Finding } from '../domain/finding.ts'
import { checkExemptions } from '../exemptions/check-exemptions.ts'
import type { ExemptionsOfTree } from '../exemptions/exempt.ts'
import type { InspectedTree } from '../inspect/inspect.ts'
import { matchSubject } from '../inspect/match-subject.ts'
import type { InspectedResource } from '../review/inspection.ts'
import type { PlacedConfig } from '../settings/placed-config.ts'

/** What a configuration exempts of a tree, and what comments in the tree do. */
export function exemptionsOf(
  { resources, ignores = [] }: Pick<InspectedTree, 'resources' | 'ignores'>,
  placed: PlacedConfig,
): ExemptionsOfTree {
  let known: ReadonlyMap<string, InspectedResource> | undefined
  const inspectedOf = ({ project, address }: Finding) => {
    known ??= new Map(
      resources.map((inspected) => {
        const { project, address } = inspected.resource
        return [identityOf({ project, address }), inspected]
      }),
    )
    return known.get(identityOf({ project, address }))
  }
  return {
    rules: placed.config.exemptions,
    ignores,
    resourceOf: (finding) => inspectedOf(finding)?.resource,
    subjectOf: (finding): MatchSubject => {
      const inspected = inspectedOf(finding)
      if (!inspected) return { address: finding.address }
      return matchSubject(inspected.resource, placed, () => inspected.tags)
    },
  }
}

/** What is wrong with the exemptions of a tree; `further` was found about no one resource. */
export function exemptionFindings(
  tree: InspectedTree,
  of: ExemptionsOfTree,
  {
    severities,
    isWhole,
    today,
    further = [],
  }: Pick<Config, 'severities'> & {
    readonly isWhole: boolean
    readonly today: string | undefined
    readonly further?: readonly Finding[]
  },
): readonly Finding[] {
  return checkExemptions({
    ...of,
    findings: [...tree.findings, ...further],
    resources: tree.resources.map(({ resource }) => resource),
    notLoaded: tree.notLoaded,
    isWhole,
    severities,
    today,
  })
}
