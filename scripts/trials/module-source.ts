/** Where a module call's `source` leads. */
export type ModuleSource =
  | { readonly kind: 'local'; readonly path: string }
  | {
      readonly kind: 'registry'
      /** As Terraform writes it to modules.json. */
      readonly source: string
      /** The GitHub repository that publishes it, by the registry's naming rule. */
      readonly repository: string
      readonly folder: string
    }
  | {
      readonly kind: 'git'
      readonly source: string
      readonly repository: string
      readonly folder: string
      readonly revision: string
    }
  | { readonly kind: 'other'; readonly source: string }

const REGISTRY = 'registry.terraform.io'

export function parseModuleSource(source: string): ModuleSource {
  if (/^\.\.?(\/|$)/.test(source)) return { kind: 'local', path: source }
  const git =
    /^(?:git::https:\/\/)?github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?(?:\/\/([^?]*))?(?:\?ref=([\w./-]+))?$/.exec(
      source,
    )
  if (git)
    return { kind: 'git', source, repository: git[1]!, folder: git[2] ?? '', revision: git[3] ?? 'HEAD' }
  const registry = /^(?:registry\.terraform\.io\/)?([\w-]+)\/([\w-]+)\/([\w-]+)(?:\/\/(.*))?$/.exec(source)
  if (!registry) return { kind: 'other', source }
  const [, owner, name, provider, folder = ''] = registry
  return {
    kind: 'registry',
    source: `${REGISTRY}/${owner}/${name}/${provider}` + (folder ? `//${folder}` : ''),
    repository: `${owner}/terraform-${provider}-${name}`,
    folder,
  }
}
