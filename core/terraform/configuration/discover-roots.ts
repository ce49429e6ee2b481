import { joinPath, resolvePath } from '../../source/source-tree.ts'
import { isConfigurationFile } from './configuration-files.ts'
import type { ConfigurationLoader } from './configuration-loader.ts'
import { attributeNamed, literalText } from './declarations.ts'
import type { ModuleConfiguration } from './module-configuration.ts'

/** Directories that hold other people's code or none of interest. */
const SKIPPED = new Set(['node_modules', 'vendor'])

/**
 * The root modules at or below a directory: those that have a backend, and those that no other directory of the tree
 * calls as its module. One that is called and configures a provider counts where Terraform was initialised in it or
 * values are given to it: shared modules of old configure providers too.
 */
export function discoverRoots(loader: ConfigurationLoader, below = ''): readonly string[] {
  const directories = [...moduleDirectories(loader, below)]
  const called = new Set<string>()
  for (const directory of directories)
    for (const target of localCallsOf(loader.module(directory)!)) called.add(target)
  return directories.filter((directory) => {
    const { hasBackend, providers } = loader.module(directory)!
    return !called.has(directory) || hasBackend || (providers.length > 0 && isRunByItself(loader, directory))
  })
}

/** By what `terraform init` leaves behind, or by a file of values. */
function isRunByItself({ tree }: ConfigurationLoader, directory: string): boolean {
  return tree.list(directory).some(({ name }) => RUN_HERE.test(name))
}

const RUN_HERE = /^\.terraform\.lock\.hcl$|\.tfvars(\.json)?$/

function* moduleDirectories(loader: ConfigurationLoader, directory: string): Generator<string> {
  const entries = loader.tree.list(directory)
  if (entries.some(({ name, kind }) => kind === 'file' && isConfigurationFile(name)))
    if (loader.module(directory)) yield directory
  for (const { name, kind } of entries)
    if (kind === 'directory' && !name.startsWith('.') && !SKIPPED.has(name))
      yield* moduleDirectories(loader, joinPath(directory, name))
}

/** Looked up once for each configuration: an editor asks after every keystroke, and most of them are the same. */
const known = new WeakMap<ModuleConfiguration, readonly string[]>()

function localCallsOf(configuration: ModuleConfiguration): readonly string[] {
  const calls = known.get(configuration) ?? [...localCalls(configuration)]
  known.set(configuration, calls)
  return calls
}

function* localCalls({ directory, calls }: ModuleConfiguration): Generator<string> {
  for (const { node } of calls.values()) {
    const source = attributeNamed(node.body, 'source')
    const text = source && literalText(source.value)
    if (!text || !isLocalSource(text)) continue
    const target = resolvePath(directory, text)
    if (target !== undefined && target !== directory) yield target
  }
}

export function isLocalSource(source: string): boolean {
  return source.startsWith('./') || source.startsWith('../') || source === '.' || source === '..'
}
