import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { diskTree } from '../cli/trees/disk-tree.ts'
import { locateFolder, wholeFolder } from '../cli/trees/locate-folder.ts'
import { directoryOf, type SourceTree } from '../core/index.ts'

/** A workspace folder as a source tree: what is on disk, with the editor's unsaved texts laid over it. */
export interface FolderTree {
  readonly tree: SourceTree
  /** Without what is unsaved. */
  readonly disk: SourceTree
  /** The top of the tree on disk: of the git work tree around the folder, where git may be asked. */
  readonly root: string
  /** The folder, from the root. */
  readonly below: string
  /** The path in the tree of a URI, or undefined where it lies outside. */
  pathOf(uri: string): string | undefined
  /** As the editor calls it. */
  uriOf(path: string): string
  /** The editor's text of a file from now on; undefined: what is on disk holds. */
  setBuffer(path: string, text: string | undefined): void
  buffer(path: string): string | undefined
  /** Files on disk have changed: none of them is remembered. */
  diskChanged(): void
}

/** `trusted`: whether git may be started to find what the folder is a part of. */
export function folderTree(folderUri: string, trusted: boolean): FolderTree {
  const folder = fileURLToPath(folderUri)
  const located = trusted ? locateFolder(folder) : wholeFolder(folder)
  const { root, below } = located
  let disk = located.tree
  const buffers = new Map<string, string>()
  const withinFolder = below === '' ? '' : `${below}/`
  return {
    root,
    below,
    disk: { read: (name) => disk.read(name), list: (directory) => disk.list(directory) },
    tree: {
      read: (name) => buffers.get(name) ?? disk.read(name),
      list: (directory) => {
        const entries = disk.list(directory)
        const unsaved = [...buffers.keys()]
          .filter((name) => directoryOf(name) === directory)
          .map((name) => path.posix.basename(name))
          .filter((name) => !entries.some((entry) => entry.name === name))
        if (unsaved.length === 0) return entries
        const all = [...entries, ...unsaved.map((name) => ({ name, kind: 'file' as const }))]
        return all.sort((a, b) => (a.name < b.name ? -1 : 1))
      },
    },
    pathOf(uri) {
      const file = filePath(uri)
      if (file === undefined) return undefined
      // The editor may know the folder by another name than the disk: by a symbolic link.
      const inFolder = relative(folder, file)
      if (inFolder !== undefined) return inFolder === '' ? below : withinFolder + inFolder
      return relative(root, file)
    },
    uriOf(name) {
      const inFolder = name.startsWith(withinFolder) ? name.slice(withinFolder.length) : undefined
      return pathToFileURL(inFolder === undefined ? path.join(root, name) : path.join(folder, inFolder)).href
    },
    setBuffer(name, text) {
      if (text === undefined) buffers.delete(name)
      else buffers.set(name, text)
    },
    buffer: (name) => buffers.get(name),
    diskChanged() {
      disk = diskTree(root)
    },
  }
}

function filePath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined // Another scheme, e.g. an editor's unsaved file without a name.
  }
}

/** `/`-separated; undefined where the file is not below the folder. */
function relative(folder: string, file: string): string | undefined {
  const name = path.relative(folder, file)
  if (name === '..' || name.startsWith(`..${path.sep}`) || path.isAbsolute(name)) return undefined
  return name.split(path.sep).join('/')
}
