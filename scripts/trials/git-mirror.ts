import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Bare git directories, one a repository, as `<owner>+<name>/repo` or `<owner>+<name>` below one folder. */
export interface Mirrors {
  find(repository: string): string | undefined
}

export function mirrorsIn(folder: string): Mirrors {
  const byRepository = new Map<string, string>()
  for (const name of readdirSync(folder)) {
    if (!name.includes('+')) continue
    const inner = join(folder, name, 'repo')
    byRepository.set(name.replace('+', '/').toLowerCase(), existsSync(inner) ? inner : join(folder, name))
  }
  return { find: (repository) => byRepository.get(repository.toLowerCase()) }
}

/** What git printed; a non-zero exit is thrown with git's own words. */
export function git(gitDirectory: string, args: readonly string[], input?: string): Buffer {
  const result = spawnSync('git', ['--git-dir', gitDirectory, ...args], {
    input,
    maxBuffer: 2 ** 30,
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1' },
  })
  if (result.status !== 0) throw new Error(`git ${args.join(' ')}: ${result.stderr.toString().trim()}`)
  return result.stdout
}

export function tagsOf(gitDirectory: string): readonly string[] {
  return git(gitDirectory, ['tag']).toString().split('\n').filter(Boolean)
}

/** Files larger than this are no source; a mirror may list them without holding them. */
const LARGEST_FILE = 1 << 20

/**
 * Writes the files of a revision below `target`, all or the wanted ones. Symbolic links, submodules, large files and
 * objects the mirror lacks are left out. Returns how many files were written.
 */
export function materialise(
  gitDirectory: string,
  revision: string,
  target: string,
  wanted: (path: string) => boolean = () => true,
): number {
  const listing = git(gitDirectory, ['ls-tree', '-r', '-z', '--full-tree', revision])
  const files = listing
    .toString()
    .split('\0')
    .filter((line) => line.startsWith('100'))
    .map((line) => {
      const [meta = '', path = ''] = line.split('\t')
      return { object: meta.split(' ')[2] ?? '', path }
    })
    .filter(({ path }) => wanted(path))
  const contents = readObjects(
    gitDirectory,
    files.map((file) => file.object),
  )
  let written = 0
  for (const { object, path } of files) {
    const content = contents.get(object)
    if (!content) continue
    const file = join(target, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    written++
  }
  return written
}

function readObjects(gitDirectory: string, objects: readonly string[]): ReadonlyMap<string, Buffer> {
  const wanted = git(gitDirectory, ['cat-file', '--batch-check'], objects.join('\n') + '\n')
    .toString()
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, type, size]) => type === 'blob' && Number(size) <= LARGEST_FILE)
    .map(([object = '']) => object)
  const contents = new Map<string, Buffer>()
  if (wanted.length === 0) return contents
  const stream = git(gitDirectory, ['cat-file', '--batch'], wanted.join('\n') + '\n')
  for (let at = 0; at < stream.length; ) {
    const end = stream.indexOf(10, at)
    const [object = '', , size = '0'] = stream.subarray(at, end).toString().split(' ')
    contents.set(object, stream.subarray(end + 1, end + 1 + Number(size)))
    at = end + 1 + Number(size) + 1
  }
  return contents
}

export function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}
