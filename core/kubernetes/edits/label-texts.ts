import { isMap, isScalar, parseDocument } from 'yaml'
import type { Range } from '../../source/source-file.ts'

export interface LabelTexts {
  readonly key: Range
  readonly value: Range
}

/** How a string is written that can be replaced where it stands. */
const SIMPLE: readonly unknown[] = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE']

/**
 * Where the key and the value of a label stand, by the range of both. Undefined where they are not simply written there:
 * an alias, an anchor that others take, a block of text, a template.
 */
export function labelTexts(entry: Range, key: string, value: string): LabelTexts | undefined {
  const { source, start, end } = entry
  const { contents, errors } = parseDocument(source.text.slice(start, end), {
    schema: 'failsafe',
    logLevel: 'silent',
  })
  if (errors.length > 0 || !isMap(contents) || contents.items.length !== 1) return undefined
  const [pair] = contents.items
  const texts = [
    [pair!.key, key],
    [pair!.value, value],
  ] as const
  const ranges = texts.flatMap(([node, expected]): Range[] => {
    const isSimple = isScalar(node) && SIMPLE.includes(node.type) && node.anchor === undefined && !node.tag
    if (!isSimple || node.value !== expected || !node.range) return []
    return [{ source, start: start + node.range[0], end: start + node.range[1] }]
  })
  const [ofKey, ofValue] = ranges
  return ofKey && ofValue ? { key: ofKey, value: ofValue } : undefined
}
