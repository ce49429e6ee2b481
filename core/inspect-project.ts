import { ownerOf } from './attribution/owner-of.ts'
import type { Config, UsageRule } from './config/config.ts'
import { matchesResource } from './config/resource-match.ts'
import type { Estimate } from './domain/estimate.ts'
import type { Finding } from './domain/finding.ts'
import { sum, type Usd, ZERO } from './domain/money.ts'
import type { Resource } from './domain/resource.ts'
import { estimate } from './pricing/estimate.ts'
import type { PriceBook } from './pricing/price-book.ts'
import { ALL_MONTH, type UsageRules } from './pricing/usage.ts'
import type { InspectedResource } from './review/inspection.ts'
import type { PlacedConfig } from './root-modules.ts'
import { checkTags } from './tags/check-tags.ts'
import { type EffectiveTags, effectiveTags } from './tags/effective-tags.ts'
import { findTag } from './tags/find-tag.ts'
import { type ConfigurationLoader, type LoadedProject, originKind } from './terraform/index.ts'
import { buildGraph } from './topology/build-graph.ts'

/** What was found out about the resources of one project. */
export interface InspectedProject {
  readonly loaded: LoadedProject
  readonly resources: readonly InspectedResource[]
  readonly findings: readonly Finding[]
}

/** Looks at one project by itself: no edge of the resource graph leads from one project to another. */
export function inspectProject(
  loaded: LoadedProject,
  loader: ConfigurationLoader,
  placed: PlacedConfig,
  prices: PriceBook,
): InspectedProject {
  const graph = buildGraph(loaded.resources)
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
  return { loaded, resources, findings }
}

export function costOf(estimate: Estimate): Usd {
  return estimate.kind === 'priced' ? sum(estimate.charges.map(({ listCost }) => listCost)) : ZERO
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
