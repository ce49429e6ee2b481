import type { FreshPrice } from './fresh-price.ts'

/** A price file of the book, by its lines. */
export interface BookFile {
  /** `# source ID DATE PUBLISHER`, by id. */
  readonly sources: Map<string, string>
  /** By SKU id. */
  readonly lines: Map<string, BookLine>
}

interface BookLine {
  readonly pricingUnit: string
  readonly listUnitPrice: string
  readonly source: string
}

export interface Source {
  readonly id: string
  readonly date: string
  readonly publisher: string
}

export interface Merged {
  readonly changed: number
  readonly unchanged: number
  readonly added: number
  /** A price that moved by more than the limit, or changed its unit: the book keeps the old one. */
  readonly heldBack: readonly HeldBack[]
}

export interface HeldBack {
  readonly price: FreshPrice
  readonly before: BookLine
}

const LARGEST_MOVE = 0.3

/** A price, and who published it when. */
export interface SourcedPrice {
  readonly price: FreshPrice
  readonly source: Source
}

/** Puts fresh prices in place of those that a file has; what is not among them stays as it is. */
export function merge(file: BookFile, fresh: readonly SourcedPrice[], acceptMoves: boolean): Merged {
  let [changed, unchanged, added] = [0, 0, 0]
  const heldBack: HeldBack[] = []
  for (const { price, source } of fresh) {
    const { skuId, pricingUnit, listUnitPrice } = price
    const before = file.lines.get(skuId)
    if (before && !acceptMoves && isSuspect(before, price)) {
      heldBack.push({ price, before })
      continue
    }
    if (!before) added++
    else if (Number(before.listUnitPrice) === Number(listUnitPrice)) unchanged++
    else changed++
    file.lines.set(skuId, { pricingUnit, listUnitPrice, source: source.id })
    file.sources.set(source.id, `# source ${source.id} ${source.date} ${source.publisher}`)
  }
  return { changed, unchanged, added, heldBack }
}

function isSuspect(before: BookLine, { pricingUnit, listUnitPrice }: FreshPrice): boolean {
  if (before.pricingUnit !== pricingUnit) return true
  return Math.abs(Number(listUnitPrice) / Number(before.listUnitPrice) - 1) > LARGEST_MOVE
}

const HEADING = 'SkuId,PricingUnit,ListUnitPrice,Source'

export function parseBookFile(text: string | undefined): BookFile {
  const sources = new Map<string, string>()
  const lines = new Map<string, BookLine>()
  for (const line of (text ?? '').split('\n')) {
    if (line.startsWith('# source ')) sources.set(line.split(' ')[2]!, line)
    if (line === '' || line.startsWith('#') || line === HEADING) continue
    const [skuId = '', pricingUnit = '', listUnitPrice = '', source = ''] = line.split(',')
    lines.set(skuId, { pricingUnit, listUnitPrice, source })
  }
  return { sources, lines }
}

export const WRITTEN_BY = '# Written by ascribe prices refresh; do not edit.'

export function printBookFile({ sources, lines }: BookFile, provider: string, regionId: string): string {
  const used = new Set([...lines.values()].map(({ source }) => source))
  return [
    WRITTEN_BY,
    `# ${TITLES[provider] ?? provider} list prices in ${regionId}, USD, without tax and commitment discounts.`,
    ...[...sources.entries()]
      .filter(([id]) => used.has(id))
      .map(([, line]) => line)
      .sort(),
    HEADING,
    ...[...lines.keys()].sort().map((skuId) => {
      const { pricingUnit, listUnitPrice, source } = lines.get(skuId)!
      return [skuId, pricingUnit, listUnitPrice, source].join(',')
    }),
    '',
  ].join('\n')
}

const TITLES: Readonly<Record<string, string>> = { aws: 'AWS', google: 'Google Cloud', azurerm: 'Azure' }
