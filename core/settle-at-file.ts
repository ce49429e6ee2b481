import { ConfigurationError } from './domain/configuration-error.ts'
import type { Finding } from './domain/finding.ts'
import type { Resource } from './domain/resource.ts'
import type { AtFile } from './editor/at-file.ts'
import { baselineHas } from './exemptions/baseline.ts'
import { checkExemptions } from './exemptions/check-exemptions.ts'
import { enforcer } from './exemptions/enforce.ts'
import { ignoresOfFile } from './inspect/ignores-in.ts'
import type { InspectedProject } from './inspect/inspect-project.ts'
import type { FoundConfig } from './settings/find-config.ts'
import { baselineRenamer } from './settling/baseline-renamer.ts'
import { exemptionsOf } from './settling/exemptions-of-tree.ts'
import { type FoundBaseline, findBaseline, NOT_RECORDED } from './settling/find-baseline.ts'
import { acceptor } from './settling/settle-standing.ts'
import type { SourceFile } from './source/source-file.ts'
import type { SourceTree } from './source/source-tree.ts'
import type { ConfigurationLoader } from './terraform/index.ts'

/** What decides about the findings that an editor shows. */
export interface FileJudge {
  readonly found: FoundConfig
  readonly loader: ConfigurationLoader
  /** An ISO date; without it, nothing is past. */
  readonly today: string | undefined
  /** Whether the baseline has a finding of a project. */
  readonly isKnown: (project: InspectedProject) => (finding: Finding) => boolean
}

/** The baseline of an editor: what is wrong with it is shown in it, and keeps nothing else from being shown. */
export function baselineForEditor(tree: SourceTree, directory: string): FoundBaseline {
  try {
    return findBaseline(tree, directory)
  } catch (error) {
    if (error instanceof ConfigurationError) return NOT_RECORDED
    throw error
  }
}

/** Looks a project's findings up; what a project calls its resources is asked once for each look at it. */
export function baselineLookup({ entries }: FoundBaseline): FileJudge['isKnown'] {
  const byProject = grouped(entries, ({ project }) => project)
  const asked = new WeakMap<InspectedProject, (finding: Finding) => boolean>()
  return (project) => {
    const known = asked.get(project)
    if (known) return known
    const own = byProject.get(project.loaded.id) ?? []
    const moves = project.loaded.moves.map((move) => ({ project: project.loaded.id, ...move }))
    const has = baselineHas(own, baselineRenamer(own, { moves, resources: project.resources }))
    asked.set(project, has)
    return has
  }
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** What points into a file, as it counts: what is accepted is a hint, and exemptions have findings of their own. */
export function settleAtFile(
  at: AtFile,
  path: string,
  projects: readonly InspectedProject[],
  judge: FileJudge,
): AtFile {
  const { found, loader, today, isKnown } = judge
  const ignores = ignoresBeside(at, loader)
  const exemptions = exemptionsOf({ resources: at.findings.map(({ about }) => about), ignores }, found)
  const accept = acceptor(exemptions, today)
  const enforced = enforcer(found.config.enforcement, exemptions.subjectOf, today)
  const byId = grouped(projects, ({ loaded }) => loaded.id)
  const settled = (finding: Finding): Finding => {
    const inBaseline = byId.get(finding.project)?.some((project) => isKnown(project)(finding))
    const by = accept(finding) ?? (inBaseline ? { kind: 'baseline' as const } : undefined)
    return by ? { ...finding, severity: 'hint', accepted: by } : enforced(finding)
  }
  const findings = at.findings.map(({ finding, about }) => ({ finding: settled(finding), about }))
  return { ...at, findings, exemptions: exemptionsIn(path, at, projects, judge).map(enforced) }
}

/** The comments of the files that what is found is declared in, or called from. */
function ignoresBeside({ findings }: AtFile, loader: ConfigurationLoader) {
  const files = new Map<string, SourceFile>()
  const put = ({ range, moduleCalls }: Resource) => {
    for (const { source } of [range, ...moduleCalls.map((call) => call.range)]) files.set(source.path, source)
  }
  for (const { about } of findings) put(about.resource)
  return [...files].flatMap(([path, source]) => ignoresOfFile(loader, path, source))
}

/** What is wrong with the exemptions that a file states. Of `ascribe.yml`, what can be said without looking at all else. */
function exemptionsIn(
  path: string,
  at: AtFile,
  projects: readonly InspectedProject[],
  { found, loader, today }: FileJudge,
): readonly Finding[] {
  const { severities, exemptions: rules } = found.config
  const isConfig = found.source?.path === path
  const source = at.resources[0]?.resource.range.source
  const ignores = isConfig ? [] : ignoresOfFile(loader, path, source?.path === path ? source : undefined)
  if (ignores.length === 0 && !(isConfig && rules.length > 0)) return []
  const resources = projects.flatMap((project) => project.resources)
  return checkExemptions({
    ...exemptionsOf({ resources, ignores }, found),
    rules: isConfig ? rules : [],
    findings: projects.flatMap(({ findings }) => findings),
    resources: resources.map(({ resource }) => resource),
    notLoaded: projects.flatMap(({ loaded }) => loaded.notLoaded),
    isWhole: false,
    severities,
    today,
  })
}
