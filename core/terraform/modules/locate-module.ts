import { joinPath, packageOf, resolvePath, type SourceTree } from '../../source/source-tree.ts'
import { isLocalSource } from '../configuration/discover-roots.ts'
import { type InstalledModule, mismatch } from '../configuration/module-manifest.ts'
import { parseModuleSource } from './module-source.ts'
import { parseVersionConstraint } from './version-constraint.ts'

/** Where the modules of a root module may be. */
export interface ModulePlaces {
  readonly tree: SourceTree
  readonly root: string
  /** By the dotted names of the calls. */
  readonly installed: ReadonlyMap<string, InstalledModule>
}

/** A `module` block, as far as it says which module it calls. */
export interface WrittenCall {
  /** Of the calling module. */
  readonly directory: string
  /** The names of the calls down to this one, joined by dots. */
  readonly key: string
  readonly source: string
  readonly version: string | undefined
}

export type ModuleLocation =
  | { readonly kind: 'found'; readonly directory: string }
  /** `wanted`: it is somewhere else, and nobody has tried to fetch it yet. */
  | { readonly kind: 'absent'; readonly because: string; readonly isWanted: boolean }

/** The directory that a call's module is read from: in the tree itself, installed there, or fetched into it. */
export function locateModule({ tree, root, installed }: ModulePlaces, call: WrittenCall): ModuleLocation {
  const { directory, key, source, version } = call
  if (isLocalSource(source)) return localModule(directory, source)
  const known = installed.get(key)
  const wrong = known && mismatch(known, { source, version })
  if (known && wrong === undefined) return { kind: 'found', directory: known.directory }
  const mistake = mistakeIn(source, version)
  if (mistake !== undefined) return absent(mistake)
  const fetched = tree.fetched?.(source, version)
  if (fetched?.kind === 'fetched') return { kind: 'found', directory: fetched.directory }
  if (fetched) return absent(fetched.because)
  const folder = joinPath(root, '.terraform/modules')
  const because =
    wrong ?? `"${source}" is not installed in ${folder}. run "terraform get" (or "init") there first`
  return { kind: 'absent', because, isWanted: true }
}

function localModule(caller: string, source: string): ModuleLocation {
  const directory = resolvePath(caller, source)
  if (directory === undefined) return absent(`"${source}" leaves the repository`)
  const own = packageOf(caller)
  if (own !== undefined && packageOf(directory) !== own)
    return absent(`"${source}" leaves the module's package`)
  return { kind: 'found', directory }
}

/** What Terraform refuses before it looks anywhere. */
function mistakeIn(source: string, version: string | undefined): string | undefined {
  const parsed = parseModuleSource(source)
  if (parsed.kind === 'unsupported') return parsed.because
  if (version === undefined) return undefined
  if (parsed.kind !== 'registry') return `only modules of a registry have a version, and "${source}" is none`
  return parseVersionConstraint(version)
    ? undefined
    : `"${version}" is no version constraint. expected e.g. "~> 5.1"`
}

const absent = (because: string): ModuleLocation => ({ kind: 'absent', because, isWanted: false })
