import type { DeclaredValue } from '../attribution/owner-of.ts'
import type { Config } from '../config/config.ts'
import { type MatchSubject, matchesResource } from '../config/resource-match.ts'
import { withoutKeys } from '../domain/address.ts'
import { isManifest, type Resource } from '../domain/resource.ts'
import type { PlacedConfig } from '../settings/placed-config.ts'
import type { EffectiveTags } from '../tags/effective-tags.ts'
import { findTag } from '../tags/find-tag.ts'
import { namespaceOf } from './kubernetes-tags-of.ts'

/** What rules of `ascribe.yml` may ask of a resource. Paths are from the folder of that file on. */
export function matchSubject(
  resource: Resource,
  { config, directory }: PlacedConfig,
  tagsOf: (resource: Resource) => EffectiveTags,
): MatchSubject {
  const { type, address, provider, moduleCalls, range } = resource
  const isObject = isManifest({ provider }) || resource.workload !== undefined
  return {
    type,
    address,
    modules: moduleCalls.flatMap((call) => [call.address, withoutKeys(call.address)]),
    provider: provider.name,
    path: relativeTo(directory, range.source.path),
    kind: kindOf(resource),
    namespace: isObject ? namespaceOf(resource) : undefined,
    tag: (key) => knownTag(tagsOf(resource), key, config),
  }
}

/** What `owners:` of `ascribe.yml` sets for the keys of a resource: for each, the first rule that matches and has it. */
export function declaredOwners(
  placed: PlacedConfig,
  tagsOf: (resource: Resource) => EffectiveTags,
): (resource: Resource) => (key: string) => DeclaredValue | undefined {
  const { owners } = placed.config
  if (owners.length === 0) return () => () => undefined
  return (resource) => {
    const subject = matchSubject(resource, placed, tagsOf)
    const rules = owners.filter(({ match }) => matchesResource(match, subject))
    return (key) => {
      const rule = rules.find(({ set }) => set.has(key))
      return rule && { value: rule.set.get(key)!, range: rule.range }
    }
  }
}

function knownTag(tags: EffectiveTags, key: string, { schema }: Config): string | undefined {
  const tag = tags.kind === 'taggable' ? findTag(tags, key, schema) : undefined
  return tag?.value.kind === 'string' ? tag.value.value : undefined
}

/** The kind of a Kubernetes object, without its group. */
function kindOf({ type, provider }: Resource): string | undefined {
  return isManifest({ provider }) ? type.slice(type.indexOf('/') + 1) : undefined
}

function relativeTo(directory: string, path: string): string {
  return directory !== '' && path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path
}
