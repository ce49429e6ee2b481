import { tableOf } from '../../domain/table-of.ts'
import type { BilledOwner } from '../cost-rows.ts'
import { groupBy } from '../group-by.ts'
import type { BilledResource } from './billed-resources.ts'
import type { EstimatedResource } from './estimated-resource.ts'

const JOINED_BY = ['state', 'name', 'tags'] as const
export type JoinedBy = (typeof JOINED_BY)[number]

/** An estimate, and what the bill has of it: one resource, or the machines that a group of them starts. */
export interface Joined {
  readonly estimated: EstimatedResource
  readonly billed: readonly BilledResource[]
  readonly by: JoinedBy
}

export interface Join {
  readonly joined: readonly Joined[]
  readonly estimatedAlone: readonly EstimatedResource[]
  readonly billedAlone: readonly BilledResource[]
}

/**
 * Joins what can be joined without a guess: by ids of a Terraform state; by a name, where one resource of a service has it
 * on either side; by service and tags, where one estimate has them. What is left is told, both ways.
 */
export function joinResources(
  estimated: readonly EstimatedResource[],
  billed: readonly BilledResource[],
): Join {
  const found = new Map<EstimatedResource, { billed: BilledResource[]; by: JoinedBy }>()
  let left = billed
  for (const by of JOINED_BY) {
    const way = WAYS[by]
    const free = by === 'state' ? estimated : estimated.filter((each) => !found.has(each))
    const byKey = groupBy(
      free.flatMap((each) => [...new Set(way.ofEstimate(each))].map((key) => ({ key, each }))),
      ({ key }) => key,
    )
    const proposals = new Map<BilledResource, EstimatedResource>()
    for (const each of left) {
      const candidates = new Set(
        way.ofBilled(each).flatMap((key) => (byKey.get(key) ?? []).map((entry) => entry.each)),
      )
      const [one, ...others] = [...candidates].filter((candidate) => way.fits(candidate, each))
      if (one && others.length === 0) proposals.set(each, one)
    }
    const claims = groupBy(proposals, ([, one]) => one)
    for (const [one, claimed] of claims)
      if (way.isForMany || claimed.length === 1) found.set(one, { billed: claimed.map(([each]) => each), by })
    const joined = new Set([...found.values()].flatMap((entry) => entry.billed))
    left = left.filter((each) => !joined.has(each))
  }
  return {
    joined: estimated.flatMap((each) => {
      const entry = found.get(each)
      return entry ? [{ estimated: each, ...entry }] : []
    }),
    estimatedAlone: estimated.filter((each) => !found.has(each)),
    billedAlone: left,
  }
}

interface Way {
  ofEstimate(each: EstimatedResource): readonly string[]
  ofBilled(each: BilledResource): readonly string[]
  fits(estimated: EstimatedResource, billed: BilledResource): boolean
  /** Several billed resources may be one estimate's: a node group's machines have its tags. */
  readonly isForMany: boolean
}

const lower = (texts: readonly string[]) => texts.map((text) => text.toLowerCase())

const WAYS: Readonly<Record<JoinedBy, Way>> = {
  state: {
    ofEstimate: ({ ids }) => lower(ids),
    ofBilled: ({ id }) => (id === undefined ? [] : lower(partsOf(id))),
    fits: () => true,
    isForMany: true,
  },
  name: {
    ofEstimate: ({ names }) => lower(names),
    ofBilled: ({ id, name }) =>
      lower([...(id === undefined ? [] : partsOf(id)), ...(name === undefined ? [] : [name])]),
    fits: ({ services }, { service }) =>
      services.some((each) => serviceWord(each) === serviceWord(service ?? '')),
    isForMany: false,
  },
  tags: {
    ofEstimate: ({ owner, services }) => [...new Set(services.flatMap((each) => ownedBy(each, owner)))],
    ofBilled: ({ owner, service }) => ownedBy(service ?? '', owner),
    fits: () => true,
    isForMany: true,
  },
}

/** An id, and what it ends in: `arn:aws:sagemaker:…:endpoint/fraud` is also `endpoint/fraud` and `fraud`. */
const partsOf = (id: string): readonly string[] => [
  ...new Set([id, id.slice(id.lastIndexOf(':') + 1), id.slice(id.lastIndexOf('/') + 1)]),
]

/** Parts that bills have as services of their own, and former names. */
const SERVICE_OF: Readonly<Record<string, string>> = tableOf({
  elasticblockstore: 'elasticcomputecloud',
  ec2other: 'elasticcomputecloud',
  virtualprivatecloud: 'elasticcomputecloud',
  elasticcontainerserviceforkubernetes: 'elastickubernetesservice',
  elasticsearchservice: 'opensearchservice',
  s3: 'simplestorageservice',
})

/** `Amazon SageMaker` and `AWS SageMaker` are one service. */
function serviceWord(service: string): string {
  const word = service
    .toLowerCase()
    .replace(/ - .*$/, '')
    .replace(/^(?:amazon|aws|azure|google)\s+/, '')
    .replace(/[^a-z0-9]/g, '')
  return SERVICE_OF[word] ?? word
}

/** What nobody's tags tell apart is not joined by them. */
function ownedBy(service: string, { model, team, phase, environment }: BilledOwner): readonly string[] {
  if (model === undefined || phase === undefined) return []
  return [JSON.stringify([serviceWord(service), model, team ?? null, phase, environment ?? null])]
}
