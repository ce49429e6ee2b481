import { newestAllowed, parseVersionConstraint, type RegistrySource } from '../core/index.ts'
import type { PackageCache } from './cache.ts'
import type { TokenOf } from './credentials.ts'
import { FetchFailure } from './fetch-failure.ts'
import { LIMITS } from './limits.ts'
import { type Answer, addressIn, type Web } from './web.ts'

/** https://developer.hashicorp.com/terraform/internals/module-registry-protocol */
export interface Registries {
  /** The newest version that a constraint allows; without one, the newest release. */
  choose(source: RegistrySource, constraint: string | undefined): Promise<string>
  /** Where the package of a version is: a source as `parseModuleSource` reads it. */
  locate(source: RegistrySource, version: string): Promise<string>
}

export function openRegistries(web: Web, tokenOf: TokenOf, cache: PackageCache): Registries {
  const services = new Map<string, Promise<URL>>()
  const ask = (host: string, url: URL) => web.get(url, { maxBytes: LIMITS.answerBytes, token: tokenOf(host) })

  /** https://developer.hashicorp.com/terraform/internals/remote-service-discovery */
  async function discover(host: string): Promise<URL> {
    const answer = await ask(host, addressIn(`https://${host}/.well-known/terraform.json`))
    const service = fieldOf(jsonOf(answer), 'modules.v1')
    if (typeof service !== 'string') throw new FetchFailure(`${host} is no registry of modules`)
    return addressIn(service.endsWith('/') ? service : `${service}/`, answer.url)
  }
  const serviceOf = (host: string): Promise<URL> => {
    const known = services.get(host)
    if (known) return known
    const asked = discover(host)
    services.set(host, asked)
    return asked
  }

  async function versionsOf(source: RegistrySource): Promise<readonly string[]> {
    const { host } = source
    const key = `versions:${addressOf(source)}`
    try {
      const url = new URL(`${pathOf(source)}/versions`, await serviceOf(host))
      const versions = versionsIn(jsonOf(await ask(host, url)))
      await cache.remember(key, versions.join('\n'))
      return versions
    } catch (error) {
      const before = error instanceof FetchFailure && error.isOffline ? await cache.recall(key) : undefined
      if (before === undefined) throw error
      return before.split('\n')
    }
  }
  const lists = new Map<string, Promise<readonly string[]>>()

  return {
    async choose(source, constraint) {
      const address = addressOf(source)
      const list = lists.get(address) ?? versionsOf(source)
      lists.set(address, list)
      const versions = await list
      const chosen = newestAllowed(parseVersionConstraint(constraint ?? '>= 0')!, versions)
      if (chosen !== undefined) return chosen
      const wanted = constraint === undefined ? 'is a release' : `is allowed by "${constraint}"`
      throw new FetchFailure(`none of the ${versions.length} versions of ${address} ${wanted}`)
    },
    async locate(source, version) {
      const url = new URL(
        `${pathOf(source)}/${encodeURIComponent(version)}/download`,
        await serviceOf(source.host),
      )
      const answer = await ask(source.host, url)
      const header = answer.headers['x-terraform-get']
      const location = header ?? (answer.status === 200 ? fieldOf(jsonOf(answer), 'location') : undefined)
      if (typeof location !== 'string' || location === '')
        throw new FetchFailure(`${source.host} does not say where ${addressOf(source)} ${version} is`)
      return /^(?:\/|\.\.?\/)/.test(location) ? addressIn(location, answer.url).href : location
    },
  }
}

/** Without a subdirectory. */
export function addressOf({ host, namespace, name, provider }: RegistrySource): string {
  return `${host}/${namespace}/${name}/${provider}`
}

function pathOf({ namespace, name, provider }: RegistrySource): string {
  return [namespace, name, provider].map(encodeURIComponent).join('/')
}

function versionsIn(document: unknown): readonly string[] {
  const modules = fieldOf(document, 'modules')
  const versions = Array.isArray(modules) ? fieldOf(modules[0], 'versions') : undefined
  if (!Array.isArray(versions))
    throw new FetchFailure('the registry answers in a shape that is not its protocol')
  return versions.flatMap((entry) => {
    const version = fieldOf(entry, 'version')
    return typeof version === 'string' && !version.includes('\n') ? [version] : []
  })
}

function jsonOf({ body, url }: Answer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new FetchFailure(`${url.host} answers ${url.pathname} with what is no JSON`)
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}
