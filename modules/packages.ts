import {
  type ModuleSource,
  parseModuleSource,
  type RegistrySource,
  type WantedModule,
} from '../core/index.ts'
import type { PackageCache } from './cache.ts'
import type { TokenOf } from './credentials.ts'
import { FetchFailure } from './fetch-failure.ts'
import { gitPackages } from './git/git-packages.ts'
import type { HostRules } from './host-rules.ts'
import { httpPackages } from './http-packages.ts'
import { directoryIn, type Package } from './package.ts'
import { addressOf, openRegistries } from './registry.ts'
import { openWeb } from './web.ts'

/** A package, and where in it a module is. */
interface Located {
  readonly files: Package
  readonly directory: string
}

export interface FoundModule extends Located {
  /** What to call the package, e.g. `registry.terraform.io/terraform-aws-modules/eks/aws 20.31.0`. */
  readonly name: string
}

/** Brings the package of a module, from wherever its source leads. Throws a `FetchFailure`. */
export type Packages = (wanted: WantedModule) => Promise<FoundModule>

/** A source may lead to another; two steps are what registries and pages need. */
const MAX_STEPS = 4

type Remote = Exclude<ModuleSource, { kind: 'local' } | { kind: 'unsupported' }>

export function openPackages(hosts: HostRules, tokenOf: TokenOf, cache: PackageCache): Packages {
  const web = openWeb(hosts)
  const registries = openRegistries(web, tokenOf, cache)
  const fromGit = gitPackages(hosts, web, cache)
  const fromHttp = httpPackages(web, cache)
  const underway = new Map<string, Promise<Located>>()

  /** Two calls of one package fetch it once. */
  function once(key: string, fetch: () => Promise<Located>): Promise<Located> {
    const known = underway.get(key)
    if (known) return known
    const begun = fetch()
    underway.set(key, begun)
    return begun
  }

  /** A version never changes: what a registry has said of it once is not asked again. */
  async function registryPackage(source: RegistrySource, version: string, steps: number): Promise<Located> {
    const key = `registry:${addressOf(source)}@${version}`
    const [files, directory] = [await cache.get(key), await cache.recall(`${key}//`)]
    if (files && directory !== undefined) return { files, directory }
    const location = await registries.locate(source, version)
    const found = await follow(pointedTo(location, source.host), undefined, steps - 1)
    await cache.put(key, found.files)
    await cache.remember(`${key}//`, found.directory)
    return found
  }

  async function follow(source: Remote, version: string | undefined, steps: number): Promise<FoundModule> {
    if (steps === 0) throw new FetchFailure('its source leads from one place to another without end')
    const { subdirectory } = source
    switch (source.kind) {
      case 'registry': {
        const chosen = await registries.choose(source, version)
        const name = `${addressOf(source)} ${chosen}`
        const found = await once(name, () => registryPackage(source, chosen, steps))
        return { name, files: found.files, directory: inside(found, subdirectory) }
      }
      case 'git': {
        const name = `${source.url.replace(/^\w+:\/\/(?:[^/@]*@)?/, '')} ${source.ref ?? 'HEAD'}`
        const found = await once(`${source.url} ${source.ref ?? ''}`, async () =>
          whole(await fromGit(source)),
        )
        return { name, files: found.files, directory: inside(found, subdirectory) }
      }
      case 'http': {
        const { archive, url } = source
        if (archive === undefined) {
          const location = pointedTo(await fromHttp.pointedTo(source), new URL(url).host)
          const found = await follow(location, undefined, steps - 1)
          return { ...found, directory: inside(found, subdirectory) }
        }
        const key = `${url} ${source.checksum}`
        const found = await once(key, async () => whole(await fromHttp.archive(source, archive)))
        const { host, pathname } = new URL(url)
        return { name: `${host}${pathname}`, files: found.files, directory: inside(found, subdirectory) }
      }
      default:
        return source satisfies never
    }
  }

  return ({ source, version }) => follow(remote(source), version, MAX_STEPS)
}

function remote(source: string): Remote {
  const parsed = parseModuleSource(source)
  if (parsed.kind === 'unsupported') throw new FetchFailure(parsed.because)
  if (parsed.kind === 'local') throw new FetchFailure(`"${source}" is a folder`)
  return parsed
}

/** Where a registry or a page leads to: as in Terraform, never to a registry. Else one might wait for itself. */
function pointedTo(location: string, by: string): Remote {
  const source = remote(location)
  if (source.kind !== 'registry') return source
  throw new FetchFailure(`${by} leads to "${location}", which is no address of a package`)
}

const whole = (files: Package): Located => ({ files, directory: '' })

function inside(found: Located, subdirectory: string): string {
  return directoryIn(found.files, [found.directory, subdirectory].filter(Boolean).join('/'))
}
