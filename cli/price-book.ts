import { readFileSync } from 'node:fs'
import { openPriceBook, type PriceBook } from '../core/index.ts'

/** The embedded list prices, which lie beside the bundle. */
export function embeddedPriceBook(): PriceBook {
  return openPriceBook(embeddedBookFile)
}

/** The text of one of its files, e.g. `aws/us-east-1.csv`. */
export function embeddedBookFile(name: string): string | undefined {
  try {
    return readFileSync(new URL(`book/${name}`, import.meta.url), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
