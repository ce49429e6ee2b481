import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pricesInFacts } from './facts-prices.ts'

// node --import tsx scripts/trials/recompute-goldens.ts [FACTS]
// Multiplies every charge of the pricers' goldens again: quantity × the price as it is written, to the millionth of a
// dollar, and adds up each resource. Shares no code with what it checks. Prices come from the small book that the goldens
// were made with, or from a folder of price facts, by the facts' own names.

const PRICING = join(import.meta.dirname, '../../test/pricing')

/** A charge as a golden has it. */
export interface WrittenCharge {
  readonly quantity: number
  readonly unitPrice: number
  readonly cost: number
  readonly sku: string
  readonly region: string
  /** After `from`: another region, or another SKU and by which rule. */
  readonly standIn: string | undefined
}

/** Every price that may be meant: the first list that is not empty decides. */
export type WrittenPrices = (sku: string, region: string) => readonly number[]

const CHARGE =
  /^ {2}(?:.*): ([\d.e+-]+) .+? × \$([\d.e+-]+) = \$([\d.e+-]+) \((\S+) in ([a-z0-9-]+)(?:, from (.*))?\)$/
const TOTAL = /^\S.*: \$([\d.e+-]+) a month$/

/** What is wrong with a golden, a line each, and how many charges it has. */
export function recompute(text: string, prices: WrittenPrices): { charges: number; mistakes: string[] } {
  const mistakes: string[] = []
  let charges = 0
  let total: { readonly line: string; readonly written: number; sum: number } | undefined
  const settle = () => {
    if (total && Math.abs(total.written - total.sum) > 1e-6)
      mistakes.push(`"${total.line}": its charges add up to $${total.sum.toFixed(6)}`)
  }
  for (const line of text.split('\n')) {
    if (/^\S/.test(line)) {
      settle()
      const written = TOTAL.exec(line)?.[1]
      total = written === undefined ? undefined : { line, written: Number(written), sum: 0 }
    }
    const charge = chargeOf(line)
    if (!charge) {
      if (/^ {2}.* × \$.* = \$/.test(line)) mistakes.push(`"${line.trim()}": cannot be read`)
      continue
    }
    charges++
    mistakes.push(...mistakesOf(charge, prices).map((mistake) => `"${line.trim()}": ${mistake}`))
    if (total) total.sum = (Math.round(total.sum * 1e6) + Math.round(charge.cost * 1e6)) / 1e6
  }
  settle()
  return { charges, mistakes }
}

function chargeOf(line: string): WrittenCharge | undefined {
  const match = CHARGE.exec(line)
  if (!match) return undefined
  const [, quantity, unitPrice, cost, sku = '', region = '', standIn] = match
  return {
    quantity: Number(quantity),
    unitPrice: Number(unitPrice),
    cost: Number(cost),
    sku,
    region,
    standIn,
  }
}

function mistakesOf(charge: WrittenCharge, prices: WrittenPrices): string[] {
  const { quantity, unitPrice, cost } = charge
  const mistakes: string[] = []
  const product = Math.round(quantity * unitPrice * 1e6) / 1e6
  if (Math.abs(product - cost) > 1e-9) mistakes.push(`the product is $${product}`)
  const written = pricesFor(charge, prices)
  if (written.length === 0) mistakes.push('no such price is written anywhere')
  else if (!written.some((price) => Math.abs(price - unitPrice) <= 1e-9 * price))
    mistakes.push(`the price is written as ${written.join(' or ')}`)
  return mistakes
}

function pricesFor({ sku, region, standIn }: WrittenCharge, prices: WrittenPrices): readonly number[] {
  if (standIn === undefined) {
    const own = prices(sku, region)
    // Services without regions are kept with one: AWS's with us-east-1, Google's with us-central1.
    return own.length > 0 ? own : [...prices(sku, 'us-east-1'), ...prices(sku, 'us-central1')]
  }
  if (/^[a-z0-9-]+$/.test(standIn)) return prices(sku, standIn)
  const [, other = '', rule = ''] = /^(\S+): (.*)$/.exec(standIn) ?? []
  const elsewhere = / in ([a-z]{2}(?:-[a-z]+)+-\d)$/.exec(rule)?.[1] ?? region
  const [, vcpu, memoryMiB] = /custom-(\d+)-(\d+)$/.exec(sku) ?? []
  if (vcpu !== undefined) {
    // A size of one's own is its vCPUs and memory, and 5 %.
    const [memory = 0] = prices(other.replace('/vcpu', '/memory'), region)
    const perHour = (price: number) => (Number(vcpu) * price + (Number(memoryMiB) / 1024) * memory) * 1.05
    return prices(other, region).map((price) => Number(perHour(price).toFixed(10)))
  }
  const share = rule.startsWith('half of ') ? 0.5 : Number(/^([\d.]+) × /.exec(rule)?.[1] ?? 1)
  return prices(other, elsewhere).map((price) => Number((price * share).toFixed(10)))
}

const PROVIDERS = ['aws', 'azurerm', 'google']

/** The prices of the book's files, as they are written. */
export function pricesInBook(folder: string): WrittenPrices {
  const files = new Map<string, readonly string[]>()
  return (sku, region) => {
    // No two providers have a region of one name.
    const known =
      files.get(region) ?? PROVIDERS.flatMap((provider) => linesIn(join(folder, provider, `${region}.csv`)))
    files.set(region, known)
    return known.filter((line) => line.startsWith(`${sku},`)).map((line) => Number(line.split(',')[2]))
  }
}

function linesIn(path: string): readonly string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
}

/** The goldens of the pricers, by name. */
export function goldens(): ReadonlyMap<string, string> {
  const folder = join(PRICING, 'pricers')
  const names = readdirSync(folder).filter((name) => name.endsWith('.golden'))
  return new Map(names.map((name) => [basename(name, '.golden'), readFileSync(join(folder, name), 'utf8')]))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [facts] = process.argv.slice(2)
  const prices = facts === undefined ? pricesInBook(join(PRICING, 'book')) : pricesInFacts(facts)
  let charges = 0
  let mistakes = 0
  for (const [name, text] of goldens()) {
    const result = recompute(text, prices)
    charges += result.charges
    mistakes += result.mistakes.length
    for (const mistake of result.mistakes) console.error(`${name}: ${mistake}`)
  }
  console.log(`${goldens().size} goldens, ${charges} charges, ${mistakes} that do not agree`)
  if (mistakes > 0) process.exitCode = 1
}
