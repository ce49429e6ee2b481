import type { Problem } from '../../source/problem.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { Attribute, Block, HclFile, Label } from '../syntax.ts'
import { jsonExpression, type StringForm } from './json-expression.ts'
import type { JsonMember, JsonNode, JsonObject, JsonString } from './json-node.ts'
import type { Placed } from './placed-in.ts'
import { readJson } from './read-json.ts'

/**
 * What a body in JSON may hold. JSON does not tell arguments from nested blocks: the names of the blocks do, and what
 * has none of those names is an argument.
 */
export interface JsonBodySchema {
  readonly blocks: Readonly<Record<string, JsonBlockSchema>>
  /** How strings of the arguments are read, where they are no templates. */
  readonly strings?: Readonly<Record<string, StringForm>>
  /** Set where a body holds no arguments but these. */
  readonly arguments?: readonly string[]
  /** How the strings of all other arguments are read; templates where it is not given. */
  readonly form?: StringForm
}

export interface JsonBlockSchema {
  readonly labels: number
  readonly body: JsonBodySchema
}

/**
 * The tree of a configuration in JSON, as HCL's JSON syntax defines it. Never throws; its places are those of the
 * JSON text.
 */
export function parseJsonBody(source: SourceFile, schema: JsonBodySchema): HclFile {
  const { root, problems: found } = readJson(source)
  const problems: Problem[] = [...found]
  const placed: Placed = { source, problems }
  const items: Items = { attributes: [], blocks: [] }
  if (root) for (const object of objectsOf(root, 'the file', placed)) readBody(object, schema, items, placed)
  problems.sort((a, b) => a.range.start - b.range.start)
  return { source, body: { ...items, start: 0, end: source.text.length }, comments: [], problems }
}

interface Items {
  readonly attributes: Attribute[]
  readonly blocks: Block[]
}

function readBody({ members }: JsonObject, schema: JsonBodySchema, into: Items, placed: Placed): void {
  const earlierOnes = new Map<string, JsonMember>()
  for (const member of members) {
    const { key, value } = member
    if (key.value === COMMENT) continue
    const block = Object.hasOwn(schema.blocks, key.value) ? schema.blocks[key.value] : undefined
    if (block) readBlocks(key, value, block, into, placed)
    else if (schema.arguments && !schema.arguments.includes(key.value)) {
      const expected = [...Object.keys(schema.blocks), ...schema.arguments]
      complain(placed, key, `"${key.value}" has no meaning here. expected one of ${expected.join(', ')}`)
    } else {
      const earlier = earlierOnes.get(key.value)
      if (earlier) complain(placed, key, repeated(key.value, placed.source, earlier))
      else {
        earlierOnes.set(key.value, member)
        into.attributes.push(attributeOf(member, schema, placed))
      }
    }
  }
}

function repeated(name: string, source: SourceFile, { start }: JsonMember): string {
  return `argument "${name}" is already set at line ${source.position(start).line}, expected it once`
}

/** A property of this name is a comment wherever arguments and blocks stand. */
const COMMENT = '//'

function attributeOf(
  { key, value, start, end }: JsonMember,
  { strings, form = 'template' }: JsonBodySchema,
  placed: Placed,
): Attribute {
  const as = strings && Object.hasOwn(strings, key.value) ? strings[key.value]! : form
  const expression = jsonExpression(value, as, placed)
  return { name: key.value, nameSpan: { start: key.start, end: key.end }, value: expression, start, end }
}

/** Labels are objects within one another; at each level an array stands for several of them. */
function readBlocks(
  key: JsonString,
  value: JsonNode,
  schema: JsonBlockSchema,
  into: Items,
  placed: Placed,
): void {
  const type = key.value
  const read = (node: JsonNode, labels: readonly Label[]): void => {
    if (labels.length === schema.labels) {
      for (const object of objectsOf(node, `block "${type}"`, placed))
        into.blocks.push(blockOf(key, labels, object, schema.body, placed))
      return
    }
    for (const object of objectsOf(node, `the labels of "${type}"`, placed)) {
      const named = object.members.filter((member) => member.key.value !== COMMENT)
      if (named.length === 0)
        complain(placed, object, `"${type}" lacks a label: expected a property named by it`)
      for (const { key: label, value: inner } of named)
        read(inner, [...labels, { value: label.value, start: label.start, end: label.end }])
    }
  }
  read(value, [])
}

function blockOf(
  key: JsonString,
  labels: readonly Label[],
  object: JsonObject,
  schema: JsonBodySchema,
  placed: Placed,
): Block {
  const items: Items = { attributes: [], blocks: [] }
  readBody(object, schema, items, placed)
  const { start, end } = object
  // The outer names may be shared with other blocks: the innermost is this one's own.
  const own = labels.at(-1) ?? key
  const typeSpan = { start: own.start, end: own.end }
  return { type: key.value, typeSpan, labels, body: { ...items, start, end }, start: own.start, end }
}

/** An object, or those in an array; `null` stands for none. */
function objectsOf(node: JsonNode, what: string, placed: Placed): readonly JsonObject[] {
  if (node.kind === 'object') return [node]
  if (node.kind === 'array')
    return node.items.flatMap((item) => (item.kind === 'array' ? wrong(item) : one(item)))
  return one(node)

  function one(item: JsonNode): readonly JsonObject[] {
    if (item.kind === 'object') return [item]
    return item.kind === 'literal' && item.value === null ? [] : wrong(item)
  }

  function wrong(item: JsonNode): readonly JsonObject[] {
    complain(placed, item, `${what} is ${describe(item)}. expected an object, or an array of objects`)
    return []
  }
}

function describe(node: JsonNode): string {
  return node.kind === 'literal' ? String(node.value) : `a JSON ${node.kind}`
}

function complain(
  { source, problems }: Placed,
  { start, end }: { start: number; end: number },
  message: string,
) {
  problems.push({ severity: 'error', message, range: { source, start, end } })
}
