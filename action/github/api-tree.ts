import { createHash } from 'node:crypto'
import { diskTree } from '../../cli/trees/disk-tree.ts'
import { ConfigurationError, joinPath, type SourceEntry, type SourceTree } from '../../core/index.ts'
import type { SideTree } from '../git/side-tree.ts'
import { log } from '../log.ts'
import { failureText, type GitHub, isGitHubFailure } from './client.ts'

/** What a configuration may be made of, or read: other files are listed, not fetched. */
const READ = /\.(?:tf|tofu|tfvars|hcl|json|ya?ml|tpl|tftpl|tmpl|csv|txt|sh)$/
const MAX_BYTES = 1024 * 1024
/** Contents fetched from GitHub; those that the workspace has too cost nothing. */
const MAX_FETCHED = 400
const AT_ONCE = 8

interface Blob {
  readonly path: string
  readonly sha: string
  readonly size: number
}

/**
 * A commit's files without git: the list and what differs come from the API, the rest is the same as in the workspace.
 * Undefined where GitHub does not give it.
 */
export async function apiTree(
  github: GitHub,
  commit: string,
  workspace: string,
): Promise<SideTree | undefined> {
  const { octokit, owner, repo } = github
  try {
    const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha: commit, recursive: '1' })
    if (data.truncated)
      throw new ConfigurationError(
        'the repository is too large to be read by the API. check it out with actions/checkout',
      )
    const blobs = data.tree.flatMap(({ path, type, mode, sha, size = 0 }): Blob[] =>
      type === 'blob' && mode !== '120000' ? [{ path, sha, size }] : [],
    )
    const texts = await readAll(github, blobs, workspace)
    return { tree: treeOf(blobs, texts), ids: new Map(blobs.map(({ path, sha }) => [path, sha])) }
  } catch (error) {
    if (!isGitHubFailure(error)) throw error
    log(`GitHub does not give the files of ${commit}: ${failureText(error)}`)
    return undefined
  }
}

async function readAll(
  { octokit, owner, repo }: GitHub,
  blobs: readonly Blob[],
  workspace: string,
): Promise<ReadonlyMap<string, string>> {
  const local = diskTree(workspace)
  const texts = new Map<string, string>()
  const wanted = blobs.filter(({ path, size }) => READ.test(path) && size <= MAX_BYTES)
  const elsewhere: Blob[] = []
  for (const blob of wanted) {
    const text = local.read(blob.path)
    if (text !== undefined && idOf(text) === blob.sha) texts.set(blob.path, text)
    else elsewhere.push(blob)
  }
  if (elsewhere.length > MAX_FETCHED)
    throw new ConfigurationError(
      `${elsewhere.length} files would have to be fetched one by one. check the repository out with actions/checkout`,
    )
  for (let at = 0; at < elsewhere.length; at += AT_ONCE)
    await Promise.all(
      elsewhere.slice(at, at + AT_ONCE).map(async ({ path, sha }) => {
        const { data } = await octokit.rest.git.getBlob({ owner, repo, file_sha: sha })
        const bytes = Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8')
        if (!bytes.includes(0)) texts.set(path, bytes.toString('utf8'))
      }),
    )
  return texts
}

/** Git's name for a content. */
function idOf(text: string): string {
  const bytes = Buffer.from(text)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

function treeOf(blobs: readonly Blob[], texts: ReadonlyMap<string, string>): SourceTree {
  const directories = new Map<string, Map<string, SourceEntry>>()
  for (const { path } of blobs) {
    let directory = ''
    const parts = path.split('/')
    for (const [index, name] of parts.entries()) {
      const entries = directories.get(directory) ?? new Map<string, SourceEntry>()
      directories.set(directory, entries)
      entries.set(name, { name, kind: index === parts.length - 1 ? 'file' : 'directory' })
      directory = joinPath(directory, name)
    }
  }
  return {
    read: (path) => texts.get(path),
    list: (directory) =>
      [...(directories.get(directory)?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}
