import { SourceFile } from '../../source/source-file.ts'
import { isExact } from '../number.ts'
import { parseExpression, parseTemplate } from '../parse.ts'
import type { Expression, Span, TemplateExpression } from '../syntax.ts'
import type { JsonNode, JsonString } from './json-node.ts'
import { type Placed, placedIn } from './placed-in.ts'

/**
 * What a string of a JSON configuration is: a template, a literal text (`.tfvars.json`, and the default of a
 * variable), or an expression written without `${…}` around it (the type of a variable).
 */
export type StringForm = 'template' | 'literal' | 'expression'

/** A JSON value as the expression that Terraform takes it for, with its places in the JSON text. */
export function jsonExpression(node: JsonNode, form: StringForm, placed: Placed): Expression {
  const { start, end } = node
  switch (node.kind) {
    case 'literal':
      return { kind: 'literal', value: node.value, start, end }
    case 'number': {
      const value = Number(node.digits)
      const digits = isExact(node.digits, value) ? undefined : node.digits
      return { kind: 'literal', value, ...(digits && { digits }), start, end }
    }
    case 'string':
      return stringExpression(node, form, placed)
    case 'array':
      return {
        kind: 'tuple',
        items: node.items.map((item) => jsonExpression(item, form, placed)),
        start,
        end,
      }
    case 'object': {
      const keyForm = form === 'expression' ? 'template' : form
      const items = node.members.map((member) => ({
        key: stringExpression(member.key, keyForm, placed),
        value: jsonExpression(member.value, form, placed),
        start: member.start,
        end: member.end,
      }))
      return { kind: 'object', items, start, end }
    }
    default:
      return node satisfies never
  }
}

function stringExpression(node: JsonString, form: StringForm, placed: Placed): Expression {
  const { value, start, end } = node
  if (form === 'expression') {
    const { expression, problems } = parseExpression(new SourceFile(placed.source.path, value))
    return placedIn(expression, problems, node, placed)
  }
  if (form === 'literal' || !/[$%]\{/.test(value)) return text(value, { start, end })
  const { template, problems } = parseTemplate(new SourceFile(placed.source.path, value))
  const { parts } = placedIn(template, problems, node, placed)
  return { kind: 'template', form: 'quoted', parts, start, end }
}

function text(value: string, { start, end }: Span): TemplateExpression {
  const parts = value === '' ? [] : [{ kind: 'text' as const, value, start: start + 1, end: end - 1 }]
  return { kind: 'template', form: 'quoted', parts, start, end }
}
