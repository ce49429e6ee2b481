import type { Problem } from '../source/problem.ts'
import type { Range, SourceFile } from '../source/source-file.ts'
import { resolvePath } from '../source/source-tree.ts'
import { type AscribeYml, ascribeYml, VERSION } from './ascribe-yml.ts'
import { DEFAULT_BILL, readBillConfig } from './bill.ts'
import { checkBillMatches } from './bill-match.ts'
import { readCatalogue } from './catalogue.ts'
import { readClusters } from './clusters.ts'
import type { Config, ProjectConfig, SeveritySetting, UsageRule } from './config.ts'
import { DEFAULT_ECONOMICS, readEconomics } from './economics.ts'
import { ENFORCED, readEnforcement } from './enforcement.ts'
import { readExemptions } from './exemptions.ts'
import { NO_HELM, readHelm } from './helm.ts'
import { type ReadIncluded, withIncluded } from './include.ts'
import { DEFAULT_ATTRIBUTION, readAttribution, readOwnerRules } from './owner-rules.ts'
import { DEFAULT_PRESET, PRESETS } from './presets/index.ts'
import { LIST_PRICES } from './prices.ts'
import { readPrices } from './read-prices.ts'
import { readShape } from './read-shape.ts'
import { checkMatch, matches, resourceMatch } from './resolve-match.ts'
import { type Report, resolveSchema } from './resolve-schema.ts'
import { describe } from './shapes/values.ts'
import { readSharedPools, type SharedPool } from './shared-pools.ts'
import { DEFAULT_THRESHOLDS, readThresholds } from './thresholds.ts'
import { leavesTree } from './wording.ts'
import { keyRangeAt, nodeAt, readYaml, type YamlNode } from './yaml-tree.ts'

/** The first that is there is read. */
export const CONFIG_FILE_NAMES = ['ascribe.yml', 'ascribe.yaml'] as const

/** What holds without an `ascribe.yml`. */
export const DEFAULT_CONFIG: Config = {
  schema: PRESETS[DEFAULT_PRESET],
  failOn: 'new-errors',
  severities: new Map(),
  projects: [],
  usage: [],
  attribution: DEFAULT_ATTRIBUTION,
  owners: [],
  teams: new Map(),
  models: new Map(),
  sharedPools: [],
  thresholds: DEFAULT_THRESHOLDS,
  economics: DEFAULT_ECONOMICS,
  bill: DEFAULT_BILL,
  modules: { fetch: true, allowHosts: undefined },
  prices: LIST_PRICES,
  clusters: [],
  helm: NO_HELM,
  maxGpus: undefined,
  enforcement: ENFORCED,
  exemptions: [],
  allowNewExemptions: false,
}

/**
 * The configuration that a file asks for. Never throws: what is wrong is one problem each, at its place, and the rest
 * holds. Without a file, or with one of another version, the defaults hold.
 */
export function readConfig(
  source: SourceFile | undefined,
  readIncluded: ReadIncluded = () => undefined,
): {
  readonly config: Config
  readonly problems: readonly Problem[]
  /** The files that it includes. */
  readonly included: readonly SourceFile[]
  /** Set where the file is of a version that is not known: nothing in it was understood. */
  readonly otherVersion?: Problem
} {
  const nothing = { config: DEFAULT_CONFIG, included: [] }
  if (!source) return { ...nothing, problems: [] }
  const { root: document, problems: yamlProblems } = readYaml(source)
  if (!document || (document.kind === 'scalar' && document.value === null))
    return { ...nothing, problems: yamlProblems }
  const { root: versioned, problem, isReadable } = version(document)
  if (!isReadable && problem) return { ...nothing, problems: [problem], otherVersion: problem }
  const { root: whole, problems: includeProblems, files: included } = withIncluded(versioned, readIncluded)
  const { data, root, problems: shapeProblems } = readShape(ascribeYml, whole)
  const problems = [...yamlProblems, ...(problem ? [problem] : []), ...includeProblems, ...shapeProblems]
  if (!data) return { ...nothing, problems }
  const report: Report = (path, message, { severity = 'error', key } = {}) => {
    const range = key ? keyRangeAt(root, path) : nodeAt(root, path).range
    // What a part lacks because something in it did not fit is that same mistake again.
    if (shapeProblems.some((known) => contains(range, known.range))) return
    problems.push({ severity, message, range })
  }
  const shared = readSharedPools(data, root, report, readIncluded)
  problems.push(...shared.problems)
  const config = resolve(data, root, shared.pools, report)
  const read = [...included, ...shared.files]
  const place = (file: SourceFile) => (file === source ? 0 : read.indexOf(file) + 1)
  problems.sort(({ range: a }, { range: b }) => place(a.source) - place(b.source) || a.start - b.start)
  return { config, problems, included: read }
}

function contains(outer: Range, inner: Range): boolean {
  return outer.source === inner.source && outer.start <= inner.start && inner.end <= outer.end
}

/**
 * The document with its version in place. Another major version is one problem, not one for every key that it may
 * have renamed.
 */
