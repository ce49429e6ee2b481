import { joinPath, resolvePath, type SourceTree } from '../../source/source-tree.ts'
import { canonicalSource } from '../modules/canonical-source.ts'
import { parseVersion } from '../modules/version.ts'
import { allows, parseVersionConstraint } from '../modules/version-constraint.ts'

export interface InstalledModule {
  /** In the tree. */
  readonly directory: string
  /** As the call that it was installed for wrote it, in Terraform's full form. */
  readonly source: string
  /** Of a registry module. */
  readonly version: string | undefined
}

/** What `terraform init` or `terraform get` installed for a root module, by the dotted names of the calls. */
export function readModuleManifest(tree: SourceTree, root: string): ReadonlyMap<string, InstalledModule> {
  const installed = new Map<string, InstalledModule>()
  const text = tree.read(joinPath(root, '.terraform/modules/modules.json'))
  if (text === undefined) return installed
  for (const { Key, Dir, Source, Version } of entriesOf(text)) {
    const directory = resolvePath(root, Dir)
    if (directory !== undefined) installed.set(Key, { directory, source: Source, version: Version })
  }
  return installed
}

/** Why an installed module is not what a call asks for; its version may be older than the newest that is allowed. */
export function mismatch(
  { source, version }: InstalledModule,
  wanted: { readonly source: string; readonly version: string | undefined },
): string | undefined {
  if (canonicalSource(source) !== canonicalSource(wanted.source))
    return `"${source}" is installed in its place. run "terraform get" again`
  const constraint = wanted.version === undefined ? undefined : parseVersionConstraint(wanted.version)
  const there = version === undefined ? undefined : parseVersion(version)
  if (constraint && there && !allows(constraint, there))
    return `version ${version} is installed. run "terraform get" again`
  return undefined
}

interface ManifestEntry {
  readonly Key: string
  readonly Dir: string
  readonly Source: string
  readonly Version: string | undefined
}

/** The manifest is Terraform's own file; where it is not in its shape, no module is installed. */
function entriesOf(text: string): readonly ManifestEntry[] {
  let manifest: unknown
  try {
    manifest = JSON.parse(text)
  } catch {
    return []
  }
  if (typeof manifest !== 'object' || manifest === null || !('Modules' in manifest)) return []
  if (!Array.isArray(manifest.Modules)) return []
  return manifest.Modules.filter(isEntry)
}

function isEntry(entry: Partial<ManifestEntry> | null): entry is ManifestEntry {
  return typeof entry?.Key === 'string' && typeof entry.Dir === 'string' && typeof entry.Source === 'string'
}
