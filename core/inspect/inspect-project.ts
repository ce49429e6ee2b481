import { lifetimeOf } from '../attribution/lifetime.ts'
import { resolveOwner } from '../attribution/owner-of.ts'
import { HOURS_KEY } from '../config/calibration.ts'
import type { UsageRule } from '../config/config.ts'
import { matchesResource } from '../config/resource-match.ts'
import { type Quantity, statedInFile } from '../config/usage-file.ts'
import { costOfCharge, type Estimate } from '../domain/estimate.ts'
import type { Finding } from '../domain/finding.ts'
import { sum, type Usd, ZERO } from '../domain/money.ts'
import { isManifest, type Resource } from '../domain/resource.ts'
import { estimate } from '../pricing/estimate.ts'
import { markedStandIn } from '../pricing/from-inputs.ts'
import type { KubernetesPlan } from '../pricing/kubernetes/plan.ts'
import type { PriceBook } from '../pricing/price-book.ts'
import { ALL_MONTH, type HoursPerMonth, type StatedQuantity, type UsageRules } from '../pricing/usage.ts'
import type { OpenedProject } from '../projects/open-project.ts'
import type { InspectedResource } from '../review/inspection.ts'
import { checkSavings } from '../savings/check-savings.ts'
import type { PlacedConfig } from '../settings/placed-config.ts'
import { fileAndLine } from '../source/source-file.ts'
import { type BillingContext, billedTags, shownOnBill } from '../tags/billed-tags.ts'
import { checkTags } from '../tags/check-tags.ts'
import { type EffectiveTags, effectiveTags, targetOf } from '../tags/effective-tags.ts'
import { type ConfigurationLoader, type LoadedProject, originKind } from '../terraform/index.ts'
import { activation, costedLines } from './billing-of.ts'
import { kubernetesTagsOf, type ObjectTags } from './kubernetes-tags-of.ts'
import { declaredOwners, matchSubject } from './match-subject.ts'
import { sharedPoolOf } from './shared-pool-of.ts'

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
  /** An ISO date; without it, nothing is past. */
  readonly today?: string | undefined
  /** Where all workloads of the tree run. */
  readonly plan: KubernetesPlan
}

/**
 * Looks at one project: no edge of the resource graph leads from one to another. Only workloads reach beyond theirs, and
 * where those run is planned before.
 */
export function inspectProject({ loaded, graph }: OpenedProject, context: InspectContext): InspectedProject {
  const { loader, placed, prices, today, plan } = context
  const { config } = placed
  const tags = new Map<Resource, ObjectTags>()
  const tagsOf = (resource: Resource): ObjectTags =>
    isManifest(resource)
      ? kubernetesTagsOf(resource, plan, config.clusters)
      : { tags: effectiveTags(resource, (range) => originKind(range, loader)), nodeTags: undefined }
  for (const resource of graph.resources) tags.set(resource, tagsOf(resource))
  const effectiveOf = (resource: Resource) => (tags.get(resource) ?? tagsOf(resource)).tags
  const billing: BillingContext = {
    graph,
    effectiveOf,
    originOf: (range) => originKind(range, loader),
    notActivated: activation(graph, config),
    azureTagInheritance: config.attribution.azureTagInheritance,
  }
  const declaredFor = declaredOwners(placed, effectiveOf)
  const estimateOf = estimate(graph, prices, usageRules(placed, effectiveOf), plan)
  const poolOf = sharedPoolOf(placed, effectiveOf)
  const findings: Finding[] = []
  const resources = graph.resources.map((resource): InspectedResource => {
    const { tags: written, nodeTags } = tags.get(resource)!
    const estimated = markedStandIn(resource, estimateOf(resource))
    const cost = costOf(estimated)
    const lines = billedTags(resource, billing)
    const effective = withNear(written, lines[0].near, effectiveOf)
    const bill = {
      lines: costedLines(lines, estimated),
      notActivated: targetOf(resource) === 'aws' ? billing.notActivated : () => undefined,
    }
    // What takes no tags itself and starts what does is asked for those.
    const checked = effective.kind === 'notTaggable' ? lines[0].tags : effective
    findings.push(...checkTags({ resource, tags: checked, monthlyCost: cost, config, bill, today }))
    const cluster = plan.clusterOf(resource)
    if (cluster) {
      const subject = { resource, cluster, prices, maxGpus: config.maxGpus }
      findings.push(...checkSavings(subject, cost, config))
    }
    const owner = resolveOwner(
      {
        billed: nodeTags ? shownOnBill(resource, nodeTags, billing) : lines[0].tags,
        written,
        declared: declaredFor(resource),
      },
      config,
    )
    return {
      resource,
      tags: effective,
      estimate: estimated,
      cost,
      owner,
      lifetime: today === undefined ? undefined : lifetimeOf(effective, cost, config.schema, today),
      ...poolOf(resource, owner),
      cluster: cluster?.name,
    }
  })
  return { loaded, resources, findings }
}

