import { isForShared } from './attribution/allocate.ts'
import { matchesResource } from './config/resource-match.ts'
import type { Owner } from './domain/owner.ts'
import type { Resource } from './domain/resource.ts'
import { matchSubject } from './match-subject.ts'
import type { PlacedConfig } from './root-modules.ts'
import type { EffectiveTags } from './tags/effective-tags.ts'

/** The name of the shared pool that a resource is in: the first that matches it, else one for all that is shared. */
export function sharedPoolOf(
  placed: PlacedConfig,
  tagsOf: (resource: Resource) => EffectiveTags,
): (resource: Resource, owner: Owner) => string | undefined {
  const { sharedPools } = placed.config
  if (sharedPools.length === 0) return () => undefined
  return (resource, owner) => {
    const subject = matchSubject(resource, placed, tagsOf)
    const matching = sharedPools.find(({ match }) => match && matchesResource(match, subject))
    return (matching ?? sharedPools.find((pool) => isForShared(pool, { owner })))?.name
  }
}
