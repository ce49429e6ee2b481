import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { LIMITS } from './limits.ts'
import type { Package } from './package.ts'

/**
 * What was fetched before. A package lies under the digest of its content, which is checked when it is read; a key
 * leads to the digest. Whatever is missing or damaged is as if it had never been there.
 */
export interface PackageCache {
  get(key: string): Promise<Package | undefined>
  put(key: string, files: Package): Promise<void>
  /** A short text, e.g. which versions there were. */
  recall(key: string): Promise<string | undefined>
  remember(key: string, text: string): Promise<void>
}

const GENERATION = 'v1'
const MAX_BYTES = 2 * LIMITS.packageBytes

export function openCache(folder: string): PackageCache {
  const root = path.join(folder, GENERATION)
  const keyFile = (key: string) => path.join(root, 'keys', digestOf(key))
  const packageFile = (digest: string) => path.join(root, 'packages', `${digest}.json.gz`)
  const recall = async (key: string) => (await read(keyFile(key)))?.toString('utf8')
  const remember = (key: string, text: string) => write(keyFile(key), text)
  return {
    recall,
    remember,
    async get(key) {
      const digest = await recall(key)
      if (digest === undefined || !/^[0-9a-f]{64}$/.test(digest)) return undefined
      const packed = await read(packageFile(digest))
      const text = packed && unzip(packed)
      return text !== undefined && digestOf(text) === digest ? new Map(JSON.parse(text)) : undefined
    },
    async put(key, files) {
      const text = JSON.stringify([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
      const digest = digestOf(text)
      await write(packageFile(digest), gzipSync(text))
      await remember(key, digest)
    },
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function unzip(packed: Buffer): string | undefined {
  try {
    return gunzipSync(packed, { maxOutputLength: MAX_BYTES }).toString('utf8')
  } catch {
    return undefined
  }
}

async function read(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch {
    return undefined
  }
}

/** All or nothing, also where two runs write the same. A cache that cannot be written is none. */
async function write(file: string, content: string | Buffer): Promise<void> {
  const own = `${file}.${randomBytes(8).toString('hex')}`
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(own, content, { mode: 0o600 })
    await rename(own, file)
  } catch {
    await rm(own, { force: true }).catch(() => undefined)
  }
}
