import { compilePattern } from '../../../config/pattern.ts'
import {
  isMapping,
  isSequence,
  type MappingValue,
  string,
  type Value,
  writtenAt,
} from '../../../domain/value.ts'
import type { Range } from '../../../source/source-file.ts'
import { isSelected, updateField } from '../field-spec.ts'
import { rangeIn, type Transformer } from '../layer.ts'
import { kindOf } from '../object-id.ts'
import { itemsBelow, textBelow, textOf, withEntry } from '../value-edits.ts'

/** `images:` and the older `imageTags:`. */
export const setImages: Transformer = (objects, { layer, fields, report }) => {
  const rules = [...itemsBelow(layer.value, 'images'), ...itemsBelow(layer.value, 'imageTags')]
  let changed = objects
  for (const rule of rules) {
    const replace = imageRule(rule, (because) =>
      report(`\`images\` entry is not applied: ${because}`, rangeIn(layer, rule)),
    )
    if (!replace) continue
    changed = changed.map((object) => {
      const kind = kindOf(object.value)
      // A definition's schema may speak of images; it runs none.
      if (kind.kind === 'CustomResourceDefinition') return object
      let value = inContainers(object.value, replace) as MappingValue
      for (const { path, create: _, ...selector } of fields.images)
        if (isSelected(kind, selector)) value = updateField(value, path, replace)
      return { ...object, value }
    })
  }
  return changed
}

/** Containers are found wherever they stand, in custom resources too. */
function inContainers(value: Value, replace: (image: Value) => Value | undefined): Value {
  if (isSequence(value)) {
    const items = value.items.map((item) => inContainers(item, replace))
    return items.every((item, index) => item === value.items[index]) ? value : { ...value, items }
  }
  if (!isMapping(value)) return value
  let changed = value
  for (const [key, inner] of value.entries) {
    const walked = inContainers(inner, replace)
    const isContainers = (key === 'containers' || key === 'initContainers') && isSequence(walked)
    changed = withEntry(
      changed,
      key,
      isContainers ? { ...walked, items: imagesOf(walked.items, replace) } : walked,
    )
  }
  return changed
}

function imagesOf(
  containers: readonly Value[],
  replace: (image: Value) => Value | undefined,
): readonly Value[] {
  return containers.map((container) => {
    const image = isMapping(container) ? container.entries.get('image') : undefined
    const replaced = image && replace(image)
    return replaced && isMapping(container) ? withEntry(container, 'image', replaced) : container
  })
}

type Rule = (image: Value) => Value | undefined

function imageRule(rule: Value, refuse: (because: string) => void): Rule | undefined {
  const [name, newName, newTag, digest, tagSuffix] = ['name', 'newName', 'newTag', 'digest', 'tagSuffix'].map(
    (key) => textBelow(rule, key) ?? '',
  ) as [string, string, string, string, string]
  // The name is a pattern to Kustomize, though hardly anybody means it as one.
  const pattern = compilePattern(`^${name}(?::[a-zA-Z0-9_.{}-]*)?(?:@sha256:[a-zA-Z0-9_.{}-]*)?$`)
  if (pattern.kind === 'invalid') {
    refuse(`"${name}" is no pattern: ${pattern.because}`)
    return undefined
  }
  const range: Range | undefined = ['newTag', 'digest', 'newName', 'tagSuffix', 'name']
    .map((key) => (isMapping(rule) ? rule.entries.get(key)?.origins?.[0] : undefined))
    .find((found) => found !== undefined)
  return (image) => {
    const text = textOf(image)
    if (text === undefined || !pattern.matches(text)) return undefined
    const parts = splitImage(text)
    let { tag, digest: pinned } = parts
    if (newTag || digest) [tag, pinned] = [newTag, digest]
    else if (tagSuffix) [tag, pinned] = [tag + tagSuffix, '']
    const replaced = string(`${newName || parts.name}${tag && `:${tag}`}${pinned && `@${pinned}`}`)
    return range ? writtenAt({ ...image, ...replaced }, range) : { ...image, ...replaced }
  }
}

/** `host:5000/name:tag@digest`, where a port before the first slash is no tag. */
function splitImage(image: string): { name: string; tag: string; digest: string } {
  const slash = Math.max(image.indexOf('/'), 0)
  const at = image.indexOf('@', slash)
  const head = at < 0 ? image : image.slice(0, at)
  const colon = head.indexOf(':', slash)
  return {
    name: colon < 0 ? head : head.slice(0, colon),
    tag: colon < 0 ? '' : head.slice(colon + 1),
    digest: at < 0 ? '' : image.slice(at + 1),
  }
}
