import { homedir } from 'node:os'
import path from 'node:path'

/** A folder of Ascribe's own in the user's cache directory, or in the runner's in CI. */
export function cacheFolder(name: 'modules' | 'compiled', env: NodeJS.ProcessEnv = process.env): string {
  const base = env.RUNNER_TOOL_CACHE || env.XDG_CACHE_HOME || usualFolder(env)
  return path.join(base, 'ascribe', name)
}

function usualFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32' && env.LOCALAPPDATA) return env.LOCALAPPDATA
  return process.platform === 'darwin'
    ? path.join(homedir(), 'Library/Caches')
    : path.join(homedir(), '.cache')
}
