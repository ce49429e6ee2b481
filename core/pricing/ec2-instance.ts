import { hourly, omitted, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

export const EC2 = 'Amazon Elastic Compute Cloud'

export interface Ec2Instances {
  readonly instanceType: string
  readonly tenancy: string
  readonly spot: boolean
  readonly count: number
}

/** The instances' own price. https://aws.amazon.com/ec2/pricing/on-demand/ */
export function ec2Instances(instances: Ec2Instances, context: PricingContext): Part {
  const { instanceType, tenancy, spot, count } = instances
  const market = spot ? 'spot' : tenancy === 'default' ? 'on-demand' : `on-demand, ${tenancy} tenancy`
  const description = `${count === 1 ? 'Instance' : 'Instances'} (${instanceType}, ${market})`
  if (tenancy === 'host')
    return omitted('unpriced', description, 'it runs on a dedicated host, and the host is what is charged')
  const sku = `ec2/linux${tenancy === 'dedicated' ? '-dedicated' : ''}/${instanceType}`
  if (!spot) return hourly({ description, serviceName: EC2, sku, count })
  const onDemand = context.price(sku)
  const ceiling = onDemand
    ? `; on demand it would be $${(onDemand.price.listUnitPrice * count * context.hours).toFixed(2)} a month`
    : ''
  return omitted('unpriced', description, `spot prices move and the price book holds none${ceiling}`)
}
