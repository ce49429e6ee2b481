import { modulesConfig, type SourceTree } from '../core/index.ts'
import { openCache } from './cache.ts'
import { cacheFolder } from './cache-folder.ts'
import { terraformTokens } from './credentials.ts'
import { fetchModules, type Progress } from './fetch-modules.ts'
import { hostRules } from './host-rules.ts'
import { openPackages } from './packages.ts'

export interface FetchOptions {
  /** Whose `ascribe.yml` says what may be fetched from where: of a change, the base side. */
  readonly judge: SourceTree
  readonly below: string
  /** In place of what `ascribe.yml` says. */
  readonly fetch: boolean | undefined
  readonly progress: Progress
}

/**
 * The same trees with the modules in them that they call and lack, as far as they may be fetched and are to be had.
 * Throws a `ConfigurationError` where an `ascribe.yml` is there and unreadable.
 */
export async function withModules(
  trees: readonly SourceTree[],
  { judge, below, fetch, progress }: FetchOptions,
): Promise<readonly SourceTree[]> {
  const config = modulesConfig(judge, below)
  if (!(fetch ?? config.fetch)) return trees
  const packages = openPackages(
    hostRules(config.allowHosts),
    terraformTokens(),
    openCache(cacheFolder('modules')),
  )
  return fetchModules(trees, below, packages, progress)
}
