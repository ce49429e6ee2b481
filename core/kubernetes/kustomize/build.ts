import { isSequence, string, type Value, writtenAt } from '../../domain/value.ts'
import type { BuildSources } from './build-sources.ts'
import { type BuiltObject, builtObject, rememberId } from './built-object.ts'
import { contentHash } from './content-hash.ts'
import { fileDocuments } from './documents.ts'
import { readTransformerFields } from './fields/read-fields.ts'
import { DEFAULT_FIELDS, joinFields, type TransformerFields } from './fields/transformer-fields.ts'
import { runGenerators } from './generators.ts'
import { type Layer, type LayerContext, type Report, rangeIn, type Transformer } from './layer.ts'
import { updateReferences } from './name-references.ts'
import { describeId, idKey, idOf } from './object-id.ts'
import { addPrefix, addSuffix } from './transform/affixes.ts'
import { setImages } from './transform/images.ts'
import { addAnnotations, addLabels } from './transform/labels.ts'
import { setNamespace } from './transform/namespace.ts'
import { patch, patchJson6902, patchStrategicMerge } from './transform/patches.ts'
import { replaceFields } from './transform/replacements.ts'
import { setReplicas } from './transform/replicas.ts'
import { itemsBelow, textBelow, textOf, textsBelow, withValueBelow } from './value-edits.ts'
import { declareVars, resolveVars, type Var } from './vars.ts'

/** In Kustomize's own order. */
const TRANSFORMERS: readonly Transformer[] = [
  patchStrategicMerge,
  patch,
  setNamespace,
  addPrefix,
  addSuffix,
  addLabels,
  addAnnotations,
  patchJson6902,
  setReplicas,
  setImages,
  replaceFields,
]

/** Bases of bases: far deeper than anybody nests them. */
const MAX_DEPTH = 30
/** Two bases that each take two bases that each … are soon more than can be built. */
const MAX_OBJECTS = 5_000

/** What a component costs by itself, in looks at objects: it is built anew for everybody who takes it. */
const COMPONENT_LOOKS = 1_000

/** What the layers up to here give. */
export interface Accumulated {
  readonly objects: readonly BuiltObject[]
  readonly fields: TransformerFields
  readonly vars: readonly Var[]
  /** Something that belongs to it is not read: who misses an object here may be right. */
  readonly isPartial: boolean
}

const NOTHING: Accumulated = { objects: [], fields: DEFAULT_FIELDS, vars: [], isPartial: false }

/** What a directory gives before names and references are final. */
export function accumulated(directory: string, sources: BuildSources): Accumulated {
  return accumulate(directory, sources, [])
}

/** The same for a kustomization that somebody edits before it is built. */
export function buildEdited(layer: Layer, sources: BuildSources): readonly BuiltObject[] {
  return finished(addLayer(NOTHING, layer, sources, [layer.directory]), sources)
}

/**
 * What `kustomize build` prints, in the order of its resources. Hashes, references and variables wait for all layers:
 * names are final only then.
 */
export function finished(
  { objects, fields, vars, isPartial }: Accumulated,
  { report }: BuildSources,
): readonly BuiltObject[] {
  const hashed = objects.map((object) => withHash(object, report))
  const referring = updateReferences(hashed, fields.nameReference, report)
  return resolveVars(referring, vars, fields.varReference, isPartial ? () => {} : report).filter(isApplied)
}

/** What a directory gives to those that take it as a base: names and references are not final yet. */
function accumulate(directory: string, sources: BuildSources, path: readonly string[]): Accumulated {
  return sources.once(directory, () => {
    const layer = sources.layer(directory)
    return layer ? addLayer(NOTHING, layer, sources, [...path, directory]) : NOTHING
  })
}

/** A base starts with nothing, a component with all that its parent has so far. */
function addLayer(
  before: Accumulated,
  layer: Layer,
  sources: BuildSources,
  path: readonly string[],
): Accumulated {
  sources.reach(layer.directory)
  const read = addResources(before, layer, sources, path)
  const fields = configured(read.fields, layer, sources)
  const isPartial = nameWhatIsNotRun(layer, sources) || read.isPartial
  const generated = runGenerators(read.objects, contextOf(layer, { ...read, fields, isPartial }, sources))
  const state = addComponents({ ...read, fields, isPartial, objects: generated }, layer, sources, path)
  if (!sources.spend(state.objects.length * ruleCount(layer), layer)) return state
  const context = contextOf(layer, state, sources)
  const objects = TRANSFORMERS.reduce<readonly BuiltObject[]>(
    (all, transform) => transform(all, context),
    state.objects,
  )
  const declared = declareVars(objects, layer)
  return { ...state, objects: declared.objects, vars: [...state.vars, ...declared.vars] }
}

function addComponents(
  before: Accumulated,
  layer: Layer,
  sources: BuildSources,
  path: readonly string[],
): Accumulated {
  let state = before
  for (const item of itemsBelow(layer.value, 'components')) {
    const directory = sources.directory(item, layer, path)
    const component = directory === undefined ? undefined : sources.layer(directory)
    const isTaken =
      component && isShallow(path, item, layer, sources) && sources.spend(COMPONENT_LOOKS, component)
    if (!component || !isTaken) state = { ...state, isPartial: true }
    else state = addLayer(state, component, sources, [...path, directory!])
  }
  return state
}

