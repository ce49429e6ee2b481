import { randomBytes } from 'node:crypto'
import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { ConfigurationError } from '../core/index.ts'

/**
 * Gives a file another text in one step: whoever reads it sees the old or the new, whatever happens on the way. It keeps
 * its mode; where it is a link, the file behind it is replaced.
 */
export function replaceFile(name: string, text: string): void {
  let beside: string | undefined
  try {
    const file = realpathSync(name)
    const { mode } = statSync(file)
    beside = `${file}.${randomBytes(6).toString('hex')}.tmp`
    writeFileSync(beside, text, { flag: 'wx', mode })
    // The mode above is without what the umask takes away.
    chmodSync(beside, mode)
    renameSync(beside, file)
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { force: true })
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new ConfigurationError(`"${name}" cannot be written: ${error.message}`)
  }
}
