import { parseCsv } from './csv.ts'

/** A price that only Infracost's goldens imply, under our own SKU. */
interface DerivedPrice {
  readonly resourceType: string
  readonly component: string
  readonly unit: string
  readonly skuId: string
  readonly pricingUnit: string
}

const WANTED: readonly DerivedPrice[] = [
  {
    resourceType: 'aws_route53_zone',
    component: 'Hosted zone',
    unit: 'months',
    skuId: 'route53/zone',
    pricingUnit: 'Zone-Months',
  },
  {
    resourceType: 'aws_cloudwatch_dashboard',
    component: 'Dashboard',
    unit: 'months',
    skuId: 'cloudwatch/dashboard',
    pricingUnit: 'Dashboard-Months',
  },
  {
    resourceType: 'aws_opensearch_domain',
    component: 'Storage (gp2)',
    unit: 'GB',
    skuId: 'opensearch/storage/gp2',
    pricingUnit: 'GB-Months',
  },
  {
    resourceType: 'aws_opensearch_domain',
    component: 'Storage (io1)',
    unit: 'GB',
    skuId: 'opensearch/storage/io1',
    pricingUnit: 'GB-Months',
  },
  {
    resourceType: 'aws_opensearch_domain',
    component: 'Storage IOPS (io1)',
    unit: 'IOPS',
    skuId: 'opensearch/iops/io1',
    pricingUnit: 'IOPS-Months',
  },
]

/** The wanted prices in us-east-1. Fails where one is missing, zero, or disagrees with itself. */
export function derivedPrices(infracostDerived: string) {
  const rows = parseCsv(infracostDerived).filter(({ region }) => region === 'us-east-1')
  return WANTED.map(({ resourceType, component, unit, skuId, pricingUnit }) => {
    const found = rows.filter(
      (row) => row.resource_type === resourceType && row.component === component && row.unit === unit,
    )
    const [row] = found
    if (!row || found.length > 1 || /CONFLICT|ZERO/.test(row.source!))
      throw new Error(`infracost_derived.csv has no single price for ${resourceType} "${component}"`)
    return { skuId, pricingUnit, listUnitPrice: row.unit_price_usd!, source: row.source! }
  })
}
