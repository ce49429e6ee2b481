import type { Config } from './config/config.ts'
import { ConfigurationError } from './domain/configuration-error.ts'
import { policyFiles, policyLimits } from './policy/export.ts'
import { FEATURES } from './policy/features.ts'
import { policySchema } from './policy/policy-schema.ts'
import type { PolicyFile, PolicyOptions, TaggedType } from './policy/target.ts'
import { POLICY_TARGETS } from './policy/targets/index.ts'
import { PRICERS } from './pricing/pricers/index.ts'
import { findConfig, whatJudges } from './settings/find-config.ts'
import type { Problem } from './source/problem.ts'
import type { SourceTree } from './source/source-tree.ts'
import { taggabilityOf } from './tags/taggability/taggability.ts'

/** What the user asks of an export; the rest is from ascribe.yml. */
export interface PolicyRequest {
  /** Ids of targets, in any order. */
  readonly targets: readonly string[]
  readonly enforce: boolean
  readonly exemptRoles: readonly string[]
  readonly organization: string | undefined
}

export interface PolicyExport {
  /** In the order of the targets; paths begin with the target's id. */
  readonly files: readonly PolicyFile[]
  readonly limits: readonly PolicyLimit[]
  /** What is wrong with ascribe.yml. */
  readonly problems: readonly Problem[]
}

/** What a target's documents leave to Ascribe. */
export interface PolicyLimit {
  readonly target: string
  /** The schema's. */
  readonly key: string
  readonly feature: string
  readonly because: string
}

export const POLICY_TARGET_IDS: readonly string[] = POLICY_TARGETS.map(({ id }) => id)
export const POLICY_TARGET_SUMMARIES: readonly { readonly id: string; readonly summary: string }[] =
  POLICY_TARGETS.map(({ id, summary }) => ({ id, summary }))

/**
 * The tag schema that holds for a folder, as documents. Throws a `ConfigurationError` where
 * ascribe.yml is of another version, or asks for nothing.
 */
export function exportPolicies(tree: SourceTree, below: string, request: PolicyRequest): PolicyExport {
  const { config, problems } = whatJudges(findConfig(tree, below))
  const policy = policySchema(config)
  if (policy.requirements.length === 0)
    throw new ConfigurationError(
      'there is nothing to enforce: no tag that is missing or has a wrong value is an error by this schema',
    )
  const options = policyOptions(config, request)
  const targets = POLICY_TARGETS.filter(({ id }) => request.targets.includes(id))
  return {
    files: targets.flatMap((target) =>
      policyFiles(target, policy, options).map((file) => ({ ...file, path: `${target.id}/${file.path}` })),
    ),
    limits: targets.flatMap((target) => [
      ...policyLimits(target, policy, options).map(({ key, feature, because }) => ({
        target: target.id,
        key,
        feature: FEATURES[feature],
        because,
      })),
      ...policy.left.map(({ key, because }) => ({
        target: target.id,
        key,
        feature: because,
        because: 'nothing is refused for it',
      })),
    ]),
    problems,
  }
}

export function policyOptions(config: Config, request: Omit<PolicyRequest, 'targets'>): PolicyOptions {
  const { enforce, exemptRoles, organization = 'organizations/ORGANIZATION_ID' } = request
  return {
    enforce,
    exemptRoles,
    organization,
    inheritingNamespaces: config.clusters.flatMap(({ namespaces }) => [...namespaces.keys()]),
    taggedTypes: taggedTypes(),
  }
}

const PROVIDERS = [
  { prefix: 'aws_', source: 'hashicorp/aws', spelling: 'aws', computed: 'tags_all' },
  { prefix: 'azurerm_', source: 'hashicorp/azurerm', spelling: 'azure', computed: undefined },
  { prefix: 'google_', source: 'hashicorp/google', spelling: 'google', computed: 'effective_labels' },
] as const

/** The Terraform types that Ascribe prices and that carry tags, by name. */
function taggedTypes(): readonly TaggedType[] {
  const types = [...new Set(PRICERS.flatMap(({ types }) => types))].sort()
  return types.flatMap((type): TaggedType[] => {
    const provider = PROVIDERS.find(({ prefix }) => type.startsWith(prefix))
    const tags = provider && taggabilityOf(type, provider.source)
    if (!provider || tags?.kind !== 'taggable') return []
    const { path, style, acceptsDefaults } = tags
    const merged = acceptsDefaults && path.length === 1 ? provider.computed : undefined
    return [{ type, path: path.join('.'), merged, style, spelling: provider.spelling }]
  })
}
