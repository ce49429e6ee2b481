import type { Period } from './billing/cost-rows.ts'
import { groupBy } from './billing/group-by.ts'
import type { ChargeGroup } from './billing/group-query.ts'
import { type BilledResource, billedResources } from './billing/reconcile/billed-resources.ts'
import { withoutCalibration } from './billing/reconcile/calibration-text.ts'
import type { EstimatedResource } from './billing/reconcile/estimated-resource.ts'
import { reconcile } from './billing/reconcile/reconcile.ts'
import type { Reconciliation } from './billing/reconcile/reconciliation.ts'
import type { StateIds } from './billing/reconcile/state-ids.ts'
import { unitOf } from './billing/reconcile/units.ts'
import { speller } from './billing/spell-values.ts'
import { inspectTree } from './check.ts'
import { currencyCode } from './config/prices.ts'
import { type Charge, costOfCharge } from './domain/estimate.ts'
import { sum } from './domain/money.ts'
import { DIMENSIONS } from './domain/owner.ts'
import { isManifest } from './domain/resource.ts'
import type { PriceBook } from './pricing/price-book.ts'
import type { InspectedResource } from './review/inspection.ts'
import { findConfig } from './settings/find-config.ts'
import { usageFilePath } from './settings/usage-draft.ts'
import type { SourceTree } from './source/source-tree.ts'

export interface BillToReconcile {
  /** What `billedResourcesQuery` answered. */
  readonly groups: readonly ChargeGroup[]
  readonly period: Period
  /** As it was asked for: `2026-10`. */
  readonly periodText: string
  /** Of a Terraform state; empty where none is given. */
  readonly ids: StateIds
}

/** What lies at or below a folder of a tree, estimated, beside what it was billed. Writes nothing. */
export function reconcileBill(
  tree: SourceTree,
  below: string,
  prices: PriceBook,
  { groups, period, periodText, ids }: BillToReconcile,
): Reconciliation {
  const { config } = findConfig(tree, below)
  const currency = currencyCode(config.prices)
  const { spell } = speller(config.schema, config)
  const billed: readonly BilledResource[] = billedResources(groups, {
    period,
    cost: config.bill.cost,
    currency,
    spell,
  })
  const path = usageFilePath(tree, below)
  const usageFile = tree.read(path)
  const estimate = (text: string | undefined) => {
    const { resources } = inspectTree(withFile(tree, path, text), below, prices)
    return estimatedResources(resources, ids)
  }
  const plainUsageFile = usageFile === undefined ? undefined : withoutCalibration(usageFile)
  return reconcile({ period, periodText, currency, billed, usageFile, plainUsageFile, estimate })
}

/** The tree, but for one file. */
const withFile = (tree: SourceTree, file: string, text: string | undefined): SourceTree => ({
  ...tree,
  list: (directory) => tree.list(directory),
  read: (path) => (path === file ? text : tree.read(path)),
})

/** What costs money itself. Workloads are billed as the machines that they run on, whose cost is whole again here. */
function estimatedResources(
  resources: readonly InspectedResource[],
  ids: StateIds,
): readonly EstimatedResource[] {
  const charges = resources.flatMap(({ estimate }) => (estimate.kind === 'priced' ? estimate.charges : []))
  const onPools = groupBy(charges, ({ pool }) => pool && JSON.stringify([pool.project, pool.address]))
  return resources.flatMap((each) => {
    const { resource, estimate } = each
    if (isManifest(resource)) return []
    if (estimate.kind !== 'priced' && estimate.kind !== 'usageBased') return []
    const shared = onPools.get(JSON.stringify([resource.project, resource.address])) ?? []
    const own = estimate.kind === 'priced' ? estimate.charges : []
    return [
      {
        project: resource.project,
        address: resource.address,
        type: resource.type,
        ids: ids.get(resource.address) ?? [],
        names: namesOf(each),
        owner: ownerOf(each),
        cost: estimate.kind === 'priced' ? sum([...own, ...shared].map(costOfCharge)) : undefined,
        charges: [...own, ...shared].filter(({ listCost }) => listCost > 0).map(chargeOf),
        services: [],
        usageKeys: estimate.usageKeys ?? [],
      },
    ]
  })
}

const chargeOf = (charge: Charge) => {
  const { name, per } = unitOf(charge.pricingUnit)
  return {
    service: charge.serviceName,
    sku: charge.skuId,
    unit: name,
    quantity: charge.pricingQuantity * per,
    listCost: charge.listCost,
    cost: costOfCharge(charge),
    basis: charge.basis.kind,
  }
}

/** Arguments that name a resource as its provider's console and bill do. */
const NAMES = [
  'name',
  'bucket',
  'identifier',
  'cluster_identifier',
  'cluster_name',
  'db_name',
  'domain',
  'domain_name',
  'function_name',
  'replication_group_id',
  'node_group_name',
  'workgroup_name',
]

function namesOf({ resource, tags }: InspectedResource): readonly string[] {
  const { attributes } = resource
  const written = NAMES.flatMap((name) => {
    const value = attributes.entries.get(name)
    return value?.kind === 'string' ? [value.value] : []
  })
  const tag = tags.kind === 'taggable' ? tags.tags.tags.get('Name') : undefined
  return [...new Set([...written, ...(tag?.value.kind === 'string' ? [tag.value.value] : [])])]
}

function ownerOf({ owner }: InspectedResource): EstimatedResource['owner'] {
  return Object.fromEntries(
    DIMENSIONS.flatMap((dimension) => {
      const answer = owner[dimension]
      return answer?.kind === 'known' ? [[dimension, answer.value]] : []
    }),
  )
}
