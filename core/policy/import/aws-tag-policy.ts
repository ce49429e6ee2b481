import type { YamlNode } from '../../config/yaml-tree.ts'
import { entryOf, type Import, keyOf, lost, setValues, textOf, textsOf } from './imported-key.ts'

/** `{"tags": {"costcenter": {"tag_key": {"@@assign": "CostCenter"}, …}}}` */
export function isAwsTagPolicy(root: YamlNode): boolean {
  const tags = entryOf(root, 'tags')
  return (
    tags?.kind === 'mapping' &&
    [...tags.entries.values()].some(({ node }) =>
      ['tag_key', 'tag_value', 'enforced_for', 'report_required_tag_for'].some((name) => entryOf(node, name)),
    )
  )
}

export function readAwsTagPolicy(root: YamlNode, into: Import): void {
  const tags = entryOf(root, 'tags')
  if (tags?.kind !== 'mapping') return
  for (const [policyKey, { node, keyRange }] of tags.entries) {
    if (node.kind !== 'mapping') {
      lost(into, keyRange, `"${policyKey}" is no policy of a tag; it is not taken over`)
      continue
    }
    // Without a tag_key the lower case of the policy key is the one that complies.
    const key = keyOf(into, textOf(assigned(entryOf(node, 'tag_key'), into)) ?? policyKey.toLowerCase())
    const values = assigned(entryOf(node, 'tag_value'), into)
    if (values) setValues(key, textsOf(values, into))
    if (entryOf(node, 'report_required_tag_for')) key.required = true
    const enforced = node.entries.get('enforced_for')
    if (enforced)
      lost(
        into,
        enforced.keyRange,
        `"enforced_for" is not taken over: a schema holds for everything that costs money`,
      )
    for (const [name, entry] of node.entries)
      if (!['tag_key', 'tag_value', 'enforced_for', 'report_required_tag_for'].includes(name))
        lost(into, entry.keyRange, `"${name}" is not known; it is not taken over`)
  }
}

/** What `@@assign` sets; what a child policy may change is reported. */
function assigned(node: YamlNode | undefined, into: Import): YamlNode | undefined {
  if (node?.kind !== 'mapping') return node
  for (const [operator, { keyRange }] of node.entries)
    if (operator !== '@@assign')
      lost(into, keyRange, `"${operator}" is about the inheritance of policies; it is not taken over`)
  return entryOf(node, '@@assign')
}
