import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { BillError } from './open-bill.ts'

/** Characters of one charge. None is as long; a file without line ends, or a quote never closed, would fill the memory. */
export const MAX_LINE = 16 * 1024 * 1024

/** The lines of a file, also a gzipped one, in little memory. What is no UTF-8 becomes the replacement character. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const raw = createReadStream(file)
  const bytes = isGzip(file) ? raw.pipe(createGunzip()) : raw
  raw.once('error', (error) => bytes.destroy(error))
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for await (const chunk of bytes) {
      const text = rest + decoder.decode(chunk as Uint8Array, { stream: true })
      let start = 0
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        yield withoutReturn(text.slice(start, end))
        start = end + 1
      }
      rest = text.slice(start)
      if (rest.length > MAX_LINE)
        throw new BillError(`${file}: a line of more than ${MAX_LINE} characters. expected a charge a line`)
    }
  } catch (error) {
    throw error instanceof BillError ? error : new BillError(`${file}: ${(error as Error).message}`)
  } finally {
    raw.destroy()
  }
  rest += decoder.decode()
  if (rest !== '') yield withoutReturn(rest)
}

export const isGzip = (file: string): boolean => /\.gz$/i.test(file)

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)
