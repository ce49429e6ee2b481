import { isMapping, isSequence, type MappingValue, string, type Value } from '../../domain/value.ts'
import { joinPath, type SourceTree } from '../../source/source-tree.ts'
import { itemsBelow, textBelow, textsBelow, valueBelow } from '../kustomize/value-edits.ts'
import type { Manifest } from '../manifest.ts'

type Parameters = ReadonlyMap<string, string>

/** More applications than this are no longer looked at one by one. */
const MAX_APPLICATIONS = 1_000

/** An `Application` itself, or what an `ApplicationSet` makes of its template with `list` and `git` directories. */
export function applicationsOf(
  { apiVersion, kind, value }: Manifest,
  tree: SourceTree,
): readonly MappingValue[] {
  if (!apiVersion.startsWith('argoproj.io/')) return []
  if (kind === 'Application') return [value]
  const template = valueBelow(value, 'spec', 'template')
  if (kind !== 'ApplicationSet' || !template || !isMapping(template)) return []
  const parameters = itemsBelow(value, 'spec', 'generators').flatMap((generator) => [
    ...itemsBelow(generator, 'list', 'elements').map((element) => textsBelow(element)),
    ...directoriesOf(generator, tree).map(directoryParameters),
  ])
  if (parameters.length === 0) return [template]
  return parameters.slice(0, MAX_APPLICATIONS).map((texts) => filled(template, texts) as MappingValue)
}

function directoriesOf(generator: Value, tree: SourceTree): readonly string[] {
  const found = new Set<string>()
  const directories = itemsBelow(generator, 'git', 'directories')
  for (const item of directories)
    if (textBelow(item, 'exclude') !== 'true')
      for (const path of expand((textBelow(item, 'path') ?? '').split('/'), tree)) found.add(path)
  for (const item of directories)
    if (textBelow(item, 'exclude') === 'true')
      for (const path of expand((textBelow(item, 'path') ?? '').split('/'), tree)) found.delete(path)
  return [...found].sort()
}

/** `apps/*`: a star stands for any folder whose name does not begin with a dot. */
function expand(steps: readonly string[], tree: SourceTree): readonly string[] {
  let paths: readonly string[] = ['']
  for (const step of steps) {
    if (step === '..') return []
    const matches = (name: string) =>
      step.includes('*') ? !name.startsWith('.') && matchesStars(name, step.split('*')) : name === step
    paths = paths
      .flatMap((path) =>
        tree
          .list(path)
          .filter(({ kind, name }) => kind === 'directory' && matches(name))
          .map(({ name }) => joinPath(path, name)),
      )
      .slice(0, MAX_APPLICATIONS)
  }
  return paths.filter((path) => path !== '')
}

/** Each part is looked for once, after the part before it. */
function matchesStars(name: string, parts: readonly string[]): boolean {
  const first = parts[0]!
  const last = parts.at(-1)!
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
    return false
  let from = first.length
  for (const part of parts.slice(1, -1)) {
    const at = name.indexOf(part, from)
    if (at < 0 || at + part.length > name.length - last.length) return false
    from = at + part.length
  }
  return true
}

function directoryParameters(path: string): Parameters {
  const basename = path.slice(path.lastIndexOf('/') + 1)
  return new Map([
    ['path', path],
    ['path.path', path],
    ['path.basename', basename],
    ['path.basenameNormalized', basename.toLowerCase().replace(/[^a-z0-9.-]/g, '-')],
    ...path.split('/').map((segment, index) => [`path[${index}]`, segment] as const),
  ])
}

/** `{{ name }}` and `{{ .name }}`; what is not known stays as it is written. */
function filled(value: Value, parameters: Parameters): Value {
  if (value.kind === 'string' && value.value.includes('{{'))
    return {
      ...value,
      ...string(
        value.value.replace(
          /\{\{\s*\.?([\w.[\]-]+)\s*\}\}/g,
          (all, name: string) => parameters.get(name) ?? all,
        ),
      ),
    }
  if (isSequence(value)) return { ...value, items: value.items.map((item) => filled(item, parameters)) }
  if (!isMapping(value)) return value
  const entries = new Map<string, Value>()
  for (const [key, item] of value.entries) entries.set(key, filled(item, parameters))
  return { ...value, entries }
}
