import { ownerOf } from './attribution/owner-of.ts'
import type { Config, UsageRule } from './config/config.ts'
import { matchesResource } from './config/resource-match.ts'
import { type Quantity, statedInFile } from './config/usage-file.ts'
import { costOfCharge, type Estimate } from './domain/estimate.ts'
import type { Finding } from './domain/finding.ts'
import { sum, type Usd, ZERO } from './domain/money.ts'
import { MANIFEST_PROVIDER, type Resource } from './domain/resource.ts'
import { kubernetesTagsOf, type ObjectTags } from './kubernetes-tags-of.ts'
import type { OpenedProject } from './open-project.ts'
import { estimate } from './pricing/estimate.ts'
import { markedStandIn } from './pricing/from-inputs.ts'
import type { KubernetesPlan } from './pricing/kubernetes/plan.ts'
import type { PriceBook } from './pricing/price-book.ts'
import { ALL_MONTH, type HoursPerMonth, type StatedQuantity, type UsageRules } from './pricing/usage.ts'
import type { InspectedResource } from './review/inspection.ts'
import type { PlacedConfig } from './root-modules.ts'
import { checkSavings } from './savings/check-savings.ts'
import { locate, type Range } from './source/source-file.ts'
import { checkTags } from './tags/check-tags.ts'
import { type EffectiveTags, effectiveTags } from './tags/effective-tags.ts'
import { findTag } from './tags/find-tag.ts'
import { type ConfigurationLoader, type LoadedProject, originKind } from './terraform/index.ts'

/** What was found out about the resources of one project. */
export interface InspectedProject {
  readonly loaded: LoadedProject
  readonly resources: readonly InspectedResource[]
  readonly findings: readonly Finding[]
}

/** What projects are looked at with. */
export interface InspectContext {
  readonly loader: ConfigurationLoader
  readonly placed: PlacedConfig
  readonly prices: PriceBook
  /** Where all workloads of the tree run. */
  readonly plan: KubernetesPlan
}

/**
 * Looks at one project: no edge of the resource graph leads from one to another. Only workloads reach beyond theirs, and
 * where those run is planned before.
 */
export function inspectProject({ loaded, graph }: OpenedProject, context: InspectContext): InspectedProject {
  const { loader, placed, prices, plan } = context
  const { config } = placed
  const tags = new Map<Resource, ObjectTags>()
  const tagsOf = (resource: Resource): ObjectTags =>
    isManifest(resource)
      ? kubernetesTagsOf(resource, plan, config.clusters)
      : { tags: effectiveTags(resource, (range) => originKind(range, loader)), ownedBy: undefined }
  for (const resource of graph.resources) tags.set(resource, tagsOf(resource))
  const effectiveOf = (resource: Resource) => (tags.get(resource) ?? tagsOf(resource)).tags
  const estimateOf = estimate(graph, prices, usageRules(placed, effectiveOf), plan)
  const findings: Finding[] = []
  const resources = graph.resources.map((resource): InspectedResource => {
    const { tags: effective, ownedBy } = tags.get(resource)!
    const estimated = markedStandIn(resource, estimateOf(resource))
    const cost = costOf(estimated)
    findings.push(...checkTags({ resource, tags: effective, monthlyCost: cost, config }))
    const cluster = plan.clusterOf(resource)
    if (cluster) {
      const subject = { resource, cluster, prices, maxGpus: config.maxGpus }
      findings.push(...checkSavings(subject, cost, config))
    }
    return {
      resource,
      tags: effective,
      estimate: estimated,
      cost,
      owner: ownerOf(ownedBy ? effectiveOf(ownedBy) : effective, config.schema),
    }
  })
  return { loaded, resources, findings }
}

function isManifest({ provider }: Resource): boolean {
  return provider.source === MANIFEST_PROVIDER
}

export function costOf(estimate: Estimate): Usd {
  return estimate.kind === 'priced' ? sum(estimate.charges.map(costOfCharge)) : ZERO
}

/**
 * How long a month each resource runs: the first rule of `usage:` that matches, else all of it. How much of it is used:
 * what the usage file says of its address, else the first rule that says it, else what the file says of its type.
 */
function usageRules(
  { config, directory, usage }: PlacedConfig,
  tagsOf: (resource: Resource) => EffectiveTags,
): UsageRules {
  const rulesFor = (resource: Resource) =>
    config.usage.filter(({ match }) =>
      matchesResource(match, {
        type: resource.type,
        address: resource.address,
        path: relativeTo(directory, resource.range.source.path),
        kind: kindOf(resource),
        tag: (key) => knownTag(tagsOf(resource), key, config),
      }),
    )
  return {
    hoursPerMonth: (resource) => {
      const rule = rulesFor(resource).find(({ hoursPerMonth }) => hoursPerMonth !== undefined)
      return hoursOf(rule) ?? ALL_MONTH.hoursPerMonth(resource)
    },
    quantity: (resource, key) => {
      const inFile = statedInFile(usage, resource, key)
      if (inFile && !inFile.isDefault) return statedBy(inFile.quantity)
      const rule = rulesFor(resource).find(({ quantities }) => quantities.has(key))
      const value = rule?.quantities.get(key)
      if (rule && value !== undefined) return { value, place: placeOf(rule.range) }
      return inFile && statedBy(inFile.quantity)
    },
  }
}

const statedBy = ({ value, range }: Quantity): StatedQuantity => ({ value, place: placeOf(range) })

function hoursOf(rule: UsageRule | undefined): HoursPerMonth | undefined {
  if (rule?.hoursPerMonth === undefined) return undefined
  const hours = rule.hoursPerMonth
  return { hours, isStated: true, assumption: `${hours} hours a month (usage at ${placeOf(rule.range)})` }
}

/** `ascribe-usage.yml:12` */
function placeOf(range: Range): string {
  const { path, line } = locate(range)
  return `${path}:${line}`
}

function knownTag(tags: EffectiveTags, key: string, { schema }: Config): string | undefined {
  const tag = tags.kind === 'taggable' ? findTag(tags, key, schema) : undefined
  return tag?.value.kind === 'string' ? tag.value.value : undefined
}

/** The kind of a Kubernetes object, without its group. */
function kindOf({ type, provider }: Resource): string | undefined {
  return provider.source === MANIFEST_PROVIDER ? type.slice(type.indexOf('/') + 1) : undefined
}

function relativeTo(directory: string, path: string): string {
  return directory !== '' && path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path
}
