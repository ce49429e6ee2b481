import type { Body, Expression, ObjectKeyName, Span, TemplatePart } from '../../core/hcl/syntax.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * The JSON that hcl2json and hcl2-parser turn HCL into: literals as they are, texts decoded, everything computed as
 * its source text in `${…}`; blocks under their type and labels, in lists.
 */
export function toJson(text: string, body: Body): Json {
  const result: Record<string, Json> = {}
  for (const attribute of body.attributes) result[attribute.name] = expressionToJson(text, attribute.value)
  for (const block of body.blocks) {
    let into = result
    const path = [block.type, ...block.labels.map((label) => label.value)]
    for (const step of path.slice(0, -1)) {
      into[step] ??= {}
      into = into[step] as Record<string, Json>
    }
    const last = path.at(-1)!
    into[last] = [...((into[last] as Json[] | undefined) ?? []), toJson(text, block.body)]
  }
  return result
}

function expressionToJson(text: string, node: Expression): Json {
  switch (node.kind) {
    case 'literal':
      return node.value
    case 'template':
      return node.parts.map((part) => partToText(text, part)).join('')
    case 'tuple':
      return node.items.map((item) => expressionToJson(text, item))
    case 'object':
      return Object.fromEntries(
        node.items.map(({ key, value }) => [keyToText(text, key), expressionToJson(text, value)]),
      )
    case 'unary':
      return node.operand.kind === 'literal' && typeof node.operand.value === 'number'
        ? -node.operand.value
        : interpolated(text, node)
    default:
      return interpolated(text, node)
  }
}

function keyToText(text: string, key: Expression | ObjectKeyName): string {
  if (key.kind === 'name') return key.name
  if (key.kind === 'template') return String(expressionToJson(text, key))
  return key.kind === 'attribute' ? source(text, key) : interpolated(text, key)
}

function partToText(text: string, part: TemplatePart): string {
  const inner = (parts: readonly TemplatePart[]) => parts.map((each) => partToText(text, each)).join('')
  switch (part.kind) {
    case 'text':
      return part.value.replace(/([$%])\{/g, '$1$1{')
    case 'interpolation':
      return part.expression.kind === 'template'
        ? inner(part.expression.parts) // both write a template in a template as one
        : interpolated(text, part.expression)
    case 'if':
      return `%{if ${source(text, part.condition)}}${inner(part.then)}${
        part.otherwise.length > 0 ? `%{else}${inner(part.otherwise)}` : ''
      }%{endif}`
    case 'for': {
      const names = part.keyName === undefined ? part.valueName : `${part.keyName}, ${part.valueName}`
      return `%{for ${names} in ${source(text, part.collection)}}${inner(part.body)}%{endfor}`
    }
    default:
      return part satisfies never
  }
}

function interpolated(text: string, node: Span): string {
  return '${' + source(text, node) + '}'
}

function source(text: string, node: Span): string {
  return text.slice(node.start, node.end)
}
