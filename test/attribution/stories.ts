import { check, inspectTree } from '../../core/check.ts'
import { toDollars } from '../../core/domain/money.ts'
import type { Dimension, Owner } from '../../core/domain/owner.ts'
import { locate } from '../../core/source/source-file.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'

export type Files = Readonly<Record<string, string>>

/** The dollars a month of every resource that costs something, and who the owner is by one dimension. */
export function moneyBy(
  files: Files,
  dimension: Dimension = 'team',
): Record<string, readonly [number, string]> {
  const { resources } = inspectTree(memoryTree(files), '', frozenBook())
  return Object.fromEntries(
    resources
      .filter(({ cost }) => cost > 0)
      .map(({ resource, cost, owner }) => [resource.address, [toDollars(cost), said(owner, dimension)]]),
  )
}

/** `fraud-ml`, `fraud-ml (declared, ascribe.yml:3)`, `missing`, `? because` */
export function said(owner: Owner, dimension: Dimension): string {
  const answer = owner[dimension]
  if (answer.kind === 'missing') return 'missing'
  if (answer.kind === 'unknown') return `? ${answer.because}`
  const { kind, range } = answer.from
  if (kind === 'tag') return answer.value
  const place = range && locate(range)
  return `${answer.value} (${kind}, ${place?.path}:${place?.line})`
}

/** Who owns a resource. */
export function ownerIn(files: Files, address: string): Owner {
  const { resources } = inspectTree(memoryTree(files), '', frozenBook())
  const found = resources.find(({ resource }) => resource.address === address)
  if (!found) throw new Error(`no ${address}`)
  return found.owner
}

/** `$ message` of each finding of a rule. */
export function told(files: Files, ruleId: string): readonly string[] {
  const { findings } = check(memoryTree(files), '', frozenBook())
  return findings
    .filter((finding) => finding.ruleId === ruleId)
    .map(({ monthlyCost, message }) => `$${toDollars(monthlyCost)} ${message}`)
}
