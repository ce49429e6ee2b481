import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  linkSync,
  lstatSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { ConfigurationError } from '../core/index.ts'

/**
 * Gives a file another text in one step, or makes it: whoever reads it sees the old or the new, whatever happens on the
 * way. It keeps its mode; where it is a link, the file behind it is replaced. What is no plain file (a pipe, `/dev/stdout`)
 * cannot be replaced and is written to. Throws a `ConfigurationError` where it cannot be written.
 */
export function replaceFile(name: string, text: string): void {
  explained(name, () => {
    const there = lstatSync(name, { throwIfNoEntry: false })
    if (!there) return beside(name, text, undefined, renameSync)
    const behind = there.isSymbolicLink() ? statSync(name, { throwIfNoEntry: false }) : there
    if (!behind?.isFile()) return writeFileSync(name, text)
    beside(realpathSync(name), text, behind, renameSync)
  })
}

/**
 * Makes a file that is not there yet, in one step. Throws a `ConfigurationError` where something is there, or where it
 * cannot be written.
 */
export function createFile(name: string, text: string): void {
  explained(name, () => beside(name, text, undefined, moveToNowhere))
}

/** Unlike a rename, a link takes no other file's place. */
function moveToNowhere(from: string, to: string): void {
  try {
    linkSync(from, to)
    rmSync(from)
  } catch (error) {
    if (!hasCode(error, ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'])) throw error
    // A file system without links.
    if (lstatSync(to, { throwIfNoEntry: false })) throw new ConfigurationError(`"${to}" is already there`)
    renameSync(from, to)
  }
}

/** Writes a file beside another, until it is whole on the disk, and then moves it there. */
function beside(
  file: string,
  text: string,
  like: Stats | undefined,
  move: (from: string, to: string) => void,
): void {
  const own = `${file}.${randomBytes(6).toString('hex')}.tmp`
  try {
    writeFileSync(own, text, { flag: 'wx', flush: true, ...(like && { mode: like.mode }) })
    // The mode above is without what the umask takes away.
    if (like) chmodSync(own, like.mode)
    move(own, file)
  } catch (error) {
    rmSync(own, { force: true })
    throw error
  }
}

function explained(name: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new ConfigurationError(`"${name}" cannot be written: ${error.message}`)
  }
}

const hasCode = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))
