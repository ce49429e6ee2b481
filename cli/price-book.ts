import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError, openPriceBook, type PriceBook } from '../core/index.ts'

/** The embedded list prices, which lie beside the bundle. */
export function embeddedPriceBook(): PriceBook {
  return openPriceBook(embeddedBookFile)
}

/** A book of one's own, as `ascribe prices refresh` writes it. */
export function priceBookIn(folder: string): PriceBook {
  const read = bookFilesIn(folder)
  if (read('book.csv') === undefined)
    throw new ConfigurationError(`${folder} holds no price book: expected ${path.join(folder, 'book.csv')}`)
  return openPriceBook(read)
}

export function bookFilesIn(folder: string): (name: string) => string | undefined {
  return (name) => textOf(path.join(folder, name))
}

/** The text of one of its files, e.g. `aws/us-east-1.csv`. */
export function embeddedBookFile(name: string): string | undefined {
  return textOf(new URL(`book/${name}`, import.meta.url))
}

function textOf(file: string | URL): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
