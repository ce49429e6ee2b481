import { known, type Reader, string, unknownBecause } from '../../domain/reads.ts'
import type { Value } from '../../domain/value.ts'
import type { VolumeClaim } from '../../domain/workload.ts'
import { field, itemsOf, textAt } from '../field.ts'
import { readAmount } from './resource-amounts.ts'

/** `volumeClaimTemplates`: a claim of each for every pod. */
export const volumeClaims: Reader<readonly VolumeClaim[]> = (value, name) => {
  const { items, open } = itemsOf(value)
  if (open) return unknownBecause(`\`${name}\` is unknown: ${open.because}`)
  const claims: VolumeClaim[] = []
  for (const item of items) {
    const claim = volumeClaim(item)
    if (claim) claims.push(claim)
  }
  return known(claims)
}

function volumeClaim(value: Value): VolumeClaim | undefined {
  const range = value.origins?.[0]
  if (!range) return undefined
  const spec = field(value, 'spec')
  const bytes = readAmount(field(spec, 'resources', 'requests', 'storage'), '`resources.requests.storage`')
  return {
    name: textAt(value, 'metadata', 'name') ?? '',
    range,
    storageGiB: bytes.kind === 'known' ? known(bytes.value / 2 ** 30) : bytes,
    storageClass: string()(field(spec, 'storageClassName'), 'storageClassName'),
  }
}
