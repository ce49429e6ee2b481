import {
  isMapping,
  type MappingValue,
  object,
  string,
  unknown,
  type Value,
  writtenAt,
} from '../../domain/value.ts'
import { type BuiltObject, builtObject, indexById } from './built-object.ts'
import { readSources } from './generator-sources.ts'
import { type LayerContext, rangeIn } from './layer.ts'
import { describeId, idKey, idOf } from './object-id.ts'
import {
  itemsBelow,
  textBelow,
  textOf,
  textsBelow,
  valueBelow,
  withEntry,
  withValueBelow,
} from './value-edits.ts'

type Objects = readonly BuiltObject[]

/** `configMapGenerator:` and `secretGenerator:`: what they make, added to or merged into what is there. */
export function runGenerators(objects: Objects, context: LayerContext): Objects {
  let all = objects
  for (const [key, kind] of [
    ['configMapGenerator', 'ConfigMap'],
    ['secretGenerator', 'Secret'],
  ] as const)
    for (const generator of itemsBelow(context.layer.value, key)) {
      const generated = generate(kind, generator, context)
      if (generated) all = absorb(all, generated, textBelow(generator, 'behavior') ?? 'create', context)
    }
  return all
}

function generate(
  kind: 'ConfigMap' | 'Secret',
  generator: Value,
  context: LayerContext,
): BuiltObject | undefined {
  const { layer, report } = context
  const written = valueBelow(generator, 'name')
  const name = textOf(written)
  if (!written || !name) {
    report(`a ${kind} generator needs a \`name\``, rangeIn(layer, generator))
    return undefined
  }
  const range = rangeIn(layer, written)
  const entries = new Map<string, Value>([
    ['apiVersion', string('v1')],
    ['kind', writtenAt(string(kind), range)],
    ['metadata', metadata(generator, written, context)],
  ])
  if (kind === 'Secret') entries.set('type', string(textBelow(generator, 'type') || 'Opaque'))
  const data = readSources(generator, name, context)
  if (kind === 'Secret' || data.size > 0)
    entries.set('data', object(kind === 'Secret' ? encoded(data) : data))
  if (option(generator, context, 'immutable') === 'true')
    entries.set('immutable', { kind: 'bool', value: true })
  const isHashed = option(generator, context, 'disableNameSuffixHash') !== 'true'
  return { ...builtObject(object(entries), range), isHashed }
}

function metadata(generator: Value, name: Value, { layer }: LayerContext): MappingValue {
  let value = object(new Map([['name', name]]))
  const namespace = valueBelow(generator, 'namespace')
  if (namespace && textOf(namespace)) value = withEntry(value, 'namespace', namespace)
  for (const key of ['labels', 'annotations']) {
    // The generator's own go before those of `generatorOptions`.
    const texts = new Map<string, Value>()
    for (const options of [valueBelow(layer.value, 'generatorOptions'), valueBelow(generator, 'options')]) {
      const mapping = valueBelow(options, key)
      for (const [name, text] of textsBelow(mapping))
        texts.set(name, { ...(mapping as MappingValue).entries.get(name)!, ...string(text) })
    }
    if (texts.size > 0) value = withEntry(value, key, object(texts))
  }
  return value
}

/** `generatorOptions` can switch on what a generator's own `options` leave off, not the other way round. */
function option(generator: Value, { layer }: LayerContext, key: string): string | undefined {
  const everywhere = textBelow(layer.value, 'generatorOptions', key)
  return everywhere === 'true' ? everywhere : textBelow(generator, 'options', key)
}

/** In base64, in lines of 70 characters, as Kustomize writes it: the hash of the name counts the line ends. */
function encoded(data: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const secrets = new Map<string, Value>()
  for (const [key, value] of data) {
    const text = textOf(value)
    if (text === undefined) secrets.set(key, unknown(`${key} is not known`))
    else {
      const bytes = new TextEncoder().encode(text)
      const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
      const lines = base64.length < 70 ? base64 : base64.replace(/.{1,70}/g, '$&\n')
      secrets.set(key, { ...value, ...string(lines), sensitive: true })
    }
  }
  return secrets
}

function absorb(objects: Objects, made: BuiltObject, behavior: string, { report }: LayerContext): Objects {
  const id = idOf(made.value)
  const places = indexById(objects).get(idKey(id)) ?? []
  const [place] = places
  if (behavior !== 'merge' && behavior !== 'replace') {
    if (place === undefined) return [...objects, made]
    report(`${describeId(id)} is there already. expected \`behavior: merge\` or \`replace\``, made.range)
    return objects
  }
  if (place === undefined || places.length > 1) {
    report(
      `there is ${place === undefined ? 'no' : 'more than one'} ${describeId(id)} to ${behavior}`,
      made.range,
    )
    return objects
  }
  return objects.with(place, joined(objects[place]!, made, behavior))
}

/** The new one's content, under the name and with what is remembered of the old one. */
function joined(old: BuiltObject, made: BuiltObject, behavior: 'merge' | 'replace'): BuiltObject {
  let { value } = made
  for (const path of [
    ['metadata', 'labels'],
    ['metadata', 'annotations'],
    ...(behavior === 'merge' ? [['data'], ['binaryData']] : []),
  ]) {
    const before = valueBelow(old.value, ...path)
    const now = valueBelow(value, ...path)
    if (!before || !isMapping(before)) continue
    const entries = new Map([...before.entries, ...(now && isMapping(now) ? now.entries : [])])
    value = withValueBelow(value, path, { ...before, entries })
  }
  for (const path of [
    ['metadata', 'name'],
    ['metadata', 'namespace'],
  ]) {
    const before = valueBelow(old.value, ...path)
    if (before) value = withValueBelow(value, path, before)
  }
  return { ...old, value, isHashed: made.isHashed }
}
