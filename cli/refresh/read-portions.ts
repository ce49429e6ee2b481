import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { replaceFile } from '../replace-file.ts'
import type { FreshPrice, Portion } from './fresh-price.ts'

const ATTEMPTS = 3
/** What the book's lines can hold: a list that has commas or line ends in a name would make other lines. */
const SKU = /^[\w./:-]+$/

export interface ReadPortions {
  readonly prices: readonly FreshPrice[]
  /** One line for each portion that could not be read. */
  readonly failures: readonly string[]
}

/**
 * Reads the portions one after the other. What is read is kept in a folder, a file each, so that a run that was broken
 * off goes on where it stopped. A portion that cannot be read is left out as a whole, and the others go on.
 */
export async function readPortions(
  portions: readonly Portion[],
  folder: string,
  say: (line: string) => void,
  firstPauseMs: number,
): Promise<ReadPortions> {
  mkdirSync(folder, { recursive: true })
  const prices: FreshPrice[] = []
  const failures: string[] = []
  for (const [index, portion] of portions.entries()) {
    const of = `${index + 1} of ${portions.length}`
    const kept = path.join(folder, `${portion.id}.csv`)
    if (existsSync(kept)) {
      const found = parse(readFileSync(kept, 'utf8'))
      prices.push(...found)
      say(`${portion.title}: ${found.length} prices, kept from the run before (${of})`)
      continue
    }
    try {
      const found = await readPortion(portion, firstPauseMs)
      if (found.length === 0 && portion.isNeverEmpty)
        throw new Error('it has no price that the book knows a SKU for')
      replaceFile(kept, print(found))
      prices.push(...found)
      say(`${portion.title}: ${found.length} prices (${of})`)
    } catch (error) {
      failures.push(`${portion.title}: ${error instanceof Error ? error.message : String(error)}`)
      say(`${portion.title}: not read (${of})`)
    }
  }
  return { prices, failures }
}

async function readPortion(portion: Portion, firstPauseMs: number): Promise<FreshPrice[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      // Several lines may be about one SKU; where they disagree, the first is as good as any, and the cheapest is chosen.
      const bySku = new Map<string, FreshPrice>()
      for await (const price of portion.read()) {
        if (!SKU.test(price.skuId)) throw new Error(`${JSON.stringify(price.skuId)} is no SKU`)
        const key = `${price.regionId} ${price.skuId}`
        const known = bySku.get(key)
        if (!known || Number(price.listUnitPrice) < Number(known.listUnitPrice)) bySku.set(key, price)
      }
      return [...bySku.values()]
    } catch (error) {
      if (attempt === ATTEMPTS) throw error
      await pause(firstPauseMs * attempt)
    }
  }
}

const print = (prices: readonly FreshPrice[]) =>
  prices
    .map((each) => [each.provider, each.regionId, each.skuId, each.pricingUnit, each.listUnitPrice].join(','))
    .join('\n')

function parse(text: string): FreshPrice[] {
  if (text === '') return []
  return text.split('\n').map((line) => {
    const [provider = '', regionId = '', skuId = '', pricingUnit = '', listUnitPrice = ''] = line.split(',')
    return { provider, regionId, skuId, pricingUnit, listUnitPrice }
  })
}
