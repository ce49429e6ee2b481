import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gitTree } from '../../cli/trees/git-tree.ts'
import { ConfigurationError, type GitSource, joinPath, type SourceTree } from '../../core/index.ts'
import type { PackageCache } from '../cache.ts'
import { FetchFailure } from '../fetch-failure.ts'
import type { HostRules } from '../host-rules.ts'
import { type Package, packageBuilder } from '../package.ts'
import type { Web } from '../web.ts'
import { openRemotes, type Remote } from './remote.ts'
import { commitNamed } from './remote-refs.ts'
import { runGit } from './run-git.ts'

/** The files of a repository at a branch, a tag or a commit. Throws a `FetchFailure`. */
export type GitPackages = (source: Pick<GitSource, 'url' | 'ref'>) => Promise<Package>

interface Download {
  readonly commit: string
  readonly files: Package
}

const FETCH = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-gc',
]
const EVERYTHING = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*']

/** No work tree is made: a commit is fetched into an empty repository and read from git's object store. */
export function gitPackages(hosts: HostRules, web: Web, cache: PackageCache): GitPackages {
  const remotes = openRemotes(hosts, web)
  return async ({ url: address, ref }) => {
    const url = new URL(address)
    hosts.check(url)
    const folder = await mkdtemp(path.join(tmpdir(), 'ascribe-module-'))
    try {
      return await packageOf(url, ref, folder)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async function packageOf(url: URL, ref: string | undefined, folder: string): Promise<Package> {
    const key = (commit: string) => `git:${url.href}@${commit}`
    const named = `git-ref:${url.href}#${ref ?? ''}`
    let remote: Remote
    try {
      web.checkReachable(url.host)
      remote = await remotes.open(url, ref, folder)
    } catch (error) {
      const before = error instanceof FetchFailure && error.isOffline ? await cache.recall(named) : undefined
      const known = before === undefined ? undefined : await cache.get(key(before))
      if (known) return known
      throw error
    }
    const commit = commitNamed(remote.refs, ref)
    const known = commit === undefined ? undefined : await cache.get(key(commit))
    if (commit !== undefined) await cache.remember(named, commit)
    if (known) return known
    const found = await download(remote, commit, ref, folder)
    await cache.put(key(found.commit), found.files)
    await cache.remember(named, found.commit)
    return found.files
  }

  async function download(
    { url, address, settings }: Remote,
    commit: string | undefined,
    ref: string | undefined,
    folder: string,
  ): Promise<Download> {
    if (commit !== undefined) {
      const { status } = await runGit(folder, [...FETCH, '--depth=1', '--', address, commit], settings)
      if (status === 0) return read(folder, commit)
    }
    // A commit in short, or a server that gives no commit by its id: then everything, to look for it.
    const wanted = commit ?? ref ?? 'HEAD'
    const absent = new FetchFailure(`${url.host}${url.pathname} has no branch, tag or commit "${wanted}"`)
    if (!/^[0-9a-f]{7,64}$/.test(wanted)) throw absent
    remotes.expectDone(await runGit(folder, [...FETCH, '--', address, ...EVERYTHING], settings), url)
    const search = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${wanted}^{commit}`]
    const { status, stdout } = await runGit(folder, search)
    if (status !== 0) throw absent
    return read(folder, stdout.trim())
  }
}

function read(folder: string, commit: string): Download {
  try {
    return { commit, files: filesIn(gitTree(folder, commit)) }
  } catch (error) {
    // A repository may be broken; that is not the user's setup.
    throw error instanceof ConfigurationError ? new FetchFailure(error.message) : error
  }
}

/** Links are followed as the tree follows them; what is no text is not there. */
function filesIn(tree: SourceTree): Package {
  const builder = packageBuilder()
  const visit = (directory: string): void => {
    for (const { name, kind } of tree.list(directory)) {
      const inside = joinPath(directory, name)
      const text = kind === 'file' ? tree.read(inside) : undefined
      if (kind === 'directory') visit(inside)
      else if (text !== undefined) builder.add(inside, Buffer.from(text))
    }
  }
  visit('')
  return builder.files
}
