import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { PriceBook } from '../../core/index.ts'
import { replaceFile } from '../replace-file.ts'
import {
  type HeldBack,
  type Merged,
  merge,
  parseBookFile,
  printBookFile,
  type SourcedPrice,
  WRITTEN_BY,
} from './merge.ts'

export interface BookTarget {
  /** The book before, and its files. */
  readonly book: PriceBook
  readonly read: (name: string) => string | undefined
  /** The folder that is written to. */
  readonly out: string
  readonly acceptMoves: boolean
  readonly today: string
}

export type WrittenBook = Merged

/** Writes the whole book, with fresh prices where there are any. Its date becomes today's where `isOfToday`. */
export function writeBook(
  { book, read, out, acceptMoves, today }: BookTarget,
  isOfToday: boolean,
  prices: readonly SourcedPrice[],
): WrittenBook {
  const fresh = new Map<string, SourcedPrice[]>()
  for (const provider of book.providers)
    for (const regionId of book.regions(provider)) fresh.set(`${provider},${regionId}`, [])
  for (const each of prices) {
    const region = `${each.price.provider},${each.price.regionId}`
    const there = fresh.get(region)
    if (there) there.push(each)
    else fresh.set(region, [each])
  }
  const total = { changed: 0, unchanged: 0, added: 0 }
  const heldBack: HeldBack[] = []
  const rows = [...fresh].map(([region, found]) => {
    const [provider = '', regionId = ''] = region.split(',')
    const name = `${provider}/${regionId}.csv`
    const file = parseBookFile(read(name))
    const merged = merge(file, found, acceptMoves)
    total.changed += merged.changed
    total.unchanged += merged.unchanged
    total.added += merged.added
    heldBack.push(...merged.heldBack)
    put(out, name, printBookFile(file, provider, regionId))
    return `${region},${file.lines.size}`
  })
  for (const provider of book.providers) {
    const name = `${provider}/instance-types.csv`
    const specifications = read(name)
    if (specifications !== undefined) put(out, name, specifications)
  }
  const date = isOfToday ? today : book.date
  const heading = [WRITTEN_BY, `# version ${book.version}`, `# date ${date}`, 'Provider,RegionId,Prices']
  put(out, 'book.csv', [...heading, ...rows.sort(), ''].join('\n'))
  return { ...total, heldBack }
}

/** Whole or not at all, whenever the run is broken off. */
function put(out: string, name: string, text: string): void {
  const file = path.join(out, name)
  mkdirSync(path.dirname(file), { recursive: true })
  replaceFile(file, text)
}
