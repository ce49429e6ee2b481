import { type BillMatch, ofTagsAlone } from '../config/bill-match.ts'
import { SHARED_MODEL } from '../config/catalogue.ts'
import { matchesGlob } from '../config/resource-match.ts'
import type { SharedPool } from '../config/shared-pools.ts'
import type { TagSchema } from '../config/tag-schema.ts'
import { DIMENSIONS, type Dimension } from '../domain/owner.ts'
import type { BillColumn } from './charge-columns.ts'
import type { CostRow } from './cost-rows.ts'
import { type Expression, firstOf, joined, literal, MISSING } from './expression.ts'

/**
 * How a pool finds its charges on a bill: by what it says itself, or by the tags that its `match` asks for; `shared`
 * takes what names the model `shared`. Undefined where it asks for what only Terraform knows.
 */
export type PoolFinds = { readonly kind: 'match'; readonly match: BillMatch } | { readonly kind: 'shared' }

export function findsOf({ match, bill }: SharedPool): PoolFinds | undefined {
  if (bill) return { kind: 'match', match: bill }
  if (!match) return { kind: 'shared' }
  const tags = ofTagsAlone(match)
  return tags && { kind: 'match', match: tags }
}

/** The first pool that finds the charge by a match, else the one for all that names the model `shared`. */
export function poolOf(
  row: CostRow,
  pools: readonly SharedPool[],
  schema: TagSchema,
): SharedPool | undefined {
  return (
    pools.find((pool, at) => {
      const finds = findsOf(pool)
      return finds?.kind === 'match' && isIn(row, finds.match, at, schema)
    }) ??
    (row.owner.model === SHARED_MODEL ? pools.find((pool) => findsOf(pool)?.kind === 'shared') : undefined)
  )
}

/** Service, account and owner are those of the group that the charge is in; the rest was asked of each charge. */
function isIn(row: CostRow, match: BillMatch, at: number, schema: TagSchema): boolean {
  if (!agrees(match.service, row.service) || !agrees(match.account, row.account)) return false
  for (const [key, pattern] of match.tags) {
    const dimension = dimensionOf(key, schema)
    if (dimension && !agrees(pattern, row.owner[dimension])) return false
  }
  return asked(match, schema).length === 0 || row.pools?.has(at) === true
}

const agrees = (pattern: string | undefined, text: string | undefined): boolean =>
  pattern === undefined || (text !== undefined && matchesGlob(pattern, text))

const dimensionOf = (key: string, { dimensions }: TagSchema): Dimension | undefined =>
  DIMENSIONS.find((each) => dimensions[each] === key)

/** What a group of charges does not tell: the resource, and tags that answer no question of attribution. */
function asked({ resource, tags }: BillMatch, schema: TagSchema): readonly Asked[] {
  return [
    ...(resource === undefined ? [] : [{ kind: 'resource' as const, pattern: resource }]),
    ...[...tags].flatMap(([key, pattern]) =>
      dimensionOf(key, schema) ? [] : [{ kind: 'tag' as const, key, pattern }],
    ),
  ]
}

type Asked =
  | { readonly kind: 'resource'; readonly pattern: string }
  | { readonly kind: 'tag'; readonly key: string; readonly pattern: string }

/** Of each charge the places of the pools that ask for its resource: few texts, however many resources there are. */
export function poolsColumn(
  pools: readonly SharedPool[],
  schema: TagSchema,
  own: Readonly<Record<BillColumn, Expression>>,
  tag: (key: string) => Expression,
): Expression {
  const found = pools.flatMap((pool, at): Expression[] => {
    const finds = findsOf(pool)
    const questions = finds?.kind === 'match' ? asked(finds.match, schema) : []
    if (questions.length === 0) return []
    const result = questions.reduceRight<Expression>(
      (inner, question) =>
        question.kind === 'tag'
          ? { kind: 'matches', of: tag(question.key), pattern: question.pattern, result: inner }
          : firstOf(
              { kind: 'matches', of: own.resource, pattern: question.pattern, result: inner },
              { kind: 'matches', of: own.resourceName, pattern: question.pattern, result: inner },
            ),
      literal(`${at} `),
    )
    return [firstOf(result, literal(''))]
  })
  return found.length === 0 ? MISSING : joined(...found)
}

/** What the column says. */
export const poolsIn = (text: string | undefined): ReadonlySet<number> =>
  new Set(text?.split(' ').flatMap((place) => (place === '' ? [] : [Number(place)])))
