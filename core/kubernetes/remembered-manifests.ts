import type { SourceFile } from '../source/source-file.ts'
import { type ReadManifests, readManifests } from './read-manifests.ts'

/** Reads the objects of a file. */
export type ManifestReader = (source: SourceFile) => ReadManifests

/** A reader that reads a file again only where its text is another than at the last time. */
export function rememberedManifests(): ManifestReader {
  const known = new Map<string, { readonly text: string; readonly read: ReadManifests }>()
  return (source) => {
    const before = known.get(source.path)
    if (before?.text === source.text) return before.read
    const read = readManifests(source)
    known.set(source.path, { text: source.text, read })
    return read
  }
}
