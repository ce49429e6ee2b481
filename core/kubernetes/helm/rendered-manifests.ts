import { isMapping, isSequence, type Value } from '../../domain/value.ts'
import type { Problem } from '../../source/problem.ts'
import { type Range, SourceFile } from '../../source/source-file.ts'
import { joinPath, type SourceTree } from '../../source/source-tree.ts'
import type { Manifest } from '../manifest.ts'
import { manifestsIn } from '../read-manifests.ts'
import { readDocuments } from '../yaml/read-documents.ts'

const SOURCE = /^# Source: [^/\n]+\/(\S+)$/m

/**
 * The objects of a chart's rendered text. Each is shown where its `kind:` is written in the template that made it, as
 * far as that can be told; the template is named by helm itself (`# Source:`).
 */
export function renderedManifests(
  text: string,
  chart: string,
  tree: SourceTree,
  fallback: Range,
): { readonly manifests: readonly Manifest[]; readonly problems: readonly Problem[] } {
  const templates = new Map<string, Template | undefined>()
  const manifests: Manifest[] = []
  const problems: Problem[] = []
  for (const document of text.split(/^---[^\S\n]*$/m)) {
    const name = SOURCE.exec(document)?.[1]
    const path = name === undefined ? undefined : joinPath(chart, name)
    if (path !== undefined && !templates.has(path)) templates.set(path, readTemplate(path, tree))
    const template = path === undefined ? undefined : templates.get(path)
    const read = readDocuments(new SourceFile(path ?? chart, document))
    for (const { message, severity } of read.problems)
      problems.push({ severity, message: `rendered: ${message}`, range: template?.start ?? fallback })
    for (const manifest of read.documents.flatMap((value) => manifestsIn(value))) {
      const range = template?.rangeOf(manifest.kind) ?? fallback
      manifests.push({ ...manifest, value: placedAt(manifest.value, range) as Manifest['value'], range })
    }
  }
  return { manifests, problems }
}

interface Template {
  readonly start: Range
  /** The next line with this kind that no object was placed at, or the last of them. */
  readonly rangeOf: (kind: string) => Range
}

function readTemplate(path: string, tree: SourceTree): Template | undefined {
  const text = tree.read(path)
  if (text === undefined) return undefined
  const source = new SourceFile(path, text)
  const start: Range = { source, start: 0, end: 0 }
  const places = new Map<string, Range[]>()
  for (const found of text.matchAll(/^[ \t]*kind:[ \t]*["']?([A-Za-z]\w*)/gm)) {
    const from = found.index + found[0].indexOf('kind')
    const range = { source, start: from, end: found.index + found[0].length }
    const same = places.get(found[1]!)
    if (same) same.push(range)
    else places.set(found[1]!, [range])
  }
  return {
    start,
    rangeOf(kind) {
      const left = places.get(kind)
      if (!left) return start
      return left.length > 1 ? left.shift()! : left[0]!
    },
  }
}

/** A rendered value stands in no file: all of an object is where the object is. */
function placedAt(value: Value, range: Range): Value {
  const origins = [range]
  if (isSequence(value)) return { ...value, origins, items: value.items.map((item) => placedAt(item, range)) }
  if (!isMapping(value)) return { ...value, origins }
  const entries = new Map<string, Value>()
  for (const [key, item] of value.entries) entries.set(key, placedAt(item, range))
  return { ...value, origins, entries }
}
