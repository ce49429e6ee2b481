import { goJson } from '../../domain/go-json.ts'
import { isMapping, type MappingValue, type Value } from '../../domain/value.ts'
import { sha256 } from '../../source/hash/sha2.ts'
import { textBelow, textOf, valueBelow } from './value-edits.ts'

/**
 * The hash of a generated ConfigMap's or Secret's content that Kustomize appends to its name: ten characters, without
 * vowels and digits that could make words. Undefined where the content is not known.
 */
export function contentHash(object: MappingValue): string | undefined {
  const kind = textBelow(object, 'kind') ?? ''
  const more = kind === 'Secret' ? 'stringData' : 'binaryData'
  const data = textsJson(valueBelow(object, 'data'))
  const further = valueBelow(object, more)
  const furtherData = further && textsJson(further)
  if (data === undefined || (further && furtherData === undefined)) return undefined
  // The name is always empty here: Kustomize looks for a key called "metadata/name".
  const parts = [
    ...(kind === 'ConfigMap' && furtherData ? [`"binaryData":${furtherData}`] : []),
    `"data":${data}`,
    `"kind":${goJson(kind)}`,
    '"name":""',
    ...(kind === 'Secret' && furtherData ? [`"stringData":${furtherData}`] : []),
    ...(kind === 'Secret' ? [`"type":${goJson(textBelow(object, 'type') ?? '')}`] : []),
  ]
  const digest = sha256(new TextEncoder().encode(`{${parts.join(',')}}`))
  const hex = [...digest.slice(0, 5)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/[013ae]/g, (digit) => SAFE[digit]!)
}

const SAFE: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' }

/** As Go writes a map: sorted keys. `""` where there is none. */
function textsJson(value: Value | undefined): string | undefined {
  if (!value || !isMapping(value)) return '""'
  const pairs: string[] = []
  for (const key of [...value.entries.keys()].sort()) {
    const text = textOf(value.entries.get(key))
    if (text === undefined) return undefined
    pairs.push(`${goJson(key)}:${goJson(text)}`)
  }
  return `{${pairs.join(',')}}`
}
