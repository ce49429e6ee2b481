import type { ModulesConfig } from '../config/config.ts'
import { findConfig } from '../settings/find-config.ts'
import type { SourceTree } from '../source/source-tree.ts'
import { ConfigurationLoader, type WantedModule, wantedModules } from '../terraform/index.ts'
import { rootModules } from './root-modules.ts'

/** Looks again and again at a tree that grows, and reads the same files only once. */
export type ModuleSearch = (grown: SourceTree) => readonly WantedModule[]

/** Finds the modules that the root modules at or below a folder need, and that are not in the tree. */
export function moduleSearch(tree: SourceTree, below: string): ModuleSearch {
  const placed = findConfig(tree, below)
  let loader = new ConfigurationLoader(tree)
  const roots = rootModules(loader, below, placed).map(({ root }) => root)
  return (grown) => {
    loader = new ConfigurationLoader(grown, loader)
    return wantedModules(loader, [...new Set(roots)])
  }
}

/** Whether modules may be fetched for a tree, and from where. Without a file that says so, the defaults hold. */
export function modulesConfig(tree: SourceTree, below: string): ModulesConfig {
  return findConfig(tree, below).config.modules
}
