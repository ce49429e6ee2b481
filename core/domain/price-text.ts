/** A price with all its digits, and never an exponent. */
export function priceText(price: number): string {
  return price.toFixed(12).replace(/\.?0+$/, '')
}
