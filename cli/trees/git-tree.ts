import {
  ConfigurationError,
  directoryOf,
  joinPath,
  resolvePath,
  type SourceEntry,
  type SourceTree,
} from '../../core/index.ts'
import { MAX_FILE_BYTES, textOf } from './disk-tree.ts'
import { git } from './git.ts'

interface Blob {
  readonly id: string
  readonly isLink: boolean
  /** NaN where git does not have it. */
  readonly bytes: number
}

/** Read together at the first need of one: a review asks for nearly all of a kind, and each question to git is a process. */
const READ_TOGETHER = [/\.(?:tf|tfvars|tofu)$/, /\.(?:ya?ml|json)$/]
/** What is beyond is read when it is asked for. */
const MOST_TOGETHER = 64 * 2 ** 20
/** Links that lead on to links are followed this far. */
const MAX_LINKS = 8

/** The files of a commit, read from git's object store, links as on disk; nothing is checked out. */
export function gitTree(repository: string, commit: string): SourceTree {
  const { blobs, directories } = listTree(repository, commit)
  const texts = new Map<string, string | undefined>()

  const load = (ids: readonly string[]): void => {
    for (const [id, bytes] of readBlobs(repository, ids)) texts.set(id, textOf(bytes))
  }
  const loadTogether = (kind: RegExp): void => {
    const wanted = new Set<string>()
    let sum = 0
    for (const [name, { id, bytes }] of blobs) {
      if (!kind.test(name) || !(bytes <= MAX_FILE_BYTES) || texts.has(id) || wanted.has(id)) continue
      sum += bytes
      if (sum > MOST_TOGETHER) break
      wanted.add(id)
    }
    if (wanted.size > 0) load([...wanted])
  }
  const loaded = new Set<RegExp>()
  const textAt = (name: string): string | undefined => {
    const blob = blobs.get(name)
    if (!blob || blob.bytes > MAX_FILE_BYTES) return undefined
    if (Number.isNaN(blob.bytes))
      throw new ConfigurationError(`git has no content for "${name}", ${blob.id}. fetch it first`)
    if (!texts.has(blob.id)) {
      const kind = READ_TOGETHER.find((each) => each.test(name) && !loaded.has(each))
      if (kind) {
        loaded.add(kind)
        loadTogether(kind)
      }
      if (!texts.has(blob.id)) load([blob.id])
    }
    return texts.get(blob.id)
  }
  const links = new Set([...blobs].filter(([, { isLink }]) => isLink).map(([name]) => name))
  /** The path without links in it; undefined where they lead out of the repository, or around. */
  const follow = (name: string, followed = 0): string | undefined => {
    if (links.size === 0) return name
    const parts = name.split('/')
    for (let end = 1; end <= parts.length; end++) {
      const link = parts.slice(0, end).join('/')
      if (!links.has(link)) continue
      const target = resolvePath(directoryOf(link), textAt(link) ?? '/')
      if (target === undefined || followed >= MAX_LINKS) return undefined
      return follow([target, ...parts.slice(end)].filter(Boolean).join('/'), followed + 1)
    }
    return name
  }
  const isDirectory = (name: string): boolean => {
    const real = follow(name)
    return real === '' || (real !== undefined && directories.has(real))
  }
  return {
    read: (name) => {
      const real = follow(name)
      return real === undefined ? undefined : textAt(real)
    },
    list: (directory) => {
      const real = follow(directory)
      const entries = (real !== undefined && directories.get(real)) || []
      return entries.filter(({ name }) => {
        const own = joinPath(real ?? '', name)
        return !links.has(own) || !isDirectory(own)
      })
    },
  }
}

function listTree(repository: string, commit: string) {
  const blobs = new Map<string, Blob>()
  const directories = new Map<string, SourceEntry[]>()
  const addTo = (directory: string, entry: SourceEntry): void => {
    const entries = directories.get(directory)
    if (entries) entries.push(entry)
    else directories.set(directory, [entry])
  }
  const rows = git(repository, ['ls-tree', '-r', '-t', '-z', '-l', '--full-tree', commit])
    .toString('utf8')
    .split('\0')
  for (const row of rows) {
    if (row === '') continue
    const [mode, type, id, bytes] = row.slice(0, row.indexOf('\t')).split(/ +/) as [
      string,
      string,
      string,
      string,
    ]
    const name = row.slice(row.indexOf('\t') + 1)
    const slash = name.lastIndexOf('/')
    const parent = slash < 0 ? '' : name.slice(0, slash)
    if (type === 'tree') addTo(parent, { name: name.slice(slash + 1), kind: 'directory' })
    if (type !== 'blob') continue
    blobs.set(name, { id, isLink: mode === '120000', bytes: Number(bytes) })
    addTo(parent, { name: name.slice(slash + 1), kind: 'file' })
  }
  for (const entries of directories.values()) entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  return { blobs, directories }
}

/** `git cat-file --batch` answers `<id> blob <size>\n<bytes>\n` for each id. */
function* readBlobs(repository: string, ids: readonly string[]): Generator<[string, Buffer]> {
  const answer = git(repository, ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''))
  let at = 0
  for (const id of ids) {
    const end = answer.indexOf(10, at)
    const header = answer.toString('utf8', at, end)
    const size = Number(header.split(' ')[2])
    if (!header.startsWith(`${id} blob `))
      throw new ConfigurationError(`git has no content for ${id}: ${header}. fetch it first`)
    yield [id, answer.subarray(end + 1, end + 1 + size)]
    at = end + 1 + size + 1
  }
}
