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

/** Characters of texts that are remembered for sure; as many again may be. */
const MAX_TEXTS = 4_000_000

/**
 * A reader of texts that lie within files, e.g. in arguments of Terraform: a text is read once, and what it says is placed
 * where it was met first. What nobody has asked for lately is forgotten.
 */
export function rememberedTexts(): ManifestReader {
  let recent = new Map<string, ReadManifests>()
  let before = new Map<string, ReadManifests>()
  let size = 0
  return (source) => {
    const { text } = source
    const known = recent.get(text)
    if (known) return known
    const read = before.get(text) ?? readManifests(source)
    if (size + text.length > MAX_TEXTS) {
      before = recent
      recent = new Map()
      size = 0
    }
    recent.set(text, read)
    size += text.length
    return read
  }
}
