import type { Resource } from '../domain/resource.ts'
import type { Surroundings } from './joins/surroundings.ts'
import { type ResourceMaker, resourceOf } from './load-manifests.ts'
import type { Manifest } from './manifest.ts'

/**
 * Makes a resource of an object once, and again only where what it looked up around it has become another: the result is
 * the same object as long as it says the same.
 */
export function rememberedResources(): ResourceMaker {
  const known = new WeakMap<Manifest, { readonly resource: Resource; readonly lookups: readonly Lookup[] }>()
  return (manifest, project, address, surroundings) => {
    const before = known.get(manifest)
    const isSame =
      before?.resource.project === project &&
      before.resource.address === address &&
      before.lookups.every((lookup) => stillHolds(lookup, surroundings))
    if (isSame) return before.resource
    const lookups: Lookup[] = []
    const resource = resourceOf(manifest, project, address, watched(surroundings, lookups))
    known.set(manifest, { resource, lookups })
    return resource
  }
}

/** What was looked up, and the answer. Plain data: it must not keep the surroundings of that time alive. */
type Lookup =
  | { readonly of: 'find'; readonly asked: Parameters<Surroundings['find']>; readonly answer: unknown }
  | { readonly of: 'all' | 'beside'; readonly asked: string; readonly answer: readonly Manifest[] }
  | { readonly of: 'scaler'; readonly asked: Manifest; readonly answer: unknown }

function stillHolds({ of, asked, answer }: Lookup, now: Surroundings): boolean {
  switch (of) {
    case 'find':
      return now.find(...asked) === answer
    case 'scaler':
      return now.scaler(asked) === answer
    default:
      return sameItems(now[of](asked), answer)
  }
}

/** Surroundings that note what is looked up in them. */
function watched(surroundings: Surroundings, lookups: Lookup[]): Surroundings {
  return {
    find(...asked) {
      const answer = surroundings.find(...asked)
      lookups.push({ of: 'find', asked, answer })
      return answer
    },
    all(asked) {
      const answer = surroundings.all(asked)
      lookups.push({ of: 'all', asked, answer })
      return answer
    },
    beside(asked) {
      const answer = surroundings.beside(asked)
      lookups.push({ of: 'beside', asked, answer })
      return answer
    },
    scaler(asked) {
      const answer = surroundings.scaler(asked)
      lookups.push({ of: 'scaler', asked, answer })
      return answer
    },
  }
}

function sameItems(one: readonly Manifest[], other: readonly Manifest[]): boolean {
  return one.length === other.length && one.every((manifest, index) => manifest === other[index])
}
