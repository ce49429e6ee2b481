import { compilePattern } from '../../config/pattern.ts'
import type { Value } from '../../domain/value.ts'
import { type BuiltObject, originalId } from './built-object.ts'
import { labelSelector } from './label-selector.ts'
import { idOf, type ObjectId } from './object-id.ts'
import { textBelow, textsBelow } from './value-edits.ts'

export type Selector =
  | { readonly kind: 'selector'; readonly selects: (object: BuiltObject) => boolean }
  | { readonly kind: 'invalid'; readonly because: string }

type Matches = (text: string) => boolean

/** What a selector asks of an id; patterns hold for the whole text. */
export interface IdMatcher {
  readonly isEmpty: boolean
  readonly matchesKind: (id: ObjectId) => boolean
  readonly matchesName: Matches
  readonly matchesNamespace: Matches
}

/** `target:` of a patch: an object as it was or as it is called now. */
export function readSelector(target: Value): Selector {
  const ids = idMatcher(target)
  const texts = textSelector(target)
  if (ids.kind === 'invalid') return ids
  if (texts.kind === 'invalid') return texts
  const { matcher } = ids
  return {
    kind: 'selector',
    selects: (object) => {
      const [original, current] = [originalId(object), idOf(object.value)]
      return (
        (matcher.matchesNamespace(original.namespace) || matcher.matchesNamespace(current.namespace)) &&
        (matcher.matchesName(original.name) || matcher.matchesName(current.name)) &&
        matcher.matchesKind(current) &&
        texts.selects(object)
      )
    },
  }
}

export function idMatcher(
  target: Value,
):
  | { readonly kind: 'matcher'; readonly matcher: IdMatcher }
  | { readonly kind: 'invalid'; readonly because: string } {
  const invalid: string[] = []
  const asked = (key: string): Matches | undefined => {
    const pattern = textBelow(target, key)
    if (!pattern) return undefined
    const compiled = compilePattern(`^(?:${pattern})$`)
    if (compiled.kind === 'pattern') return compiled.matches
    invalid.push(`${key} "${pattern}" is no pattern: ${compiled.because}`)
    return undefined
  }
  const [group, version, kind, name, namespace] = ['group', 'version', 'kind', 'name', 'namespace'].map(asked)
  if (invalid[0] !== undefined) return { kind: 'invalid', because: invalid[0] }
  const any = () => true
  return {
    kind: 'matcher',
    matcher: {
      isEmpty: !(group || version || kind || name || namespace),
      matchesKind: (id) => (group ?? any)(id.group) && (version ?? any)(id.version) && (kind ?? any)(id.kind),
      matchesName: name ?? any,
      matchesNamespace: namespace ?? any,
    },
  }
}

/** `labelSelector` and `annotationSelector`. */
export function textSelector(target: Value): Selector {
  const labels = labelSelector(textBelow(target, 'labelSelector') ?? '')
  const annotations = labelSelector(textBelow(target, 'annotationSelector') ?? '')
  if (typeof labels === 'string') return { kind: 'invalid', because: labels }
  if (typeof annotations === 'string') return { kind: 'invalid', because: annotations }
  return {
    kind: 'selector',
    selects: ({ value }) =>
      labels(textsBelow(value, 'metadata', 'labels')) &&
      annotations(textsBelow(value, 'metadata', 'annotations')),
  }
}
