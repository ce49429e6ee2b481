import { CONFIG_FILE_NAMES } from '../config/read-config.ts'
import type { Problem } from '../source/problem.ts'
import { SourceFile } from '../source/source-file.ts'
import { directoryOf, joinPath, type SourceTree } from '../source/source-tree.ts'
import type { FoundConfig } from './find-config.ts'

/** More of them say nothing new. */
const MOST = 5

/**
 * One warning for each configuration that lies in a folder of its own, on the way to what was looked at: one file holds
 * for all of it, and whoever wrote another is to know that it does not.
 *
 * @param paths of the files that resources are declared in
 */
export function otherConfigs(
  tree: SourceTree,
  { directory, source }: Pick<FoundConfig, 'directory' | 'source'>,
  paths: Iterable<string>,
): readonly Problem[] {
  const instead = (folder: string) =>
    source
      ? `${source.path} holds for all below it. say what differs there, by "path", or look at ${folder} alone`
      : `no ascribe.yml holds for all that is looked at. look at ${folder} alone, or move it up`
  return [...foldersOf(paths, directory)]
    .sort()
    .flatMap((folder) => CONFIG_FILE_NAMES.map((name) => ({ folder, path: joinPath(folder, name) })))
    .flatMap(({ folder, path }): Problem[] => {
      const text = path === source?.path ? undefined : tree.read(path)
      if (text === undefined) return []
      const message = `this file is not read: ${instead(folder)}`
      return [
        { severity: 'warning', message, range: { source: new SourceFile(path, text), start: 0, end: 0 } },
      ]
    })
    .slice(0, MOST)
}

/** The folders that files lie in, and those around them, up to one that is left out itself. */
function foldersOf(paths: Iterable<string>, top: string): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const path of paths)
    for (
      let folder = directoryOf(path);
      folder !== top && folder !== '' && !folders.has(folder);
      folder = directoryOf(folder)
    )
      folders.add(folder)
  return folders
}
