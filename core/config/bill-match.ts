import type { AscribeYml } from './ascribe-yml.ts'
import { unknownKey } from './read-shape.ts'
import type { Report } from './resolve-schema.ts'
import type { ResourceMatch } from './resource-match.ts'
import type { TagSchema } from './tag-schema.ts'

/** Which charges of a bill a rule is about: all that is stated must hold. In texts `*` stands for any run of characters. */
export interface BillMatch {
  readonly service?: string | undefined
  /** The resource's id, or its name. */
  readonly resource?: string | undefined
  readonly account?: string | undefined
  /** The schema's keys → values. */
  readonly tags: ReadonlyMap<string, string>
}

type BillMatchYml = NonNullable<NonNullable<AscribeYml['shared']>[number]['bill']>

export const billMatch = ({ tags = {}, ...facts }: BillMatchYml): BillMatch => ({
  ...facts,
  tags: new Map(Object.entries(tags)),
})

/** A key that the schema does not have would never match, and nobody would notice. */
export function checkBillMatches({ shared = [] }: AscribeYml, schema: TagSchema, report: Report): void {
  const keys = schema.keys.map(({ key }) => key)
  for (const [index, { bill }] of shared.entries())
    for (const key of Object.keys(bill?.tags ?? {}))
      if (!keys.includes(key))
        report(['shared', index, 'bill', 'tags', key], unknownKey(key, ['bill', 'tags'], keys), { key: true })
}

/** What a rule for resources asks of a bill: the same tags. Undefined where it asks for what a bill does not have. */
export function ofTagsAlone({ tags = new Map(), ...facts }: ResourceMatch): BillMatch | undefined {
  return Object.values(facts).some((fact) => fact !== undefined) ? undefined : { tags }
}
