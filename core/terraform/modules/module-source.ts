import { isLocalSource } from '../configuration/discover-roots.ts'
import { addressOfShorthand, splitSubdirectory } from './source-shorthand.ts'

/**
 * Where a module call's `source` leads, as Terraform reads it
 * (https://developer.hashicorp.com/terraform/language/modules/sources).
 */
export type ModuleSource =
  | { readonly kind: 'local'; readonly path: string }
  | RegistrySource
  | GitSource
  | HttpSource
  | { readonly kind: 'unsupported'; readonly because: string }

interface Placed {
  /** Below the package's root, `''` for the root; a `*` in it stands for the only directory there. */
  readonly subdirectory: string
}

export interface RegistrySource extends Placed {
  readonly kind: 'registry'
  /** In lower case, with its port where it has one. */
  readonly host: string
  readonly namespace: string
  readonly name: string
  readonly provider: string
}

export interface GitSource extends Placed {
  readonly kind: 'git'
  /** Without the query: `https://…` or `ssh://…`. */
  readonly url: string
  /** A branch, a tag or a commit; undefined for what the repository calls its HEAD. */
  readonly ref: string | undefined
}

export interface HttpSource extends Placed {
  readonly kind: 'http'
  /** Without what is meant for Terraform: `archive` and `checksum`. */
  readonly url: string
  /** How it is packed; undefined for a page that says where the module is. */
  readonly archive: ArchiveFormat | undefined
  /** `sha256:…`, as written. */
  readonly checksum: string | undefined
}

export type ArchiveFormat = 'tar' | 'tar.gz' | 'zip'

export const PUBLIC_REGISTRY = 'registry.terraform.io'

const INSTALL = '"terraform get" can install it'

/** Never throws: what Terraform has no idea of is `unsupported`, with the reason. */
export function parseModuleSource(source: string): ModuleSource {
  if (isLocalSource(source)) return { kind: 'local', path: source }
  return registrySource(source) ?? remoteSource(source)
}

const NAME = '[0-9A-Za-z](?:[0-9A-Za-z_-]{0,62}[0-9A-Za-z])?'
const REGISTRY = new RegExp(`^(?:([^/]+)/)?(${NAME})/(${NAME})/([0-9a-z]{1,64})$`)
const HOST = /^(?=.*[.:]|localhost)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/
/** Those are hosts of repositories: a registry address never names them. */
const NO_REGISTRIES = new Set(['github.com', 'bitbucket.org', 'gitlab.com'])

function registrySource(source: string): RegistrySource | undefined {
  const [address, subdirectory] = splitSubdirectory(source)
  const [, written, namespace, name, provider] = REGISTRY.exec(address) ?? []
  if (namespace === undefined) return undefined
  const host = (written ?? PUBLIC_REGISTRY).toLowerCase()
  if (!HOST.test(host) || NO_REGISTRIES.has(host)) return undefined
  const below = cleanSubdirectory(subdirectory)
  if (below === undefined) return undefined
  return { kind: 'registry', host, namespace, name: name!, provider: provider!, subdirectory: below }
}

function remoteSource(source: string): ModuleSource {
  const refuse = (because: string): ModuleSource => ({ kind: 'unsupported', because })
  const [whole, written] = splitSubdirectory(source)
  const [, forced, rest = whole] = /^([A-Za-z0-9]+)::(.+)$/s.exec(whole) ?? []
  const found = addressOfShorthand(rest)
  if (found === undefined)
    return refuse(
      `Terraform knows no kind of source that "${source}" would be. expected "./${source}" for a folder`,
    )
  const [, detected, located = found] = /^([A-Za-z0-9]+)::(.+)$/s.exec(found) ?? []
  const [address, further] = splitSubdirectory(located)
  const subdirectory = cleanSubdirectory([further, written].filter(Boolean).join('/'))
  if (subdirectory === undefined) return refuse(`"//${written}" leaves the module's package`)
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return refuse(`"${address}" is no address`)
  }
  const getter = forced ?? detected ?? url.protocol.slice(0, -1)
  switch (getter) {
    case 'git':
      return gitSource(url, subdirectory)
    case 'http':
    case 'https':
      return httpSource(url, subdirectory)
    case 's3':
    case 'gcs':
      return refuse(
        `modules in ${getter === 's3' ? 'S3' : 'Cloud Storage'} buckets are not fetched: they need a cloud account. ${INSTALL}`,
      )
    case 'hg':
      return refuse(`Mercurial repositories are not fetched. ${INSTALL}`)
    case 'file':
      return refuse('a path of the machine says nothing elsewhere')
    default:
      return refuse(`"${getter}" is no kind of source that Terraform has`)
  }
}

function gitSource(url: URL, subdirectory: string): ModuleSource {
  if (url.protocol !== 'https:' && url.protocol !== 'ssh:')
    return {
      kind: 'unsupported',
      because: `git over ${url.protocol.slice(0, -1)} is not fetched, only over https and ssh. ${INSTALL}`,
    }
  const ref = url.searchParams.get('ref') || undefined
  // Also as text it must never be taken for one of git's options.
  if (ref !== undefined && !isRef(ref))
    return { kind: 'unsupported', because: `"${ref}" cannot be a branch, a tag or a commit` }
  return { kind: 'git', url: withoutQuery(url), ref, subdirectory }
}

/** As `git check-ref-format`, as far as it keeps a text from meaning something else. */
function isRef(ref: string): boolean {
  return ref.length <= 256 && !/^[-/.+]|[\s~^:?*[\\\x00-\x1f\x7f]|\.\.|@\{|\/\/|\/$/.test(ref)
}

/** Longest first. */
const ARCHIVES: readonly (readonly [ending: string, format: ArchiveFormat])[] = [
  ['tar.gz', 'tar.gz'],
  ['tgz', 'tar.gz'],
  ['tar', 'tar'],
  ['zip', 'zip'],
]
const OTHER_ARCHIVES = ['tar.bz2', 'tbz2', 'tar.xz', 'txz', 'tar.zst', 'tzst', 'bz2', 'xz', 'zst', 'gz']

function httpSource(url: URL, subdirectory: string): ModuleSource {
  const asked = url.searchParams.get('archive')
  const checksum = url.searchParams.get('checksum') || undefined
  url.searchParams.delete('archive')
  url.searchParams.delete('checksum')
  const endsIn = (ending: string) => (asked === null ? url.pathname.endsWith(`.${ending}`) : asked === ending)
  const other = OTHER_ARCHIVES.find(endsIn)
  const archive = ARCHIVES.find(([ending]) => endsIn(ending))?.[1]
  if (archive === undefined && other !== undefined)
    return {
      kind: 'unsupported',
      because: `archives of the kind ${other} are not read, only zip and tar.gz. ${INSTALL}`,
    }
  return { kind: 'http', url: url.href, archive, checksum, subdirectory }
}

function withoutQuery({ href }: URL): string {
  return href.replace(/[?#].*$/s, '')
}

/** Without `.` and needless slashes; undefined where it climbs. */
function cleanSubdirectory(written: string): string | undefined {
  const parts = written.split('/').filter((part) => part !== '' && part !== '.')
  return parts.includes('..') || written.includes('\0') ? undefined : parts.join('/')
}
