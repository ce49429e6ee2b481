import type { WriteStream } from 'node:tty'
import type { Progress } from '../modules/fetch-modules.ts'
import type { Arguments } from './command.ts'

const CLEAR_LINE = '\r\x1b[K'
const MOST_NAME = 60

export type ProgressStream = Pick<WriteStream, 'write'> & { readonly isTTY?: boolean }

/** One line that is written over, and gone at the end; nothing where nobody looks, or with `--quiet`. */
export function progressLine(
  stream: ProgressStream,
  args: Arguments,
): { readonly show: (text: string) => void; readonly end: () => void } {
  const written = (text: string) => stream.write(text)
  if (args.flag('verbose')) return { show: (text) => written(`${plain(text)}\n`), end: () => undefined }
  if (!stream.isTTY || args.flag('quiet')) return { show: () => undefined, end: () => undefined }
  return { show: (text) => written(CLEAR_LINE + plain(text)), end: () => written(CLEAR_LINE) }
}

export function moduleProgress(stream: ProgressStream, args: Arguments): Progress {
  const { show, end } = progressLine(stream, args)
  return {
    step: (done, known, name) => show(`fetching modules ${done}/${known}: ${name.slice(0, MOST_NAME)}`),
    end,
  }
}

/** A source is text of the repository: nothing of it may steer the terminal. */
const plain = (text: string) => text.replace(/[^\x20-\x7e]+/g, '?')
