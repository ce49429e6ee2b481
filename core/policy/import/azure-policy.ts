import type { YamlNode } from '../../config/yaml-tree.ts'
import type { Range } from '../../source/source-file.ts'
import { type Atom, atomOf, resolved } from './azure-condition.ts'
import { entryOf, type Import, keyOf, lost, setValues } from './imported-key.ts'

/** A definition, its properties alone, its rule alone, or a list of definitions. */
export function isAzurePolicy(root: YamlNode): boolean {
  const first = root.kind === 'sequence' ? root.items[0] : root
  return first !== undefined && ruleOf(first) !== undefined
}

export function readAzurePolicy(root: YamlNode, into: Import): void {
  for (const definition of root.kind === 'sequence' ? root.items : [root]) {
    const rule = ruleOf(definition)
    const condition = entryOf(rule, 'if')
    if (!rule || !condition) {
      lost(into, definition.range, 'this is no policy definition; it is not taken over')
      continue
    }
    const parameters =
      entryOf(definition, 'parameters') ?? entryOf(entryOf(definition, 'properties'), 'parameters')
    const effect = resolved(entryOf(entryOf(rule, 'then'), 'effect'), parameters)
    if (effect !== undefined && !/^(?:deny|audit)$/i.test(effect)) {
      lost(into, rule.range, `a policy with the effect "${effect}" asks for no tag; it is not taken over`)
      continue
    }
    const found = conjunctions(condition, parameters, into)
    const isAboutBlank = (atoms: readonly Atom[]) => atoms.some(({ kind }) => kind === 'blank')
    // That a key is required is known before it is asked whether it may be empty.
    for (const atoms of [...found.filter((atoms) => !isAboutBlank(atoms)), ...found.filter(isAboutBlank)])
      take(atoms, condition.range, into)
  }
}

function ruleOf(node: YamlNode): YamlNode | undefined {
  const rule = entryOf(entryOf(node, 'properties'), 'policyRule') ?? entryOf(node, 'policyRule') ?? node
  return entryOf(rule, 'if') ? rule : undefined
}

/** More combinations than this are no policy that people wrote. */
const MAX_ALTERNATIVES = 100

/** The condition as alternatives of what holds together; one that cannot be read is reported and left out. */
function conjunctions(
  node: YamlNode,
  parameters: YamlNode | undefined,
  into: Import,
): readonly (readonly Atom[])[] {
  const any = entryOf(node, 'anyOf')
  if (any?.kind === 'sequence') return any.items.flatMap((item) => conjunctions(item, parameters, into))
  const all = entryOf(node, 'allOf')
  if (all?.kind === 'sequence') {
    let found: readonly (readonly Atom[])[] = [[]]
    for (const item of all.items) {
      const more = conjunctions(item, parameters, into)
      if (found.length * more.length > MAX_ALTERNATIVES) {
        lost(
          into,
          item.range,
          'this condition has too many alternatives; what it is part of is not taken over',
        )
        return []
      }
      found = found.flatMap((before) => more.map((atoms) => [...before, ...atoms]))
    }
    return found
  }
  const atom = atomOf(node, parameters)
  if (atom) return [[atom]]
  lost(
    into,
    node.range,
    'this condition has no counterpart in a tag schema; what it is part of is not taken over',
  )
  return []
}

function take(atoms: readonly Atom[], range: Range, into: Import): void {
  const equals = atoms.filter((atom) => atom.kind === 'equals')
  const asked = atoms.filter(({ kind }) => kind !== 'equals' && kind !== 'present')
  const [only] = asked
  if (asked.length !== 1 || !only) {
    lost(into, atoms[0]?.range ?? range, 'a schema cannot say this combination of tags; it is not taken over')
    return
  }
  const key = keyOf(into, only.tag)
  const isChecked = atoms.some(({ kind, tag }) => kind === 'present' && tag === only.tag)
  if (equals.length > 0) {
    if (only.kind === 'absent' || only.kind === 'blank')
      key.requiredWhen = Object.fromEntries(equals.map(({ tag, value }) => [tag, value]))
    else
      lost(
        into,
        only.range,
        `values of "${only.tag}" under a condition have no counterpart; they are not taken over`,
      )
    return
  }
  switch (only.kind) {
    case 'absent':
      key.required = true
      return
    case 'blank':
      // A required key is never empty; without that, nothing forbids it.
      if (!key.required)
        lost(
          into,
          only.range,
          `that "${only.tag}" is not empty can be said of required keys only; it is not taken over`,
        )
      return
    case 'other':
      setValues(key, only.values, /(?!)/g)
      if (!isChecked) key.required = true
      return
    case 'pattern':
      key.pattern = only.pattern
      if (!isChecked) key.required = true
      return
    default:
      return
  }
}
