import { toDollars } from '../../../core/domain/money.ts'
import { toPlain } from '../../../core/domain/plain.ts'
import { inspect } from '../../../core/inspect/inspect.ts'
import type { InspectedResource } from '../../../core/review/inspection.ts'
import { findConfig } from '../../../core/settings/find-config.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { frozenBook } from '../../support/frozen-book.ts'

/** What ends up on the bill: a resource's tags, with the reason where a value is not known, and its monthly list cost. */
export interface Seen {
  readonly tags: Readonly<Record<string, string>>
  /** Dollars a month, or what the estimate is instead: `free`, `unknown`, … */
  readonly cost: number | string
}

/** What `ascribe inspect` sees in some files, by address, at the frozen prices. Throws where something could not be read. */
export function seen(files: Readonly<Record<string, string>>): Readonly<Record<string, Seen>> {
  const tree = memoryTree(files)
  const inspection = inspect(tree, { below: '', placed: findConfig(tree, ''), prices: frozenBook() })
  const { problems, notLoaded } = inspection
  if (problems.length + notLoaded.length > 0)
    throw new Error(
      [...problems.map(({ message }) => message), ...notLoaded.map(({ because }) => because)].join('\n'),
    )
  return Object.fromEntries(
    inspection.resources.map((inspected) => [
      inspected.resource.address,
      { tags: tagsOf(inspected), cost: costOf(inspected) },
    ]),
  )
}

function tagsOf({ tags }: InspectedResource): Readonly<Record<string, string>> {
  if (tags.kind !== 'taggable') return {}
  const { tags: byKey, open } = tags.tags
  const written = [...byKey.values()].map(({ key, value }) => [
    key,
    value.kind === 'unknown' ? `unknown: ${value.because}` : String(toPlain(value)),
  ])
  return Object.fromEntries(open ? [...written, ['(further)', `unknown: ${open.because}`]] : written)
}

function costOf({ estimate, cost }: InspectedResource): number | string {
  return estimate.kind === 'priced' ? toDollars(cost) : estimate.kind
}
