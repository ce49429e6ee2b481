import type { Block } from '../../hcl/syntax.ts'
import type { ConfigurationLoader } from '../configuration/configuration-loader.ts'
import { attributeNamed, type Located, literalText } from '../configuration/declarations.ts'
import { readModuleManifest } from '../configuration/module-manifest.ts'
import { locateModule, type ModulePlaces } from './locate-module.ts'

/** A module that a configuration calls and that is not there: what a call writes as its `source` and `version`. */
export interface WantedModule {
  readonly source: string
  readonly version: string | undefined
}

/** Calls of one root module that are looked at. */
const MAX_CALLS = 5_000

/** Each module that is wanted once, through all that is there of the modules of these roots. Nothing is evaluated. */
export function wantedModules(
  loader: ConfigurationLoader,
  roots: readonly string[],
): readonly WantedModule[] {
  const wanted = new Map<string, WantedModule>()
  for (const root of roots)
    for (const module of wantedOf(loader, root))
      wanted.set(JSON.stringify([module.source, module.version ?? null]), module)
  return [...wanted.values()]
}

function* wantedOf(loader: ConfigurationLoader, root: string): Generator<WantedModule> {
  const places: ModulePlaces = { tree: loader.tree, root, installed: readModuleManifest(loader.tree, root) }
  const queue = [{ directory: root, key: '' }]
  const visited = new Set<string>()
  let calls = 0
  for (const { directory, key } of queue) {
    // Without installed modules it is all the same by which calls a directory is reached.
    const place = places.installed.size === 0 ? directory : JSON.stringify([directory, key])
    if (visited.has(place)) continue
    visited.add(place)
    for (const [name, block] of loader.module(directory)?.calls ?? []) {
      if (++calls > MAX_CALLS) return
      const source = argumentText(block, 'source')
      if (source === undefined) continue
      const call = {
        directory,
        key: key === '' ? name : `${key}.${name}`,
        source,
        version: argumentText(block, 'version'),
      }
      const located = locateModule(places, call)
      if (located.kind === 'found') queue.push({ directory: located.directory, key: call.key })
      else if (located.isWanted) yield { source, version: call.version }
    }
  }
}

/** An argument of a module block that Terraform wants as a plain text. */
export function argumentText({ node }: Located<Block>, name: string): string | undefined {
  const attribute = attributeNamed(node.body, name)
  return attribute && literalText(attribute.value)
}
