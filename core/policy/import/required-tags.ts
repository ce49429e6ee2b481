import type { YamlNode } from '../../config/yaml-tree.ts'
import { entryOf, type Import, keyOf, lost, setValues, textOf, textsOf } from './imported-key.ts'

/** Names that lists of required tags go by. */
const REQUIRED = [
  'required_tags',
  'required-tags',
  'requiredTags',
  'mandatory_tags',
  'mandatory',
  'required',
  'tags',
]
const OPTIONAL = ['optional_tags', 'optional-tags', 'optionalTags', 'optional']
const VALUES = ['allowed_values', 'allowed-values', 'allowedValues', 'values', 'allowed']
const PATTERN = ['pattern', 'regex', 'allowed_regex', 'allowedRegex', 'format']

export function isRequiredTags(root: YamlNode): boolean {
  return (
    root.kind === 'sequence' || [...REQUIRED, ...OPTIONAL].some((name) => entryOf(root, name) !== undefined)
  )
}

/** A list of names, of objects with a name, or a mapping of names to values or rules. */
export function readRequiredTags(root: YamlNode, into: Import): void {
  if (root.kind !== 'mapping') {
    readTags(root, true, into)
    return
  }
  for (const [name, { node, keyRange }] of root.entries) {
    if (REQUIRED.includes(name)) readTags(node, true, into)
    else if (OPTIONAL.includes(name)) readTags(node, false, into)
    else lost(into, keyRange, `"${name}" is no list of tags that is known; it is not taken over`)
  }
}

function readTags(node: YamlNode, required: boolean, into: Import): void {
  if (node.kind === 'mapping') {
    for (const [name, { node: rule }] of node.entries) readRule(name, rule, required, into)
    return
  }
  if (node.kind !== 'sequence') {
    lost(into, node.range, 'expected a list of tags; this is not taken over')
    return
  }
  for (const item of node.items) {
    const name = textOf(item) ?? textOf(entryOf(item, 'name') ?? entryOf(item, 'key') ?? entryOf(item, 'tag'))
    if (name === undefined) lost(into, item.range, 'a tag without a name is not taken over')
    else readRule(name, item, required, into)
  }
}

function readRule(name: string, node: YamlNode, required: boolean, into: Import): void {
  const key = keyOf(into, name)
  key.required = required
  if (node.kind === 'sequence') setValues(key, textsOf(node, into))
  if (node.kind !== 'mapping') return
  for (const [field, { node: value, keyRange }] of node.entries) {
    if (['name', 'key', 'tag'].includes(field)) continue
    if (VALUES.includes(field)) setValues(key, textsOf(value, into))
    else if (PATTERN.includes(field) && textOf(value) !== undefined) key.pattern = textOf(value)!
    else if (['required', 'mandatory'].includes(field) && value.kind === 'scalar')
      key.required = value.value === true
    else
      lost(into, keyRange, `"${field}" of ${JSON.stringify(name)} has no counterpart; it is not taken over`)
  }
}
