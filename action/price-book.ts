import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openPriceBook, type PriceBook } from '../core/index.ts'

/** The bundle is action/dist/index.cjs; the list prices lie beside it in the repository, one copy for all. */
const BOOK = path.join(__dirname, '../../core/pricing/book')

export function embeddedPriceBook(): PriceBook {
  return openPriceBook((name) => {
    try {
      return readFileSync(path.join(BOOK, name), 'utf8')
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  })
}
