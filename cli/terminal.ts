import path from 'node:path'

/** Where a command prints to, and how. */
export interface Terminal {
  print(text: string): void
  warn(text: string): void
  readonly colour: boolean
  /** Columns. */
  readonly width: number
}

const DEFAULT_WIDTH = 80

/** The process's own terminal; colours as NO_COLOR, FORCE_COLOR and the output ask for. */
export function processTerminal(plain: boolean): Terminal {
  const { env, stdout, stderr } = process
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0'
  return {
    print: (text) => stdout.write(text),
    warn: (text) => stderr.write(text),
    colour: !plain && !env.NO_COLOR && (forced || (stdout.isTTY && env.TERM !== 'dumb')),
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
