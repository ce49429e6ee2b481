import type { Value } from '../../domain/value.ts'
import type { Problem } from '../../source/problem.ts'
import { ProblemLog } from '../../source/problem-log.ts'
import { type Range, SourceFile } from '../../source/source-file.ts'
import { directoryOf, joinPath, resolvePath, type SourceTree } from '../../source/source-tree.ts'
import type { Manifest } from '../manifest.ts'
import { manifestsIn, mayHoldManifests, type ReadManifests, readManifests } from '../read-manifests.ts'
import type { ManifestReader } from '../remembered-manifests.ts'
import { readDocuments } from '../yaml/read-documents.ts'
import type { Accumulated } from './build.ts'
import { type Layer, type Report, rangeIn } from './layer.ts'
import { kustomizationPath, readKustomization } from './read-kustomization.ts'
import { textOf } from './value-edits.ts'

/** Something that a build names and that is not read or run, once. */
export interface NotRead {
  readonly path: string
  readonly because: string
  readonly range: Range
}

/** What the builds of one tree read, each file once, and what they found wrong. */
export interface BuildSources {
  readonly layer: (directory: string) => Layer | undefined
  /** A file that must be there, named in a layer. */
  readonly file: (path: string, layer: Layer, value: Value) => SourceFile | undefined
  /** The file that a resource names, where it names one. */
  readonly resourceFile: (item: Value, layer: Layer) => SourceFile | undefined
  /** The directory that a resource or component names; reported where there is nothing to build. */
  readonly directory: (item: Value, layer: Layer, path: readonly string[]) => string | undefined
  /** The objects of a file that a resource names. */
  readonly manifests: (source: SourceFile) => readonly Manifest[]
  readonly report: Report
  /** Whether so many more looks at objects are still within bounds; reported at the layer where they are not. */
  readonly spend: (looks: number, layer: Layer) => boolean
  readonly notRead: (path: string, because: string, range: Range) => void
  /** What bases gave, by directory: a base of many overlays is built once. */
  readonly built: Map<string, Accumulated>
  /** Paths of all files that were read. */
  readonly files: () => readonly string[]
  /** Directories that a build went through. */
  readonly reached: Set<string>
  readonly problems: () => readonly Problem[]
  readonly notReads: () => readonly NotRead[]
}

/**
 * Rules go through all objects, and components are built anew for everybody who takes them: a few short files could ask
 * for more than can be built.
 */
const MAX_LOOKS = 5_000_000

const REMOTE =
  /^(?:[a-z][a-z+.-]*:\/\/|git@|git::|(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)[/:])|\?ref=|\.git(?:\/|$|\?)/i

export function buildSources(tree: SourceTree, readFile: ManifestReader = readManifests): BuildSources {
  const files = new Map<string, SourceFile | undefined>()
  const layers = new Map<string, Layer | undefined>()
  const parsed = new Map<SourceFile, readonly Manifest[]>()
  const left = new Map<string, NotRead>()
  const log = new ProblemLog()
  let looks = 0
  const report: Report = (message, range) => log.add({ severity: 'error', message, range })
  const notRead = (path: string, because: string, range: Range) => {
    if (!left.has(path)) left.set(path, { path, because, range })
  }
  const read = (path: string): SourceFile | undefined => {
    if (files.has(path)) return files.get(path)
    const text = tree.read(path)
    const source = text === undefined ? undefined : new SourceFile(path, text)
    files.set(path, source)
    return source
  }
  const layer = (directory: string) => {
    if (layers.has(directory)) return layers.get(directory)
    const path = kustomizationPath(tree, directory)
    const source = path === undefined ? undefined : read(path)
    const found = source && readKustomization(source, directory, report)
    layers.set(directory, found)
    return found
  }
  const inTree = (item: Value, from: Layer): string | undefined => {
    const text = textOf(item) ?? ''
    const path = resolvePath(from.directory, text)
    if (path === undefined) report(`"${text}" lies outside the repository`, rangeIn(from, item))
    return path
  }
  return {
    layer,
    file(text, from, value) {
      const path = resolvePath(from.directory, text)
      const source = path === undefined ? undefined : read(path)
      if (REMOTE.test(text) && !source) notRead(text, REMOTE_BECAUSE, rangeIn(from, value))
      else if (path === undefined) report(`"${text}" lies outside the repository`, rangeIn(from, value))
      else if (!source) {
        const isThere = tree
          .list(directoryOf(path))
          .some((entry) => joinPath(directoryOf(path), entry.name) === path)
        report(isThere ? `"${path}" is no text file` : `there is no file "${path}"`, rangeIn(from, value))
      }
      return source
    },
    resourceFile(item, from) {
      const path = resolvePath(from.directory, textOf(item) ?? '')
      return path && kustomizationPath(tree, path) === undefined ? read(path) : undefined
    },
    directory(item, from, path) {
      const text = textOf(item) ?? ''
      const range = rangeIn(from, item)
      if (REMOTE.test(text)) {
        notRead(text, REMOTE_BECAUSE, range)
        return undefined
      }
      const directory = inTree(item, from)
      if (directory === undefined) return undefined
      if (path.includes(directory)) {
        report(`"${text}" leads back here: ${[...path, directory].join(' → ')}`, range)
        return undefined
      }
      if (kustomizationPath(tree, directory) === undefined) {
        report(`there is no file and no kustomization at "${directory || '.'}"`, range)
        return undefined
      }
      return directory
    },
    manifests(source) {
      const known = parsed.get(source)
      if (known) return known
      const { manifests, problems } = readResources(source, readFile)
      for (const { message, range } of problems) report(message, range)
      if (!mayHoldManifests(source.text) && /^[^#\s-]/m.test(source.text))
        report('there is no Kubernetes object in it', { source, start: 0, end: 0 })
      parsed.set(source, manifests)
      return manifests
    },
    report,
    spend(more, { source }) {
      looks += more
      if (looks <= MAX_LOOKS) return true
      report('the kustomizations are too much to build: this one is left as it is', {
        source,
        start: 0,
        end: 0,
      })
      return false
    },
    notRead,
    built: new Map(),
    files: () => [...files].flatMap(([path, source]) => (source ? [path] : [])),
    reached: new Set(),
    problems: () => log.all(),
    notReads: () => [...left.values()],
  }
}

/** A resource is never a template: braces in it are its own text. */
function readResources(
  source: SourceFile,
  readFile: ManifestReader,
): Pick<ReadManifests, 'manifests' | 'problems'> {
  const read = readFile(source)
  if (!read.notRendered) return read
  const { documents, problems } = readDocuments(source)
  return { manifests: documents.flatMap((document) => manifestsIn(document)), problems }
}

const REMOTE_BECAUSE = 'it lies elsewhere, and nothing is fetched'
