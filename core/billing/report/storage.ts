import { splitByWeights } from '../../attribution/largest-remainder.ts'
import type { Catalogue } from '../../config/catalogue.ts'
import { add, type Usd, ZERO } from '../../domain/money.ts'
import type { Cost } from '../charge-columns.ts'
import type { Period } from '../cost-rows.ts'
import { groupBy } from '../group-by.ts'
import type { ChargeGroup, GroupQuery } from '../group-query.ts'
import { toMicros } from '../to-micros.ts'

/** What lies under a prefix of a bucket, by an inventory of the bucket. */
export interface StoredPrefix {
  readonly bucket: string
  /** With its `/`; blank for what lies in the bucket itself. */
  readonly prefix: string
  readonly bytes: bigint
  readonly objects: number
}

/** A part of what a bucket is billed, by its bytes. The parts of a bucket add up to what it is billed. */
export interface StorageLine extends StoredPrefix {
  /** Whose it is: what `bill.prefixes` says, else the team or model that the prefix is called by; else nobody's. */
  readonly team: string | undefined
  readonly model: string | undefined
  readonly amount: Usd
}

/** What the buckets of an inventory are billed. A bucket is called by its name or its ARN. */
export const bucketsQuery = (stored: readonly StoredPrefix[], { from, until }: Period): GroupQuery => ({
  by: ['resource', 'currency'],
  where: [
    { kind: 'days', from, until },
    {
      kind: 'is',
      column: 'resource',
      values: [...new Set(stored.flatMap(({ bucket }) => namesOf(bucket)))].sort(),
    },
  ],
  top: undefined,
})

const namesOf = (bucket: string): readonly string[] => [bucket, `arn:aws:s3:::${bucket}`]

export function storageByPrefix(
  stored: readonly StoredPrefix[],
  billed: readonly ChargeGroup[],
  { cost, currency }: { readonly cost: Cost; readonly currency: string },
  rules: Catalogue & { readonly prefixes: ReadonlyMap<string, string> },
): readonly StorageLine[] {
  const mine = billed.filter(({ by }) => by.currency === currency)
  const amounts = toMicros(mine.map((group) => group[cost]))
  const costs = new Map(mine.map(({ by }, at) => [by.resource, amounts[at]!]))
  return [...groupBy(stored, ({ bucket }) => bucket)]
    .flatMap(([bucket, prefixes]) => {
      const amount = namesOf(bucket).reduce((total, name) => add(total, costs.get(name) ?? ZERO), ZERO)
      const sorted = prefixes.toSorted((a, b) => (a.prefix < b.prefix ? -1 : 1))
      const parts = partsOf(amount, sorted)
      return sorted.map((each, at) => ({ ...each, ...ownerOf(each, rules), amount: parts[at]! }))
    })
    .sort((a, b) => b.amount - a.amount)
}

/** A bucket whose charges are taken back is split as well; one of empty objects is the first prefix's. */
function partsOf(amount: Usd, prefixes: readonly StoredPrefix[]): readonly Usd[] {
  const parts = splitByWeights(
    Math.abs(amount) as Usd,
    prefixes.map(({ bytes }) => bytes),
  )
  if (!parts) return prefixes.map((_, at) => (at === 0 ? amount : ZERO))
  return amount < 0 ? parts.map((part) => (0 - part) as Usd) : parts
}

function ownerOf(
  { bucket, prefix }: StoredPrefix,
  { prefixes, teams, models }: Parameters<typeof storageByPrefix>[3],
): Pick<StorageLine, 'team' | 'model'> {
  const called = prefixes.get(`s3://${bucket}/${prefix}`) ?? prefix.replace(/\/$/, '')
  const model = [...models].find(([name]) => folded(name) === folded(called))
  if (model) return { team: model[1].team, model: model[0] }
  return { team: [...teams.keys()].find((name) => folded(name) === folded(called)), model: undefined }
}

const folded = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '')
