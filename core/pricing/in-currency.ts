import type { StatedCurrency } from '../config/prices.ts'
import { fromUsd } from '../domain/currency.ts'
import { locate } from '../source/source-file.ts'
import type { PriceBook } from './price-book.ts'

/** The same prices in another currency, so that everything that counts with them is in it. */
export function inCurrency(book: PriceBook, stated: StatedCurrency | undefined): PriceBook {
  if (!stated) return book
  const { code, perUsd } = stated
  return {
    ...book,
    currency: { code, perUsd },
    terms: [...(book.terms ?? []), rateText(stated)],
    price(provider, regionId, skuId) {
      const listed = book.price(provider, regionId, skuId)
      return listed && { ...listed, listUnitPrice: fromUsd(listed.listUnitPrice, perUsd) }
    },
  }
}

/** `0.92 EUR for a US dollar, the rate of 2026-11-02 stated at ascribe.yml:4` */
function rateText({ code, perUsd, rateDate, range }: StatedCurrency): string {
  const { path, line } = locate(range)
  const of = rateDate === undefined ? 'an undated rate' : `the rate of ${rateDate}`
  return `${perUsd} ${code} for a US dollar, ${of} stated at ${path}:${line}`
}
