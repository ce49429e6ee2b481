import { newestAllowed, parseModuleSource, parseVersionConstraint } from '../../core/index.ts'

/** What a module call asks for, of a GitHub repository that is mirrored. */
export interface MirroredSource {
  readonly repository: string
  readonly folder: string
  /** As Terraform writes it to modules.json. */
  readonly source: string
  /** A tag or a commit; undefined where a release is to be chosen. */
  readonly revision: string | undefined
}

/** Undefined for what no GitHub repository holds: folders, archives, other registries. */
export function mirroredSource(text: string): MirroredSource | undefined {
  const source = parseModuleSource(text)
  switch (source.kind) {
    case 'registry': {
      const { host, namespace, name, provider, subdirectory: folder } = source
      if (host !== 'registry.terraform.io') return undefined
      return {
        // By the registry's naming rule.
        repository: `${namespace}/terraform-${provider}-${name}`,
        folder,
        source: `${host}/${namespace}/${name}/${provider}${folder === '' ? '' : `//${folder}`}`,
        revision: undefined,
      }
    }
    case 'git': {
      const [, repository] =
        /^[a-z]+:\/\/(?:[^/@]+@)?github\.com\/([^/]+\/[^/]+?)(?:\.git)?$/.exec(source.url) ?? []
      if (repository === undefined) return undefined
      return { repository, folder: source.subdirectory, source: text, revision: source.ref ?? 'HEAD' }
    }
    default:
      return undefined
  }
}

/** The newest release among a repository's tags that a call's `version` allows. */
export function releaseFor(tags: readonly string[], version = '>= 0'): string | undefined {
  const constraint = parseVersionConstraint(version)
  if (!constraint) throw new Error(`"${version}" is not a version condition such as "~> 5.0" or ">= 1.2.3"`)
  return newestAllowed(constraint, tags)
}
