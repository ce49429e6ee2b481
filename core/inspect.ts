import { ownerOf } from './attribution/owner-of.ts'
import type { Config, ProjectConfig, UsageRule } from './config/config.ts'
import { matchesResource } from './config/resource-match.ts'
import type { Estimate } from './domain/estimate.ts'
import type { Finding } from './domain/finding.ts'
import { sum, type Usd, ZERO } from './domain/money.ts'
import type { Resource } from './domain/resource.ts'
import { estimate } from './pricing/estimate.ts'
import type { PriceBook } from './pricing/price-book.ts'
import { ALL_MONTH, type UsageRules } from './pricing/usage.ts'
import type { InspectedResource, Inspection } from './review/inspection.ts'
import type { Move } from './review/match.ts'
import { joinPath, type SourceTree } from './source/source-tree.ts'
import { checkTags } from './tags/check-tags.ts'
import { type EffectiveTags, effectiveTags } from './tags/effective-tags.ts'
import { findTag } from './tags/find-tag.ts'
import {
  ConfigurationLoader,
  discoverRoots,
  type LoadedProject,
  loadProject,
  originKind,
  type ProjectSpec,
} from './terraform/index.ts'
import { buildGraph } from './topology/build-graph.ts'

/** A configuration, and the folder of the file it was read from: its paths start there. */
export interface PlacedConfig {
  readonly config: Config
  readonly directory: string
}

export interface InspectOptions {
  /** Only what lies at or below this folder of the tree; `''` is the whole tree. */
  readonly below: string
  readonly placed: PlacedConfig
  readonly prices: PriceBook
}

/** An inspection, with the renames that its files declare. */
export interface InspectedTree extends Inspection {
  readonly moves: readonly Move[]
}

/** Reads a source tree: what it would create, with which tags, at what cost, and whose. */
export function inspect(tree: SourceTree, { below, placed, prices }: InspectOptions): InspectedTree {
  const loader = new ConfigurationLoader(tree)
  const projects = projectsOf(loader, below, placed).map((spec) => loadProject(loader, spec))
  const graph = buildGraph(projects.flatMap(({ resources }) => resources))
  const tags = new Map<Resource, EffectiveTags>()
  for (const resource of graph.resources)
    tags.set(
      resource,
      effectiveTags(resource, (range) => originKind(range, loader)),
    )
  const estimateOf = estimate(graph, prices, usageRules(placed, tags))
  const findings: Finding[] = []
  const resources = graph.resources.map((resource): InspectedResource => {
    const effective = tags.get(resource)!
    const estimated = estimateOf(resource)
    const cost = costOf(estimated)
    findings.push(...checkTags({ resource, tags: effective, monthlyCost: cost, config: placed.config }))
    return {
      resource,
      tags: effective,
      estimate: estimated,
      cost,
      owner: ownerOf(effective, placed.config.schema),
    }
  })
  return {
    projects: projects.map(({ id }) => id),
    resources,
    findings,
    problems: projects.flatMap(({ problems }) => problems),
    notLoaded: projects.flatMap(({ notLoaded }) => notLoaded),
    prices: { version: prices.version, date: prices.date },
    moves: projects.flatMap(movesOf),
  }
}

function movesOf({ id, moves }: LoadedProject): readonly Move[] {
  return moves.map((move) => ({ project: id, ...move }))
}

export function costOf(estimate: Estimate): Usd {
  return estimate.kind === 'priced' ? sum(estimate.charges.map(({ listCost }) => listCost)) : ZERO
}

/** The root modules to look at: those that the configuration declares, else those that are found. */
function projectsOf(
  loader: ConfigurationLoader,
  below: string,
  { config, directory }: PlacedConfig,
): readonly ProjectSpec[] {
  if (config.projects.length === 0)
    return discoverRoots(loader, below).map((root) => ({
      id: root || '.',
      root,
      variableFiles: [],
      workspace: 'default',
    }))
  return config.projects
    .map((project) => ({ project, root: joined(directory, project.path) }))
    .filter(({ root }) => isBelow(root, below))
    .map(({ project, root }) => specOf(project, root, directory))
}

function specOf({ name, varFiles, workspace }: ProjectConfig, root: string, directory: string): ProjectSpec {
  return { id: name, root, variableFiles: varFiles.map((file) => joined(directory, file)), workspace }
}

function joined(directory: string, path: string): string {
  return path === '' ? directory : joinPath(directory, path)
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`)
}

/** How long a month each resource runs: the first rule of `usage:` that matches, else all of it. */
function usageRules(
  { config, directory }: PlacedConfig,
  tags: ReadonlyMap<Resource, EffectiveTags>,
): UsageRules {
  if (config.usage.length === 0) return ALL_MONTH
  return {
    hoursPerMonth: (resource) => {
      const rule = config.usage.find(({ match }) =>
        matchesResource(match, {
          type: resource.type,
          address: resource.address,
          path: relativeTo(directory, resource.range.source.path),
          tag: (key) => knownTag(tags.get(resource)!, key, config),
        }),
      )
      return rule ? hoursOf(rule) : ALL_MONTH.hoursPerMonth(resource)
    },
  }
}

function hoursOf({ hoursPerMonth: hours, range }: UsageRule) {
  const { line } = range.source.position(range.start)
  return { hours, assumption: `${hours} hours a month (usage at ${range.source.path}:${line})` }
}

function knownTag(tags: EffectiveTags, key: string, { schema }: Config): string | undefined {
  const tag = tags.kind === 'taggable' ? findTag(tags, key, schema) : undefined
  return tag?.value.kind === 'string' ? tag.value.value : undefined
}

function relativeTo(directory: string, path: string): string {
  return directory !== '' && path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path
}
