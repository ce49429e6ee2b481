import { isForShared } from '../attribution/allocate.ts'
import { matchesResource } from '../config/resource-match.ts'
import type { Owner } from '../domain/owner.ts'
import type { Resource } from '../domain/resource.ts'
import type { PlacedConfig } from '../settings/placed-config.ts'
import type { EffectiveTags } from '../tags/effective-tags.ts'
import { matchSubject } from './match-subject.ts'

/** The shared pool that a resource is in, and those that match it too and do not have it. */
export interface PoolMembership {
  readonly pool: string | undefined
  readonly otherPools: readonly string[]
}

const IN_NONE: PoolMembership = { pool: undefined, otherPools: [] }

/** The shared pool of a resource: the first that matches it, else one for all that is shared. */
export function sharedPoolOf(
  placed: PlacedConfig,
  tagsOf: (resource: Resource) => EffectiveTags,
): (resource: Resource, owner: Owner) => PoolMembership {
  const { sharedPools } = placed.config
  if (sharedPools.length === 0) return () => IN_NONE
  return (resource, owner) => {
    const subject = matchSubject(resource, placed, tagsOf)
    const matching = sharedPools.filter(({ match }) => match && matchesResource(match, subject))
    const [first, ...others] =
      matching.length > 0 ? matching : sharedPools.filter((pool) => isForShared(pool, { owner }))
    return first ? { pool: first.name, otherPools: others.map(({ name }) => name) } : IN_NONE
  }
}
