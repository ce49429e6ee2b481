import { toDollars } from '../../domain/money.ts'
import { type AttributedFrom, DIMENSIONS, type Owner } from '../../domain/owner.ts'
import { toPlain } from '../../domain/plain.ts'
import type { InspectedResource } from '../../review/inspection.ts'
import type { RenderOptions } from '../renderer.ts'
import { estimateJson } from './estimate.ts'
import { lineOf, placeOf } from './place.ts'
import { tagsJson } from './tags.ts'

/** Everything that was found out about a resource. */
export function resourceJson(inspected: InspectedResource, options: RenderOptions) {
  const { resource, estimate, cost, owner } = inspected
  const { project, address, type, name, provider, region, attributes, range, multiplicity } = resource
  return {
    project,
    address,
    type,
    name,
    provider: provider.name,
    providerSource: provider.source,
    region: region.kind === 'string' ? region.value : null,
    regionUnknown: region.kind === 'unknown' ? region.because : null,
    ...placeOf(range, options),
    multiplicityUnknown: multiplicity?.because ?? null,
    attributes: toPlain(attributes),
    ...tagsJson(inspected, options),
    owner: ownerJson(owner, options),
    ...(inspected.lifetime && { lifetime: lifetimeJson(inspected.lifetime) }),
    estimate: estimateJson(estimate, cost),
  }
}

/** For each dimension its value and who says so, null where nobody says, or why it is not known. */
export function ownerJson(owner: Owner, options: RenderOptions) {
  return Object.fromEntries(
    DIMENSIONS.map((dimension) => {
      const answer = owner[dimension]
      if (answer.kind === 'known')
        return [dimension, { value: answer.value, ...fromJson(answer.from, options) }]
      return [dimension, answer.kind === 'unknown' ? { unknown: answer.because } : { value: null }]
    }),
  )
}

function fromJson({ kind, range, spelled }: AttributedFrom, options: RenderOptions) {
  return { from: kind, ...(spelled !== undefined && { spelled }), ...(range && lineOf(range, options)) }
}

function lifetimeJson({ expiresOn, daysLeft, costUntilThen }: NonNullable<InspectedResource['lifetime']>) {
  return { expiresOn, daysLeft, costUntilThen: toDollars(costUntilThen) }
}
