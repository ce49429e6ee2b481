import type { TagKey, TagSchema } from '../config/tag-schema.ts'
import type { InspectedResource } from '../review/inspection.ts'
import { tagContextAt } from './tag-context.ts'

export interface EditorCompletion {
  readonly label: string
  readonly detail: string | undefined
  /** The words of the protocol's kinds that are used here. */
  readonly kind: 'property' | 'value'
  /** The text from here to the offset is replaced. */
  readonly start: number
  readonly insert: string
  /** `insert` has tab stops, and `plain` is for editors that know none. */
  readonly isSnippet: boolean
  readonly plain: string
  /** What is better comes first. */
  readonly rank: number
}

/** Tag keys of the schema that a map lacks, and the values that a key may have or has elsewhere. */
export function tagCompletions(
  text: string,
  offset: number,
  schema: TagSchema,
  resources: readonly InspectedResource[],
): readonly EditorCompletion[] {
  const context = tagContextAt(text, offset)
  if (!context) return []
  if (context.kind === 'value') {
    const key = keyNamed(schema, context.key)
    const end = context.isQuoted ? '' : '"'
    return valuesOf(context.key, key, resources).map(({ value, detail }, rank) => {
      const insert = end + quoted(value) + end
      return {
        label: value,
        detail,
        kind: 'value',
        start: context.start,
        insert,
        isSnippet: false,
        plain: insert,
        rank,
      }
    })
  }
  return schema.keys
    .filter(({ key }) => !context.present.has(key))
    .map((key, rank) => {
      const name = /^[A-Za-z_][\w-]*$/.test(key.key) ? key.key : `"${quoted(key.key)}"`
      const choices = valuesOf(key.key, key, resources).map(({ value }) => value)
      return {
        label: key.key,
        detail: key.required ? 'required' : key.requiredWhen ? 'required in some cases' : 'optional',
        kind: 'property',
        start: context.start,
        insert: context.hasValue ? name : `${name} = "${choiceOf(choices)}"`,
        isSnippet: !context.hasValue,
        plain: context.hasValue ? name : `${name} = ""`,
        rank: key.required ? rank : rank + schema.keys.length,
      } as const
    })
    .sort((a, b) => a.rank - b.rank)
}

function keyNamed(schema: TagSchema, written: string): TagKey | undefined {
  const meant = schema.aliases.get(written) ?? written
  return schema.keys.find(({ key }) => key === meant)
}

const MOST_VALUES = 50

/** What the schema allows; where it allows anything, what the key has elsewhere, the most used first. */
function valuesOf(
  written: string,
  key: TagKey | undefined,
  resources: readonly InspectedResource[],
): readonly { readonly value: string; readonly detail: string }[] {
  if (key?.values) return [...key.values, ...(key.or ?? [])].map((value) => ({ value, detail: 'allowed' }))
  const uses = new Map<string, number>()
  for (const { tags } of resources) {
    const tag = tags.kind === 'taggable' ? tags.tags.tags.get(written) : undefined
    if (tag?.value.kind === 'string' && !tag.value.sensitive && tag.value.value.trim() !== '')
      uses.set(tag.value.value, (uses.get(tag.value.value) ?? 0) + 1)
  }
  const used = [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST_VALUES)
  const others = (key?.or ?? []).map((value) => ({ value, detail: 'allowed' }))
  return [...others, ...used.map(([value, count]) => ({ value, detail: `used ${count}×` }))]
}

/** `${1|training,serving|}`; an empty tab stop where nothing is known. */
function choiceOf(values: readonly string[]): string {
  if (values.length === 0) return '$1'
  return `\${1|${values.map((value) => quoted(value).replace(/[\\$,|}]/g, '\\$&')).join(',')}|}`
}

/** Inside an HCL string. */
function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('${', '$${').replaceAll('%{', '%%{')
}
