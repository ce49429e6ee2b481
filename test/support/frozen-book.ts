import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPriceBook, type PriceBook } from '../../core/pricing/price-book.ts'

export const FROZEN_BOOK = join(import.meta.dirname, '../pricing/book')

/** The few prices that tests are run with. Refreshing the real book leaves them as they are. */
export function frozenBook(): PriceBook {
  return bookAt(FROZEN_BOOK)
}

export function bookAt(folder: string): PriceBook {
  return openPriceBook((name) => {
    const path = join(folder, name)
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined
  })
}