/** How often the transformers go through all objects. */
function ruleCount({ value }: Layer): number {
  let rules = 0
  for (const written of value.entries.values()) if (isSequence(written)) rules += written.items.length
  return rules
}

/** `resources:` and the older `bases:`: files of objects, and folders with a kustomization of their own. */
function addResources(
  before: Accumulated,
  layer: Layer,
  sources: BuildSources,
  path: readonly string[],
): Accumulated {
  let { fields, vars, isPartial } = before
  const added: BuiltObject[] = []
  for (const item of ['resources', 'bases'].flatMap((key) => itemsBelow(layer.value, key))) {
    const file = sources.resourceFile(item, layer)
    if (file) {
      for (const { value, range } of sources.manifests(file)) added.push(builtObject(value, range))
      continue
    }
    const base = baseOf(item, layer, sources, path)
    added.push(...(base?.objects ?? []))
    fields = joinFields(fields, base?.fields ?? fields)
    vars = [...new Set([...vars, ...(base?.vars ?? [])])]
    isPartial ||= base?.isPartial ?? true
    // The rest would only be counted.
    if (added.length > MAX_OBJECTS) break
  }
  return { objects: append(before.objects, added, sources.report), fields, vars, isPartial }
}

function baseOf(
  item: Value,
  layer: Layer,
  sources: BuildSources,
  path: readonly string[],
): Accumulated | undefined {
  const directory = sources.directory(item, layer, path)
  if (directory === undefined || !isShallow(path, item, layer, sources)) return undefined
  if (!sources.layer(directory)?.isComponent) return accumulate(directory, sources, path)
  sources.report(`"${textOf(item)}" is a component. expected it in \`components\``, rangeIn(layer, item))
  return undefined
}

function isShallow(path: readonly string[], item: Value, layer: Layer, { report }: BuildSources): boolean {
  if (path.length < MAX_DEPTH) return true
  report(`bases are nested more than ${MAX_DEPTH} deep`, rangeIn(layer, item))
  return false
}

function append(
  objects: readonly BuiltObject[],
  added: readonly BuiltObject[],
  report: Report,
): readonly BuiltObject[] {
  const ids = new Set(objects.map(({ value }) => idKey(idOf(value))))
  const fresh: BuiltObject[] = []
  for (const object of added) {
    const id = idOf(object.value)
    if (ids.has(idKey(id)))
      report(`${describeId(id)} is there already: its second definition is not read`, object.range)
    else if (ids.size >= MAX_OBJECTS) {
      report(`the kustomization has more than ${MAX_OBJECTS} objects: the others are not read`, object.range)
      break
    } else {
      ids.add(idKey(id))
      fresh.push(object)
    }
  }
  return [...objects, ...fresh]
}

function configured(fields: TransformerFields, layer: Layer, sources: BuildSources): TransformerFields {
  const context = contextOf(layer, { fields, isPartial: false }, sources)
  return itemsBelow(layer.value, 'configurations')
    .flatMap((item) => fileDocuments(textOf(item) ?? '', item, context))
    .reduce((all, document) => joinFields(all, readTransformerFields(document)), fields)
}

/** Plugins are programs, and programs of a repository are not run. Gives whether there are any. */
function nameWhatIsNotRun(layer: Layer, { notRead }: BuildSources): boolean {
  const plugins = ['generators', 'transformers', 'validators'].flatMap((key) =>
    itemsBelow(layer.value, key).map((item) => ({ key, item, name: textOf(item)?.split('\n')[0] })),
  )
  const charts = ['helmCharts', 'helmChartInflationGenerator'].flatMap((key) =>
    itemsBelow(layer.value, key).map((item) => ({
      key,
      item,
      name: textBelow(item, 'name') ?? textBelow(item, 'chartName'),
    })),
  )
  for (const { key, item, name } of plugins)
    notRead(name ?? key, `\`${key}\` of a kustomization are plugins, which are not run`, rangeIn(layer, item))
  for (const { key, item, name } of charts)
    notRead(name ?? key, `\`${key}\` of a kustomization are not rendered`, rangeIn(layer, item))
  return plugins.length + charts.length > 0
}

function contextOf(
  layer: Layer,
  { fields, isPartial }: Pick<Accumulated, 'fields' | 'isPartial'>,
  sources: BuildSources,
): LayerContext {
  return {
    layer,
    fields,
    isPartial,
    report: sources.report,
    file: (path, value) => sources.file(path, layer, value),
  }
}

function withHash(object: BuiltObject, report: Report): BuiltObject {
  if (!object.isHashed) return object
  const hash = contentHash(object.value)
  const name = textBelow(object.value, 'metadata', 'name') ?? ''
  if (hash === undefined) {
    report(`the content of ${name} is not known in full, so its name has no hash`, object.range)
    return object
  }
  const hashed = writtenAt(string(`${name}-${hash}`), object.range)
  return { ...rememberId(object), value: withValueBelow(object.value, ['metadata', 'name'], hashed) }
}

/** Objects may say that they are for tools only. */
function isApplied({ value }: BuiltObject): boolean {
  const local = textsBelow(value, 'metadata', 'annotations').get('config.kubernetes.io/local-config')
  return local === undefined || local === 'false'
}
