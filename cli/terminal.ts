import path from 'node:path'
import type { Arguments } from './command.ts'

/** Where a command prints to, and how. */
export interface Terminal {
  print(text: string): void
  /** What a reader should know besides; nothing with --quiet. */
  warn(text: string): void
  /** What is done; only with --verbose. */
  note(text: string): void
  readonly colour: boolean
  /** Columns. */
  readonly width: number
}

const DEFAULT_WIDTH = 80

/** The process's own terminal; colours as NO_COLOR, FORCE_COLOR and the output ask for. */
export function processTerminal(args: Arguments): Terminal {
  const { env, stdout, stderr } = process
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0'
  return {
    print: (text) => stdout.write(text),
    warn: (text) => (args.flag('quiet') ? undefined : stderr.write(text)),
    note: (text) => (args.flag('verbose') ? stderr.write(text) : undefined),
    colour: !args.flag('no-color') && !env.NO_COLOR && (forced || (stdout.isTTY && env.TERM !== 'dumb')),
    width: Math.max(DEFAULT_WIDTH, stdout.columns ?? DEFAULT_WIDTH),
  }
}

/**
 * A tree's path as a person in the current folder would type it, or as a program finds it from `folder`. Code scanning
 * looks for files from the root.
 */
export function shownPath(format: string, root: string, folder: string): (treePath: string) => string {
  const from = format === 'terminal' ? process.cwd() : format === 'sarif' ? root : folder
  return (treePath) => {
    const relative = path.relative(from, path.join(root, treePath))
    return relative === '' ? '.' : relative.split(path.sep).join('/')
  }
}
