import type { WriteStream } from 'node:tty'
import type { Progress } from '../modules/fetch-modules.ts'

const CLEAR_LINE = '\r\x1b[K'
const MOST_NAME = 60

/** One line that is written over, and gone at the end; nothing where nobody looks. */
export function moduleProgress(stream: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean }): Progress {
  if (!stream.isTTY) return { step: () => undefined, end: () => undefined }
  return {
    step: (done, known, name) => {
      // A source is text of the repository: nothing of it may steer the terminal.
      const shown = name.replace(/[^\x20-\x7e]+/g, '?').slice(0, MOST_NAME)
      stream.write(`${CLEAR_LINE}fetching modules ${done}/${known}: ${shown}`)
    },
    end: () => stream.write(CLEAR_LINE),
  }
}