function version(document: YamlNode): {
  readonly root: YamlNode
  readonly problem?: Problem
  readonly isReadable: boolean
} {
  if (document.kind !== 'mapping') return { root: document, isReadable: true }
  const { range, entries } = document
  const written = entries.get('version')
  const node = written?.node
  if (node?.kind === 'scalar' && node.value === VERSION)
    return { root: withoutEmpty(document), isReadable: true }
  if (written && node?.kind === 'scalar' && node.value !== null) {
    const message =
      typeof node.value === 'number'
        ? `version ${node.value} of ascribe.yml is not known. this Ascribe reads "version: ${VERSION}"`
        : `version: expected the number ${VERSION}, found ${describe(node.value)}`
    return { root: document, problem: { severity: 'error', message, range: node.range }, isReadable: false }
  }
  const assumed: YamlNode = { kind: 'scalar', value: VERSION, range: { ...range, end: range.start } }
  const near = written?.keyRange ?? { ...range, end: range.start }
  return {
    root: withoutEmpty({
      ...document,
      entries: new Map([...entries, ['version', { keyRange: near, node: assumed }]]),
    }),
    problem: {
      severity: 'warning',
      message: `the version is missing. write "version: ${VERSION}" so that later versions read the file as meant`,
      range: near,
    },
    isReadable: true,
  }
}

/** A section whose lines are all commented out says nothing. */
function withoutEmpty(document: YamlNode & { kind: 'mapping' }): YamlNode {
  const entries = [...document.entries].filter(
    ([, { node }]) => node.kind !== 'scalar' || node.value !== null,
  )
  return { ...document, entries: new Map(entries) }
}

function resolve(
  yml: AscribeYml,
  root: YamlNode,
  sharedPools: readonly SharedPool[],
  report: Report,
): Config {
  const schema = resolveSchema(yml, report)
  for (const [path, match] of matches(yml)) checkMatch(match, path, schema, report)
  checkBillMatches(yml, schema, report)
  const severities = Object.entries(yml.checks?.severity ?? {}) as [string, SeveritySetting][]
  return {
    schema,
    failOn: yml.checks?.['fail-on'] ?? DEFAULT_CONFIG.failOn,
    severities: new Map(severities),
    projects: projects(yml, root, report),
    usage: usage(yml, root, report),
    prices: readPrices(yml, root, report),
    attribution: readAttribution(yml),
    owners: readOwnerRules(yml, root, schema, report),
    ...readCatalogue(yml, root, report),
    sharedPools,
    thresholds: readThresholds(yml, root),
    economics: readEconomics(yml, report),
    bill: readBillConfig(yml),
    clusters: readClusters(yml, root),
    helm: readHelm(yml, root, report),
    maxGpus: yml.checks?.['max-gpus'],
    enforcement: readEnforcement(yml, report),
    exemptions: readExemptions(yml, root, report),
    allowNewExemptions: yml.checks?.['allow-new-exemptions'] ?? false,
    modules: {
      fetch: yml.modules?.fetch ?? DEFAULT_CONFIG.modules.fetch,
      allowHosts: yml.modules?.['allow-hosts']?.map((host) => host.toLowerCase()),
    },
  }
}

function projects(yml: AscribeYml, root: YamlNode, report: Report): ProjectConfig[] {
  const found = new Map<string, ProjectConfig>()
  for (const [index, project] of (yml.projects ?? []).entries()) {
    const { name, path, workspace, 'var-files': written = [] } = project
    const at = ['projects', index]
    const folder = resolvePath('', path)
    if (folder === undefined) {
      report([...at, 'path'], leavesTree(path))
      continue
    }
    if (found.has(name)) {
      report([...at, 'name'], `a project named "${name}" is already there`)
      continue
    }
    const varFiles: string[] = []
    written.forEach((file, place) => {
      const resolved = resolvePath(folder, file)
      if (resolved === undefined) report([...at, 'var-files', place], leavesTree(file))
      else varFiles.push(resolved)
    })
    const { range } = nodeAt(root, at)
    found.set(name, { name, path: folder, varFiles, workspace: workspace ?? 'default', range })
  }
  return [...found.values()]
}

function usage(yml: AscribeYml, root: YamlNode, report: Report): UsageRule[] {
  return (yml.usage ?? []).flatMap((rule, index) => {
    const at = ['usage', index]
    const { match, 'hours-per-month': hours, 'runs-per-month': runs, 'hours-per-run': perRun } = rule
    const hoursPerMonth = hours ?? (runs !== undefined && perRun !== undefined ? runs * perRun : undefined)
    const quantities = new Map(Object.entries(rule.quantities ?? {}))
    if (hoursPerMonth === undefined && quantities.size === 0) {
      report(at, `this rule lacks "hours-per-month", "runs-per-month" and "hours-per-run", or "quantities"`)
      return []
    }
    return [{ match: resourceMatch(match), hoursPerMonth, quantities, range: nodeAt(root, at).range }]
  })
}
