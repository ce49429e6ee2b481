import { isMapping, isSequence, type MappingValue, unknown, type Value } from '../domain/value.ts'
import type { Problem } from '../source/problem.ts'
import type { Range, SourceFile } from '../source/source-file.ts'
import type { Manifest } from './manifest.ts'
import { composeDocument } from './yaml/compose-document.ts'
import { type Stretch, splitDocuments } from './yaml/split-documents.ts'

export interface ReadManifests {
  readonly manifests: readonly Manifest[]
  readonly problems: readonly Problem[]
  /** The first action of a template (`{{ … }}`): what the file is cannot be known before it is rendered. */
  readonly notRendered?: Range
}

/** `apiVersion:` and `kind:` as keys, in YAML or JSON: whatever has not both holds no Kubernetes object. */
const API_VERSION = /(?:^|[\s{,"'])apiVersion["']?[ \t]*:/
const KIND = /(?:^|[\s{,"'])kind["']?[ \t]*:/
/** What only Helm writes. Other `{{ }}` may be a program's own, as in Argo workflows and Prometheus rules. */
const HELM =
  /^[^#\n]*?\{\{-?\s*(?:\.(?:Values|Release|Chart|Capabilities|Files)\b|(?:include|template|define|toYaml)\s)/m
/** Lists within lists are not unfolded further. */
const MAX_LISTS = 3

/** Whether a file can hold Kubernetes objects at all, told from its text alone. */
export function mayHoldManifests(text: string): boolean {
  return API_VERSION.test(text) && KIND.test(text)
}

/**
 * The Kubernetes objects of a YAML or JSON file, `List`s unfolded. Documents that are something else are passed over in
 * silence; a broken one is a problem. Of a Helm template nothing is read.
 */
export function readManifests(source: SourceFile): ReadManifests {
  const { text } = source
  if (!mayHoldManifests(text)) return { manifests: [], problems: [] }
  const helm = text.includes('{{') ? HELM.exec(text) : null
  if (helm) return templated(source, helm.index + helm[0].lastIndexOf('{{'))
  const manifests: Manifest[] = []
  const problems: Problem[] = []
  for (const stretch of splitDocuments(text)) {
    const document = text.slice(stretch.start, stretch.end)
    if (!mayHoldManifests(document)) continue
    const { value, problems: found, hasCollectionKeys } = readDocument(source, stretch, document)
    const action = document.indexOf('{{')
    if (action >= 0 && (hasCollectionKeys || (!value && found.length > 0)))
      return templated(source, stretch.start + action)
    problems.push(...found)
    if (value) manifests.push(...manifestsIn(value))
  }
  return { manifests, problems }
}

function templated(source: SourceFile, start: number): ReadManifests {
  const close = source.text.indexOf('}}', start)
  const end = close < 0 ? start + 2 : close + 2
  return { manifests: [], problems: [], notRendered: { source, start, end } }
}

/** Schemas are most of what a repository has in YAML, and nothing of them is asked for. */
const SCHEMA = /^kind:[ \t]*["']?CustomResourceDefinition\b/m
const SPEC = /^spec:/m

function readDocument(source: SourceFile, stretch: Stretch, text: string) {
  const spec = SCHEMA.test(text) ? SPEC.exec(text) : null
  if (!spec || !mayHoldManifests(text.slice(0, spec.index))) return composeDocument(source, stretch)
  const composed = composeDocument(source, { ...stretch, end: stretch.start + spec.index })
  const { value } = composed
  if (!value || !isMapping(value)) return composed
  return {
    ...composed,
    value: { ...value, open: unknown('the schema of a CustomResourceDefinition is not read') },
  }
}

/** The objects that a value is: itself, or the items of a `List`. */
export function manifestsIn(value: Value, lists = 0): readonly Manifest[] {
  const manifest = manifestOf(value)
  if (!manifest) return []
  const items = manifest.value.entries.get('items')
  if (!manifest.kind.endsWith('List') || !items || !isSequence(items) || lists === MAX_LISTS)
    return [manifest]
  return items.items.flatMap((item) => manifestsIn(item, lists + 1))
}

/**
 * A value as an object of Kubernetes, placed at `kind:` unless it is said where; undefined where it is none, for want of
 * `apiVersion` or `kind`.
 */
export function manifestOf(value: Value, place?: Range): Manifest | undefined {
  if (!isMapping(value)) return undefined
  const apiVersion = textAt(value, 'apiVersion')
  const kind = textAt(value, 'kind')
  if (!apiVersion || !kind) return undefined
  const metadata = value.entries.get('metadata')
  const [name, namespace] =
    metadata && isMapping(metadata) ? [textAt(metadata, 'name'), textAt(metadata, 'namespace')] : []
  const range = place ?? rangeFor(value)
  return range && { apiVersion, kind, name: name ?? '', namespace: namespace || undefined, value, range }
}

function rangeFor(value: MappingValue): Range | undefined {
  return value.entries.get('kind')?.origins?.[0] ?? value.origins?.[0]
}

function textAt(value: MappingValue, key: string): string | undefined {
  const found = value.entries.get(key)
  return found?.kind === 'string' ? found.value : undefined
}
