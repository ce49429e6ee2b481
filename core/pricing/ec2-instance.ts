import { assumption, hourly, omitted, type Part, type Scaling } from './part.ts'
import { signOfPrices } from './price-book.ts'
import type { PricingContext } from './pricer.ts'

const EC2 = 'Amazon Elastic Compute Cloud'

export interface Ec2Instances {
  readonly instanceType: string
  readonly tenancy: string
  readonly spot: boolean
  readonly count: number
  readonly scaling?: Scaling | undefined
}

/** The instances' own price. https://aws.amazon.com/ec2/pricing/on-demand/ */
export function* ec2Instances(instances: Ec2Instances, context: PricingContext): Generator<Part> {
  const { instanceType, tenancy, spot, count, scaling } = instances
  const market = spot ? 'spot' : tenancy === 'default' ? 'on-demand' : `on-demand, ${tenancy} tenancy`
  const description = `${count === 1 ? 'Instance' : 'Instances'} (${instanceType}, ${market})`
  if (tenancy === 'host') {
    yield omitted('unpriced', description, 'it runs on a dedicated host, and the host is what is charged')
    return
  }
  const sku = `ec2/linux${tenancy === 'dedicated' ? '-dedicated' : ''}/${instanceType}`
  const spotSku = `ec2/linux-spot/${instanceType}`
  const spotPrice = spot ? context.price(spotSku) : undefined
  if (spot && !spotPrice && count > 0) {
    const onDemand = context.price(sku)
    const ceiling = onDemand
      ? `; on demand it would be ${signOfPrices(context.book)}${(onDemand.price.listUnitPrice * count * context.hours).toFixed(2)} a month`
      : ''
    yield omitted('unpriced', description, `spot prices move and the price book holds none${ceiling}`)
    return
  }
  if (spotPrice) yield assumption(`spot prices stay as they were on ${spotPrice.price.sourceDate}`)
  yield hourly({ description, serviceName: EC2, sku: spotPrice ? spotSku : sku, count, scaling })
  // Machine images are hardly ever known; the book holds no other system's prices.
  yield assumption('EC2 instances run Linux')
}
