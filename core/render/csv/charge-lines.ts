import type { CurrencyCode } from '../../domain/currency.ts'
import { type Charge, costOfCharge, type Estimate } from '../../domain/estimate.ts'
import { toDollars } from '../../domain/money.ts'
import type { Attributed } from '../../domain/owner.ts'
import type { InspectedResource } from '../../review/inspection.ts'
import { placeOf } from '../json/place.ts'
import type { RenderOptions } from '../renderer.ts'
import { type Cell, csvLine } from './cells.ts'

/** FOCUS's own columns by their names; ours begin with `x_`, as FOCUS asks. */
const COLUMNS = [
  'ResourceId',
  'ResourceType',
  'RegionId',
  'ServiceName',
  'ChargeDescription',
  'SkuId',
  'PricingUnit',
  'PricingQuantity',
  'ListUnitPrice',
  'ListCost',
  'ContractedUnitPrice',
  'ContractedCost',
  'BillingCurrency',
  'x_PriceBasis',
  'x_Estimate',
  'x_Because',
  'x_Root',
  'x_Team',
  'x_Project',
  'x_Model',
  'x_Phase',
  'x_Environment',
  'x_CostCenter',
  'x_Experiment',
  'x_File',
  'x_Line',
] as const
type Column = (typeof COLUMNS)[number]
type Line = Partial<Record<Column, Cell>>

export interface CsvSide {
  /** What stands in the column `x_Side`, where there is one. */
  readonly side?: string
  readonly resources: readonly InspectedResource[]
}

/** One line for each charge of a resource, and one for each part of it that has no figure. */
export function chargeLines(
  sides: readonly CsvSide[],
  currency: CurrencyCode,
  options: RenderOptions,
): string {
  const hasSides = sides.some(({ side }) => side !== undefined)
  const lines = [csvLine(hasSides ? ['x_Side', ...COLUMNS] : COLUMNS)]
  for (const { side, resources } of sides)
    for (const inspected of resources) {
      const common = resourceCells(inspected, options)
      for (const line of linesOf(inspected.estimate, currency)) {
        const cells = COLUMNS.map((column) => line[column] ?? common[column])
        lines.push(csvLine(hasSides ? [side, ...cells] : cells))
      }
    }
  return lines.join('')
}

function resourceCells({ resource, owner }: InspectedResource, options: RenderOptions): Line {
  const { file, line } = placeOf(resource.range, options)
  return {
    ResourceId: resource.address,
    ResourceType: resource.type,
    x_Root: resource.project,
    x_Team: ownerCell(owner.team),
    x_Project: ownerCell(owner.project),
    x_Model: ownerCell(owner.model),
    x_Phase: ownerCell(owner.phase),
    x_Environment: ownerCell(owner.environment),
    x_CostCenter: ownerCell(owner.costCenter),
    x_Experiment: ownerCell(owner.experiment),
    x_File: file,
    x_Line: line,
  }
}

/** Missing is empty, and not the same as not known. */
function ownerCell(answer: Attributed): Cell {
  return answer.kind === 'known' ? answer.value : answer.kind === 'unknown' ? '(not known)' : undefined
}

function linesOf(estimate: Estimate, currency: CurrencyCode): readonly Line[] {
  switch (estimate.kind) {
    case 'priced':
      return [
        ...estimate.charges.map((charge) => chargeLine(charge, currency)),
        ...estimate.omissions.map(({ kind, because, description }) => ({
          ChargeDescription: description,
          x_Estimate: kind,
          x_Because: because,
        })),
      ]
    case 'free':
      return [{ BillingCurrency: currency, ListCost: 0, ContractedCost: 0, x_Estimate: 'free' }]
    case 'usageBased':
    case 'unpriced':
    case 'unknown':
      return [{ x_Estimate: estimate.kind, x_Because: estimate.because }]
    default:
      return estimate satisfies never
  }
}

function chargeLine(charge: Charge, currency: CurrencyCode): Line {
  const { description, contracted, listUnitPrice, listCost, basis } = charge
  return {
    RegionId: charge.regionId,
    ServiceName: charge.serviceName,
    ChargeDescription: description,
    SkuId: charge.skuId,
    PricingUnit: charge.pricingUnit,
    PricingQuantity: charge.pricingQuantity,
    ListUnitPrice: listUnitPrice,
    ListCost: toDollars(listCost),
    ContractedUnitPrice: contracted?.unitPrice ?? listUnitPrice,
    ContractedCost: toDollars(costOfCharge(charge)),
    BillingCurrency: currency,
    x_PriceBasis: basis.kind,
    x_Estimate: 'priced',
  }
}
