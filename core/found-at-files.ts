import type { AtFile, FoundAbout } from './editor/at-file.ts'
import type { InspectedProject } from './inspect/inspect-project.ts'

/** What points into a file, while it is collected. */
export type FoundAt = { [Part in Exclude<keyof AtFile, 'currency' | 'exemptions'>]: AtFile[Part][number][] }

/** What was found out about a project, by the files that it points into. */
export function foundAtFiles({
  loaded,
  resources,
  findings,
}: InspectedProject): ReadonlyMap<string, FoundAt> {
  const files = new Map<string, FoundAt>()
  const at = (path: string): FoundAt => {
    const known = files.get(path)
    if (known) return known
    const made: FoundAt = { resources: [], called: [], findings: [], problems: [] }
    files.set(path, made)
    return made
  }
  for (const inspected of resources) {
    at(inspected.resource.range.source.path).resources.push(inspected)
    for (const path of new Set(inspected.resource.moduleCalls.map(({ range }) => range.source.path)))
      at(path).called.push(inspected)
  }
  const byAddress = new Map(resources.map((inspected) => [inspected.resource.address, inspected]))
  for (const finding of findings) {
    const found: FoundAbout = { finding, about: byAddress.get(finding.address)! }
    at(finding.range.source.path).findings.push(found)
  }
  for (const problem of loaded.problems) at(problem.range.source.path).problems.push(problem)
  return files
}
