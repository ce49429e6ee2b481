import { add, subtract, type Usd, ZERO } from '../domain/money.ts'
import { toPlain } from '../domain/plain.ts'
import type { InspectedResource } from './inspection.ts'
import type { Pair } from './match.ts'
import type { Action, Change, ResourceChange } from './review.ts'

/** Adds up both sides of a change. */
export class Tally {
  #before: Usd = ZERO
  #after: Usd = ZERO
  #beforeAtLeast = false
  #afterAtLeast = false

  add({ before, after }: Pair): this {
    if (before) {
      this.#before = add(this.#before, before.cost)
      this.#beforeAtLeast ||= isAtLeast(before)
    }
    if (after) {
      this.#after = add(this.#after, after.cost)
      this.#afterAtLeast ||= isAtLeast(after)
    }
    return this
  }

  change(): Change {
    return {
      before: this.#before,
      after: this.#after,
      delta: subtract(this.#after, this.#before),
      atLeast: { before: this.#beforeAtLeast, after: this.#afterAtLeast },
    }
  }
}

/** Whether a resource's figure stands for more than it says: an unknown number of instances. */
function isAtLeast({ resource, cost }: InspectedResource): boolean {
  return resource.multiplicity !== undefined && cost > 0
}

export function resourceChange(pair: Pair): ResourceChange {
  const { before, after } = pair
  const { resource } = (after ?? before)!
  const moved = before && after && before.resource.address !== after.resource.address
  return {
    project: resource.project,
    address: resource.address,
    previousAddress: moved ? before.resource.address : undefined,
    type: resource.type,
    action: actionOf(pair),
    before,
    after,
    cost: new Tally().add(pair).change(),
  }
}

function actionOf({ before, after }: Pair): Action {
  if (!before) return 'create'
  if (!after) return 'delete'
  return fingerprint(before) === fingerprint(after) ? 'no-op' : 'update'
}

/** All that a change of the resource, its tags or its price would show in. */
function fingerprint({ resource, tags, estimate, cost }: InspectedResource): string {
  const plainTags =
    tags.kind === 'taggable' ? [...tags.tags.tags].map(([key, tag]) => [key, toPlain(tag.value)]) : tags.kind
  return JSON.stringify([
    resource.type,
    resource.provider.source,
    toPlain(resource.region),
    toPlain(resource.attributes),
    plainTags,
    estimate.kind,
    cost,
  ])
}
