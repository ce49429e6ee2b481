import { isMapping, isSequence, type MappingValue, string, type Value } from '../../domain/value.ts'
import type { Range } from '../../source/source-file.ts'
import { resolvePath, type SourceTree } from '../../source/source-tree.ts'
import { itemsBelow, textBelow, textOf, valueBelow } from '../kustomize/value-edits.ts'
import type { Manifest } from '../manifest.ts'
import { applicationsOf } from './application-set.ts'

/** One source of an Argo CD `Application` whose path is a folder of this repository. */
export interface Application {
  readonly name: string
  /** The folder that is deployed. */
  readonly path: string
  /** `spec.source`, or one of `spec.sources`. */
  readonly source: Value
  /** `spec.destination.namespace`: for what names no namespace itself. */
  readonly namespace: Value | undefined
  readonly range: Range
}

export interface FoundApplications {
  readonly applications: readonly Application[]
  /** Sources whose path only Argo CD knows. */
  readonly unknown: readonly { readonly path: string; readonly because: string; readonly range: Range }[]
}

/**
 * What the `Application`s and `ApplicationSet`s among these objects deploy from this repository. Which repository they
 * mean cannot be seen from within: one whose path is there is taken to mean this one.
 */
export function findApplications(manifests: readonly Manifest[], tree: SourceTree): FoundApplications {
  const applications: Application[] = []
  const unknown: FoundApplications['unknown'][number][] = []
  for (const manifest of manifests)
    for (const application of applicationsOf(manifest, tree)) {
      const spec = valueBelow(application, 'spec')
      const one = valueBelow(spec, 'source')
      for (const source of one ? [one] : itemsBelow(spec, 'sources')) {
        const written = textBelow(source, 'path')
        if (!written) continue
        const range = valueBelow(source, 'path')?.origins?.[0] ?? manifest.range
        const path = resolvePath('', written)
        if (written.includes('{{'))
          unknown.push({ path: written, because: 'only Argo CD knows the path of this application', range })
        else if (path !== undefined && tree.list(path).length > 0)
          applications.push({
            name: textBelow(application, 'metadata', 'name') ?? manifest.name,
            path,
            source,
            namespace: valueBelow(spec, 'destination', 'namespace'),
            range,
          })
      }
    }
  return { applications, unknown }
}

/** What `spec.source.kustomize` edits in the kustomization before it is built, as `kustomize edit` would. */
export function kustomizeEdits(source: Value, before: MappingValue): MappingValue {
  const asked = valueBelow(source, 'kustomize')
  if (!asked || !isMapping(asked)) return before
  const entries = new Map(before.entries)
  for (const key of ['namePrefix', 'nameSuffix', 'namespace']) {
    const value = asked.entries.get(key)
    if (value && textOf(value)) entries.set(key, value)
  }
  for (const key of ['commonLabels', 'commonAnnotations']) {
    const value = asked.entries.get(key)
    const old = entries.get(key)
    if (value && isMapping(value))
      entries.set(key, {
        ...value,
        entries: new Map([...(old && isMapping(old) ? old.entries : []), ...value.entries]),
      })
  }
  for (const key of ['images', 'replicas', 'patches', 'components']) {
    const value = asked.entries.get(key)
    if (!value || !isSequence(value)) continue
    const items = key === 'images' ? value.items.map(readImage) : value.items
    entries.set(key, { ...value, items: [...itemsBelow(before, key), ...items] })
  }
  return { ...before, entries }
}

/** `old=new:tag`, `name:tag` or `name@digest`, as Argo CD writes images. */
function readImage(written: Value): Value {
  const text = textOf(written)
  if (text === undefined) return written
  const equals = text.indexOf('=')
  const image = equals < 0 ? text : text.slice(equals + 1)
  const [, newName = '', newTag, digest] = /^((?:[^/@]*\/)*[^/:@]*)(?::([^@]*))?(?:@(.*))?$/.exec(image) ?? []
  const entries = new Map<string, Value>()
  const set = (key: string, value: string | undefined) => {
    if (value) entries.set(key, { ...written, ...string(value) })
  }
  set('name', equals < 0 ? newName : text.slice(0, equals))
  if (equals >= 0) set('newName', newName)
  set('newTag', newTag)
  set('digest', digest)
  return { kind: 'object', entries, ...(written.origins ? { origins: written.origins } : {}) }
}
