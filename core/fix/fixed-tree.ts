import type { SourceTree } from '../source/source-tree.ts'
import type { FixedFile } from './fix-plan.ts'
import { edited, editsOf, type FixedText, textOf, unfixed } from './fixed-text.ts'
import type { FileEdit } from './proposal.ts'

/** A tree that is written to in memory. */
export interface FixedTree {
  readonly tree: SourceTree
  /** Applies edits of the texts as they are now, none meeting another. Gives what takes them back. */
  write(edits: readonly FileEdit[]): () => void
  fixed(): readonly FixedFile[]
}

export function fixedTree(source: SourceTree): FixedTree {
  let files: ReadonlyMap<string, FixedText> = new Map()
  let texts: ReadonlyMap<string, string> = new Map()
  return {
    tree: {
      ...source,
      read: (path) => texts.get(path) ?? source.read(path),
      list: (path) => source.list(path),
    },
    write(edits) {
      const before = { files, texts }
      const next = new Map(files)
      const shown = new Map(texts)
      for (const path of new Set(edits.map((edit) => edit.path))) {
        const own = edits
          .filter((edit) => edit.path === path)
          .sort((a, b) => a.start - b.start || a.end - b.end)
        const fixed = edited(files.get(path) ?? unfixed(source.read(path) ?? ''), own)
        next.set(path, fixed)
        shown.set(path, textOf(fixed))
      }
      files = next
      texts = shown
      return () => {
        files = before.files
        texts = before.texts
      }
    },
    fixed: () =>
      [...files]
        .map(([path, fixed]) => ({
          path,
          before: fixed.original,
          after: textOf(fixed),
          edits: editsOf(fixed),
        }))
        .filter(({ before, after }) => before !== after)
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
}