/** Tags of a resource near by are told of where the resource's own lack them. */
function withNear(
  tags: EffectiveTags,
  near: Resource | undefined,
  effectiveOf: (resource: Resource) => EffectiveTags,
): EffectiveTags {
  const other = near && effectiveOf(near)
  if (tags.kind !== 'taggable' || other?.kind !== 'taggable') return tags
  const because = `${near!.address} has it, whose tags do not reach the bill`
  const elsewhere = new Map([...other.tags.tags.keys()].map((key) => [key, because]))
  return { ...tags, elsewhere }
}

function costOf(estimate: Estimate): Usd {
  return estimate.kind === 'priced' ? sum(estimate.charges.map(costOfCharge)) : ZERO
}

/**
 * How long a month each resource runs: the first rule of `usage:` that matches, else all of it. How much of it is used:
 * what the usage file says of its address, else the first rule that says it, else what the file says of its type.
 */
function usageRules(placed: PlacedConfig, tagsOf: (resource: Resource) => EffectiveTags): UsageRules {
  const { config, usage } = placed
  const rulesFor = (resource: Resource): readonly UsageRule[] => {
    if (config.usage.length === 0) return []
    const subject = matchSubject(resource, placed, tagsOf)
    return config.usage.filter(({ match }) => matchesResource(match, subject))
  }
  return {
    hoursPerMonth: (resource) => {
      const inFile = statedInFile(usage, resource, HOURS_KEY)
      if (inFile && !inFile.isDefault) return hoursIn(inFile.quantity)
      const rule = rulesFor(resource).find(({ hoursPerMonth }) => hoursPerMonth !== undefined)
      return hoursOf(rule) ?? (inFile ? hoursIn(inFile.quantity) : ALL_MONTH.hoursPerMonth(resource))
    },
    quantity: (resource, key) => {
      const inFile = statedInFile(usage, resource, key)
      if (inFile && !inFile.isDefault) return statedBy(inFile.quantity)
      const rule = rulesFor(resource).find(({ quantities }) => quantities.has(key))
      const value = rule?.quantities.get(key)
      if (rule && value !== undefined) return { value, place: fileAndLine(rule.range) }
      return inFile && statedBy(inFile.quantity)
    },
  }
}

const statedBy = ({ value, range }: Quantity): StatedQuantity => ({ value, place: fileAndLine(range) })

const hoursIn = ({ value, range }: Quantity): HoursPerMonth => ({
  hours: value,
  isStated: true,
  assumption: `${value} hours a month (${fileAndLine(range)})`,
})

function hoursOf(rule: UsageRule | undefined): HoursPerMonth | undefined {
  if (rule?.hoursPerMonth === undefined) return undefined
  const hours = rule.hoursPerMonth
  return { hours, isStated: true, assumption: `${hours} hours a month (usage at ${fileAndLine(rule.range)})` }
}
