import path from 'node:path'
import { askLine } from './ask.ts'

/**
 * How this process calls git from here on. Settings travel in the environment, so that they are on no command line and
 * in no file: nothing asks for a password, no hook and no file system monitor is started, and a container's
 * other user may read the checkout.
 */
export function prepareGit(workspace: string): void {
  process.env.GIT_TERMINAL_PROMPT = '0'
  process.env.GIT_CEILING_DIRECTORIES = path.dirname(path.resolve(workspace))
  configure([
    ['safe.directory', '*'],
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    ['protocol.ext.allow', 'never'],
  ])
}

/**
 * Lets git fetch with our token where the checkout kept none (`persist-credentials: false`). A second header beside
 * one that is there would be refused, so then nothing is added.
 */
export function lendToken(folder: string, serverUrl: string, token: string): void {
  if (token === '' || askLine(folder, 'config', '--get-urlmatch', 'http.extraheader', serverUrl)) return
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  configure([[`http.${serverUrl}/.extraheader`, `AUTHORIZATION: basic ${basic}`]])
}

function configure(settings: readonly (readonly [string, string])[]): void {
  let count = Number(process.env.GIT_CONFIG_COUNT ?? 0)
  for (const [key, value] of settings) {
    process.env[`GIT_CONFIG_KEY_${count}`] = key
    process.env[`GIT_CONFIG_VALUE_${count}`] = value
    count++
  }
  process.env.GIT_CONFIG_COUNT = String(count)
}
