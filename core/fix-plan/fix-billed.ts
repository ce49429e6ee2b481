import { identityOf } from '../domain/address.ts'
import { isManifest } from '../domain/resource.ts'
import { idOf } from '../fix/differences.ts'
import type { Proposal } from '../fix/proposal.ts'
import { launchedTagFixes } from '../quick-fixes/launched-tags-fix.ts'
import { propagationFixes } from '../quick-fixes/propagation-fix.ts'
import type { Inspection } from '../review/inspection.ts'
import type { Workspace } from '../workspace.ts'

/** Ways to bring tags to the bill that stop at a resource. Each was tried on its own already. */
export function billedProposals(now: Inspection, workspace: Workspace): readonly Proposal[] {
  const { loader, projectsReading } = workspace
  const { schema } = workspace.config().config
  const byId = new Map(now.resources.map((one) => [idOf(one), one]))
  const proposals = new Map<string, Proposal>()
  const seen = new Set<string>()
  for (const { ruleId, project, address } of now.findings) {
    const inspected = byId.get(identityOf({ project, address }))
    if (ruleId !== 'tag-not-billed' || !inspected) continue
    const { resource } = inspected
    const { source, start } = resource.range
    const block = `${project}\n${source.path}:${start}`
    // Instances of one block have one fix, and each costs a look at the project.
    if (isManifest(resource) || seen.has(block)) continue
    seen.add(block)
    const projects = projectsReading(source.path)
    const fixes = [
      ...propagationFixes({ inspected, loader, projects }),
      ...launchedTagFixes({ inspected, loader, schema, projectsReading }),
    ]
    for (const { title, edits } of fixes) {
      const written = edits.map(({ path, range, plainText }) => ({ path, ...range, text: plainText }))
      const at = JSON.stringify(written)
      // Several projects may read the same block.
      if (!proposals.has(at))
        proposals.set(at, {
          place: address,
          at,
          rank: 1,
          entries: [],
          wants: [],
          mends: title,
          edits: written,
        })
    }
  }
  return [...proposals.values()]
}
