import { joinPath, resolvePath, type SourceTree } from '../../source/source-tree.ts'

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

/** Why an installed module is not what a call asks for, as far as that can be told without the registry. */
export function mismatch(
  { source, version }: InstalledModule,
  wanted: { readonly source: string; readonly version: string | undefined },
): string | undefined {
  if (shortSource(source) !== shortSource(wanted.source))
    return `"${source}" is installed in its place. run "terraform get" again`
  const exact = wanted.version?.match(/^\s*=?\s*v?(\d[\w.+-]*)\s*$/)?.[1]
  if (exact !== undefined && version !== undefined && exact !== version)
    return `version ${version} is installed. run "terraform get" again`
  return undefined
}

/** The public registry's host may be left out. */
function shortSource(source: string): string {
  return source.replace(/^registry\.terraform\.io\//, '')
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
