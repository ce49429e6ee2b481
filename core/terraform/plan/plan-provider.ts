import type { Plain } from '../../domain/plain.ts'
import { providerName } from '../../domain/provider.ts'
import type { ResourceProvider } from '../../domain/resource.ts'
import { tableOf } from '../../domain/table-of.ts'
import { isMapping, type MappingValue, string, unknown, type Value } from '../../domain/value.ts'
import { regionOf } from '../evaluation/region.ts'
import type { PlanConfiguration } from './plan-configuration.ts'
import { items, member } from './plan-json.ts'
import { planValue } from './plan-value.ts'

/** The provider that a planned resource is of, with what the plan says of its configuration. */
export interface PlanProvider {
  readonly identity: ResourceProvider
  readonly expressions: Plain | undefined
}

/** `registry.terraform.io/hashicorp/aws` is `hashicorp/aws`, whoever serves it; before version 0.13 it was `aws`. */
export function planProvider(
  source: string,
  key: string | undefined,
  configuration: PlanConfiguration,
): PlanProvider {
  const parts = source.toLowerCase().split('/').slice(-2)
  const short = parts.length === 1 ? `hashicorp/${parts[0]}` : parts.join('/')
  const { name, expressions } = configuration.provider(key ?? providerName(short))
  return { identity: { source: short, name }, expressions }
}

/** The region: as the resource itself has it, else its provider where its configuration is a constant or a variable. */
export function plannedRegion(
  attributes: MappingValue,
  { identity, expressions }: PlanProvider,
  configuration: PlanConfiguration,
): Value {
  const provider = {
    identity,
    argument: (name: string): Value => {
      const given = configuration.constant(member(expressions, name))
      if (typeof given === 'string' && given !== '') return string(given)
      return unknown(`the plan does not say which ${name} provider "${identity.name}" has`)
    },
  }
  return ownRegion(attributes, identity.source) ?? regionOf(attributes, provider)
}

/** What only a plan knows: the resource's ARN and zone tell where it is. */
function ownRegion({ entries }: MappingValue, source: string): Value | undefined {
  if (source !== 'hashicorp/aws' || entries.get('region')?.kind === 'string') return undefined
  const arn = entries.get('arn')
  const inArn = arn?.kind === 'string' ? arn.value.split(':')[3] : undefined
  if (inArn) return string(inArn)
  const zone = entries.get('availability_zone')
  return zone?.kind === 'string' && zone.value !== '' ? string(zone.value.replace(/[a-z]$/, '')) : undefined
}

/** What a provider's plan attributes call all tags of a resource, its defaults among them. */
const EFFECTIVE: Readonly<Record<string, { readonly own: string; readonly all: string }>> = tableOf({
  'hashicorp/aws': { own: 'tags', all: 'tags_all' },
  'hashicorp/google': { own: 'labels', all: 'terraform_labels' },
  'hashicorp/google-beta': { own: 'labels', all: 'terraform_labels' },
})

/** Attributes that repeat others, with the provider's defaults on top: they are told as default tags. */
export const REPEATED: ReadonlySet<string> = new Set(['tags_all', 'terraform_labels', 'effective_labels'])

/**
 * The provider's default tags as they reach a resource: what `tags_all` has and `tags` has not. Where that is not known
 * yet, the provider's configuration if it is constant; undefined where there are none.
 */
export function plannedDefaults(
  attributes: MappingValue,
  { identity, expressions }: PlanProvider,
  configuration: PlanConfiguration,
): Value | undefined {
  const names = EFFECTIVE[identity.source]
  const all = names && attributes.entries.get(names.all)
  const own = names && attributes.entries.get(names.own)
  if (all && isMapping(all)) {
    const written = own && isMapping(own) ? own.entries : undefined
    const entries = new Map([...all.entries].filter(([key]) => !written?.has(key)))
    return entries.size > 0 ? { ...all, entries } : undefined
  }
  // Where there are no tags at all, tags_all is left to apply as well.
  if (configuration.isThere) return configuredDefaults(identity.name, expressions, configuration)
  return all?.kind === 'unknown' ? all : undefined
}

function configuredDefaults(
  provider: string,
  expressions: Plain | undefined,
  configuration: PlanConfiguration,
): Value | undefined {
  const [block] = items(member(expressions, 'default_tags'))
  const expression = member(block, 'tags') ?? member(expressions, 'default_labels')
  if (expression === undefined) return undefined
  const why = unknown(`the plan does not say which default tags provider "${provider}" has`)
  const constant = configuration.constant(expression)
  if (constant === undefined) return why
  const given = planValue({ value: constant, unknown: false, sensitive: false }, why)
  return isMapping(given) ? given : why
}
