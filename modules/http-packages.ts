import { createHash, type Hash } from 'node:crypto'
import type { ArchiveFormat, HttpSource } from '../core/index.ts'
import { unpack } from './archive/unpack.ts'
import type { PackageCache } from './cache.ts'
import { FetchFailure } from './fetch-failure.ts'
import { LIMITS } from './limits.ts'
import type { Package } from './package.ts'
import type { Web } from './web.ts'

export interface HttpPackages {
  /** The files of an archive. Throws a `FetchFailure`, also where the checksum is another. */
  archive(source: HttpSource, archive: ArchiveFormat): Promise<Package>
  /** Where a page says that the module is (`X-Terraform-Get`, or a `<meta name="terraform-get">`). */
  pointedTo(source: HttpSource): Promise<string>
}

export function httpPackages(web: Web, cache: PackageCache): HttpPackages {
  return {
    async archive({ url, checksum }, format) {
      const expected = checksum === undefined ? undefined : checksumOf(checksum)
      const key = `http:${url}#${checksum ?? ''}`
      let body: Buffer
      try {
        ;({ body } = await web.get(new URL(url), { maxBytes: LIMITS.downloadBytes }))
      } catch (error) {
        const before = error instanceof FetchFailure && error.isOffline ? await cache.get(key) : undefined
        if (before) return before
        throw error
      }
      if (expected && expected.hash.update(body).digest('hex') !== expected.digest)
        throw new FetchFailure('its checksum is not the one that the source names')
      const files = unpack(body, format)
      await cache.put(key, files)
      return files
    },
    async pointedTo({ url: address }) {
      const url = new URL(address)
      url.searchParams.set('terraform-get', '1')
      const { headers, body } = await web.get(url, { maxBytes: LIMITS.answerBytes })
      const location = headers['x-terraform-get'] ?? metaIn(body.toString('utf8'))
      if (typeof location === 'string' && location !== '') return location
      throw new FetchFailure(`${url.host}${url.pathname} is no archive and does not say where the module is`)
    },
  }
}

const META = /<meta\s[^>]{0,1000}>/gi

function metaIn(page: string): string | undefined {
  for (const [tag] of page.matchAll(META))
    if (/\bname\s*=\s*["']?terraform-get\b/i.test(tag))
      return /\bcontent\s*=\s*["']([^"']+)["']/i.exec(tag)?.[1]
  return undefined
}

const BY_LENGTH: Readonly<Record<number, string>> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' }

/** `sha256:…`, or the digits alone, whose number tells the kind. */
function checksumOf(written: string): { readonly hash: Hash; readonly digest: string } {
  const [, named, digits = ''] = /^(?:(\w+):)?([0-9a-f]+)$/i.exec(written) ?? []
  const kind = BY_LENGTH[digits.length]
  if (kind === undefined || (named !== undefined && named.toLowerCase() !== kind))
    throw new FetchFailure(`"${written}" is no checksum. expected e.g. sha256: and 64 hexadecimal digits`)
  return { hash: createHash(kind), digest: digits.toLowerCase() }
}
