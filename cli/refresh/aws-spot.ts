import { ConfigurationError } from '../../core/index.ts'
import { digits, type FreshPrice } from './fresh-price.ts'

/**
 * Spot prices from what `aws ec2 describe-spot-price-history --product-descriptions Linux/UNIX` printed: of each instance
 * type and zone the latest, and of a region the mean of its zones. The Price List has no spot prices.
 */
export function awsSpotPrices(text: string, name: string): FreshPrice[] {
  let history: unknown
  try {
    history = (JSON.parse(text) as { SpotPriceHistory?: unknown }).SpotPriceHistory
  } catch (error) {
    throw new ConfigurationError(`${name} is no JSON: ${error instanceof Error ? error.message : error}`)
  }
  if (!Array.isArray(history))
    throw new ConfigurationError(
      `${name} has no "SpotPriceHistory". expected what aws ec2 describe-spot-price-history prints as JSON`,
    )
  const latest = new Map<string, { readonly time: string; readonly price: number }>()
  for (const each of history as readonly Partial<Record<string, unknown>>[]) {
    const { AvailabilityZone: zone, InstanceType: type, ProductDescription: product } = each
    const [price, time] = [Number(each.SpotPrice), String(each.Timestamp)]
    if (!/^Linux\/UNIX/.test(String(product)) || !(price > 0)) continue
    const [, region] = /^([a-z]{2}(?:-gov)?-[a-z]+-\d)[a-z]$/.exec(String(zone)) ?? []
    if (!region || !/^[a-z][\w-]*\.[\w-]+$/.test(String(type))) continue
    const key = `${region} ${type} ${zone}`
    const known = latest.get(key)
    if (!known || known.time < time) latest.set(key, { time, price })
  }
  const byType = new Map<string, number[]>()
  for (const [key, { price }] of latest) {
    const name = key.slice(0, key.lastIndexOf(' '))
    const zones = byType.get(name)
    if (zones) zones.push(price)
    else byType.set(name, [price])
  }
  return [...byType].map(([key, prices]) => {
    const [regionId = '', type] = key.split(' ')
    const mean = prices.reduce((sum, price) => sum + price, 0) / prices.length
    return {
      provider: 'aws',
      regionId,
      skuId: `ec2/linux-spot/${type}`,
      pricingUnit: 'Hours',
      listUnitPrice: digits(Number(mean.toFixed(6))),
    }
  })
}
