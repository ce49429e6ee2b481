/** What stands for a resource in a report. */
export type NameOf = (of: { readonly project: string; readonly address: string }) => string

/** The address; with the project before it where the report is about several, since each has its own addresses. */
export function namer(of: Iterable<{ readonly project: string }>): NameOf {
  const projects = new Set<string>()
  for (const { project } of of) projects.add(project)
  return projects.size > 1 ? ({ project, address }) => `${project}: ${address}` : ({ address }) => address
}
