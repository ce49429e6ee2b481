import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { isGzip } from './export-lines.ts'
import { BillError } from './open-bill.ts'

/** A file is there and is what it is called: what an engine says of one that is not is about its own settings. */
export function mustBeReadable(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found || found.isDirectory())
    throw new BillError(
      `${file}: ${found ? 'it is a folder' : 'there is no such file'}. expected a billing export`,
    )
  if (!found.isFile()) return
  const problem = problemOf(file, firstBytes(file))
  if (problem !== undefined) throw new BillError(`${file}: ${problem}`)
}

function problemOf(file: string, bytes: Buffer): string | undefined {
  const begins = (...signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign)
  const isParquet = bytes.toString('latin1') === 'PAR1'
  if (bytes.length === 0) return 'it is empty. expected a line of column names, then a line for each charge'
  if (isParquet !== /\.parquet$/i.test(file))
    return isParquet
      ? 'it is a Parquet file. expected a name that ends in .parquet'
      : 'it is no Parquet file. expected a name that says what it is: .csv, .csv.gz or .jsonl'
  if (begins(0x1f, 0x8b) !== isGzip(file))
    return isGzip(file)
      ? 'it is not gzipped. expected a name without .gz'
      : 'it is gzipped. expected a name that ends in .gz'
  if (begins(0x50, 0x4b, 3, 4)) return 'it is a ZIP archive. expected the files that are in it'
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) return 'it is UTF-16. expected UTF-8'
  return undefined
}

function firstBytes(file: string): Buffer {
  const bytes = Buffer.alloc(4)
  try {
    const open = openSync(file, 'r')
    try {
      return bytes.subarray(0, readSync(open, bytes))
    } finally {
      closeSync(open)
    }
  } catch (error) {
    throw new BillError(`${file}: it cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

/** DuckDB takes what is cut off between two lines for all there is: a gzipped file is unpacked once to its end. */
export async function mustBeWhole(file: string): Promise<void> {
  if (!isGzip(file)) return
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  try {
    await pipeline(createReadStream(file), createGunzip(), nowhere)
  } catch (error) {
    throw new BillError(`${file}: it is cut off or damaged: ${(error as Error).message}`)
  }
}
