import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { BillError } from './open-bill.ts'

/** Characters of one charge. None is as long; a file without line ends, or a quote never closed, would fill the memory. */
export const MAX_LINE = 16 * 1024 * 1024

/** The lines of a file, also a gzipped one, in little memory. What is no UTF-8 becomes the replacement character. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  for await (const lines of lineBatchesOf(file)) yield* lines
}

/** The same, as many at a time as come: to wait for each line would take longer than to read it. */
export async function* lineBatchesOf(file: string): AsyncGenerator<readonly string[]> {
  const raw = createReadStream(file)
  const bytes = isGzip(file) ? raw.pipe(createGunzip()) : raw
  raw.once('error', (error) => bytes.destroy(error))
  const decoder = new TextDecoder()
  // Parts of a line that has not ended: joined once, and not for each chunk.
  let open: string[] = []
  let length = 0
  const ended = (text: string): string => {
    const line = open.length === 0 ? text : open.join('') + text
    open = []
    length = 0
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }
  try {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk as Uint8Array, { stream: true })
      const lines: string[] = []
      let start = 0
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        lines.push(ended(text.slice(start, end)))
        start = end + 1
      }
      if (lines.length > 0) yield lines
      if (start === text.length) continue
      open.push(text.slice(start))
      length += text.length - start
      if (length > MAX_LINE)
        throw new BillError(`${file}: a line of more than ${MAX_LINE} characters. expected a charge a line`)
    }
  } catch (error) {
    throw error instanceof BillError
      ? error
      : new BillError(`${file}: it is cut off or damaged: ${(error as Error).message}`)
  } finally {
    raw.destroy()
  }
  const last = ended(decoder.decode())
  if (last !== '') yield [last]
}

export const isGzip = (file: string): boolean => /\.gz$/i.test(file)
