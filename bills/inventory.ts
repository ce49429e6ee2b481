import type { StoredPrefix } from '../core/index.ts'
import { csvFields } from './csv-fields.ts'
import { linesOf } from './export-lines.ts'
import { BillError } from './open-bill.ts'

/** Where AWS writes no header: the columns that every inventory begins with. */
const USUAL = { bucket: 0, key: 1, size: 2 }
type Place = typeof USUAL

/** No table of a report is as long, and what is not listed is counted as the bucket's own. */
const MAX_PREFIXES = 10_000

/**
 * Adds up an inventory of a bucket by prefix: CSV, also gzipped, with the columns `bucket`, `key` and `size` by their header,
 * or in this order without one, as S3 writes it. A prefix is one of those named, the longest, else the first folder.
 */
export async function readInventory(
  files: readonly string[],
  prefixes: ReadonlyMap<string, string>,
): Promise<readonly StoredPrefix[]> {
  const named = [...prefixes.keys()].sort((a, b) => b.length - a.length)
  const found = new Map<string, { bucket: string; prefix: string; bytes: bigint; objects: number }>()
  for (const file of files)
    for await (const { bucket, key, size } of objectsOf(file)) {
      const address = `s3://${bucket}/`
      const own = named.find((each) => `${address}${key}`.startsWith(each))
      const prefix = own?.startsWith(address) ? own.slice(address.length) : key.slice(0, key.indexOf('/') + 1)
      const name = JSON.stringify([bucket, found.size < MAX_PREFIXES ? prefix : ''])
      const sum = found.get(name) ?? {
        bucket,
        prefix: found.size < MAX_PREFIXES ? prefix : '',
        bytes: 0n,
        objects: 0,
      }
      sum.bytes += size
      sum.objects++
      found.set(name, sum)
    }
  return [...found.values()]
}

async function* objectsOf(
  file: string,
): AsyncGenerator<{ readonly bucket: string; readonly key: string; readonly size: bigint }> {
  let place: Place | undefined
  let line = 0
  for await (const text of linesOf(file)) {
    line++
    if (text === '') continue
    const fields = fieldsOf(text, file, line)
    if (!place) {
      const header = headerIn(fields)
      place = header ?? USUAL
      if (header) continue
    }
    const [bucket, key, size] = [fields[place.bucket], fields[place.key], fields[place.size]]
    if (bucket === undefined || key === undefined || size === undefined || !/^\d{0,18}$/.test(size))
      throw new BillError(`${file}:${line}: expected a bucket, a key and a size in bytes`)
    // A marker of a deletion has no size.
    yield { bucket, key: decoded(key), size: BigInt(size === '' ? '0' : size) }
  }
  if (!place) throw new BillError(`${file}: it is empty. expected a bucket, a key and a size in bytes a line`)
}

function headerIn(fields: readonly string[]): Place | undefined {
  const names = fields.map((field) =>
    field
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  )
  const [bucket, key, size] = [names.indexOf('bucket'), names.indexOf('key'), names.indexOf('size')]
  return bucket < 0 || key < 0 || size < 0 ? undefined : { bucket, key, size }
}

function fieldsOf(text: string, file: string, line: number): readonly string[] {
  try {
    return csvFields(text)
  } catch (error) {
    throw new BillError(`${file}:${line}: ${(error as Error).message}`)
  }
}

/** Inventories encode keys as addresses of the web do. */
function decoded(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '))
  } catch {
    return key
  }
}
