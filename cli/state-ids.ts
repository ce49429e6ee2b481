import { readFileSync, statSync } from 'node:fs'
import { ConfigurationError, type StateIds, stateIds } from '../core/index.ts'

/** A state of tens of thousands of resources. */
const MAX_STATE_BYTES = 256 * 1024 * 1024

/** The ids in the states or plans of these files, of all of them together. */
export function stateIdsIn(files: readonly string[]): StateIds {
  const ids = new Map<string, readonly string[]>()
  for (const file of files) {
    const stats = statSync(file, { throwIfNoEntry: false })
    if (!stats?.isFile() || stats.size > MAX_STATE_BYTES)
      throw new ConfigurationError(
        `${file} is no file of at most ${MAX_STATE_BYTES >> 20} MiB. make it with "terraform show -json > ${file}"`,
      )
    const found = stateIds(jsonIn(file))
    if (!found)
      throw new ConfigurationError(`${file} is no state or plan. expected what "terraform show -json" prints`)
    for (const [address, own] of found) ids.set(address, [...(ids.get(address) ?? []), ...own])
  }
  return ids
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new ConfigurationError(`${file}: ${(error as Error).message}. expected JSON`)
  }
}
