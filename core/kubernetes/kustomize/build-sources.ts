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
import {
  holdsIn,
  type RememberedKustomizations,
  rememberedKustomizations,
  type Unit,
  type UnitEvent,
} from './units.ts'
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
  /** What building a directory gives: a base of many overlays is built once. */
  readonly once: (directory: string, build: () => Accumulated) => Accumulated
  /** What was built, by directory. */
  readonly built: ReadonlyMap<string, Unit>
  /** The layers that nothing is wrong with, by directory. */
  readonly layers: ReadonlyMap<string, Layer>
  /** Paths of all files that were read. */
  readonly files: () => readonly string[]
  /** Says that a build goes through a directory. */
  readonly reach: (directory: string) => void
  readonly reached: ReadonlySet<string>
  /** How often something was found wrong. */
  readonly reports: () => number
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

/** `remembered`: what has not changed since is not built again. */
export function buildSources(
  source: SourceTree,
  readFile: ManifestReader = readManifests,
  remembered: RememberedKustomizations = rememberedKustomizations(),
): BuildSources {
  const built = new Map<string, Unit>()
  const reached = new Set<string>()
  const stillHolds = holdsIn(source)
  /** Of the units that are being built, innermost last: what each of them looked at and did. */
  const open: UnitEvent[][] = []
  const note = (event: UnitEvent) => open.at(-1)?.push(event)
  const tree: SourceTree = {
    ...source,
    list(directory) {
      const entries = source.list(directory)
      note({ kind: 'list', directory, entries })
      return entries
    },
  }
  let reports = 0
  const files = new Map<string, SourceFile | undefined>()
  const layers = new Map<string, Layer | undefined>()
  const cleanLayers = new Map<string, Layer>()
  const parsed = new Map<SourceFile, readonly Manifest[]>()
  const left = new Map<string, NotRead>()
  const log = new ProblemLog()
  let looks = 0
  const report: Report = (message, range) => {
    reports++
    log.add({ severity: 'error', message, range })
  }
  const notRead = (path: string, because: string, range: Range) => {
    note({ kind: 'not-read', path, because, range })
    if (!left.has(path)) left.set(path, { path, because, range })
  }
  const readOnce = (path: string): SourceFile | undefined => {
    if (files.has(path)) return files.get(path)
    const text = tree.read(path)
    const file = text === undefined ? undefined : new SourceFile(path, text)
    files.set(path, file)
    return file
  }
  const read = (path: string): SourceFile | undefined => {
    const file = readOnce(path)
    note({ kind: 'read', path, text: file?.text })
    return file
  }
  const layer = (directory: string) => {
    const path = kustomizationPath(tree, directory)
    const file = path === undefined ? undefined : read(path)
    if (layers.has(directory)) return layers.get(directory)
    const before = remembered.layers.get(directory)
    const isSame = file && before?.source.path === file.path && before.source.text === file.text
    const reportsBefore = reports
    const found = isSame ? before : file && readKustomization(file, directory, report)
    layers.set(directory, found)
    if (found && reports === reportsBefore) cleanLayers.set(directory, found)
    return found
  }
  const reach = (directory: string) => {
    note({ kind: 'reach', directory })
    reached.add(directory)
  }
  const spend = (more: number, at: Layer) => {
    note({ kind: 'spend', looks: more, layer: at })
    looks += more
    if (looks <= MAX_LOOKS) return true
    const range = { source: at.source, start: 0, end: 0 }
    report('the kustomizations are too much to build: this one is left as it is', range)
    return false
  }
  /** What a unit of the last time did is done again, without building it. */
  const take = (unit: Unit): Unit => {
    if (built.has(unit.directory)) return unit
    built.set(unit.directory, unit)
    // Whoever asked for it notes the unit, and nothing of what is in it.
    open.push([])
    for (const event of unit.events)
      if (event.kind === 'read') readOnce(event.path)
      else if (event.kind === 'reach') reach(event.directory)
      else if (event.kind === 'spend') spend(event.looks, event.layer)
      else if (event.kind === 'not-read') notRead(event.path, event.because, event.range)
      else if (event.kind === 'base') take(event.unit)
    open.pop()
    return unit
  }
  const build = (directory: string, make: () => Accumulated): Unit => {
    const events: UnitEvent[] = []
    const before = reports
    open.push(events)
    const accumulated = make()
    open.pop()
    const unit = { directory, accumulated, events, isClean: reports === before }
    built.set(directory, unit)
    return unit
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
    spend,
    notRead,
    once(directory, make) {
      const before = remembered.units.get(directory)
      const unit =
        built.get(directory) ?? (before && stillHolds(before) ? take(before) : build(directory, make))
      note({ kind: 'base', unit })
      return unit.accumulated
    },
    built,
    layers: cleanLayers,
    files: () => [...files].flatMap(([path, source]) => (source ? [path] : [])),
    reach,
    reached,
    reports: () => reports,
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
