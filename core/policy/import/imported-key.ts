import type { YamlNode } from '../../config/yaml-tree.ts'
import type { Problem } from '../../source/problem.ts'
import type { Range } from '../../source/source-file.ts'

/** One key of the schema that is being put together, as ascribe.yml would have it. */
export interface ImportedKey {
  required?: boolean
  requiredWhen?: Record<string, string>
  values?: string[]
  pattern?: string
}

/** The schema while it is read, and what of the file has no counterpart. */
export interface Import {
  readonly keys: Map<string, ImportedKey>
  readonly problems: Problem[]
}

export function keyOf({ keys }: Import, name: string): ImportedKey {
  const found = keys.get(name) ?? {}
  keys.set(name, found)
  return found
}

export function lost({ problems }: Import, range: Range, message: string): void {
  problems.push({ severity: 'warning', message, range })
}

export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined
}

export function entryOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'mapping' ? node.entries.get(key)?.node : undefined
}

/** The texts of a list; what is none is reported. */
export function textsOf(node: YamlNode | undefined, into: Import): string[] {
  if (node?.kind !== 'sequence') return []
  return node.items.flatMap((item) => {
    const text = textOf(item)
    if (text === undefined) lost(into, item.range, 'expected a text here; this is not taken over')
    return text ?? []
  })
}

/** Values with `*` for any run of characters are patterns; the others stay a list. */
export function setValues(key: ImportedKey, values: readonly string[], wildcard = /\*/g): void {
  if (!values.some((value) => value.search(wildcard) >= 0)) {
    key.values = [...new Set([...(key.values ?? []), ...values])]
    return
  }
  const all = [...(key.values ?? []), ...values].map((value) => value.split(wildcard).map(escaped).join('.*'))
  delete key.values
  key.pattern = `^(?:${[...new Set(all)].join('|')})$`
}

export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
