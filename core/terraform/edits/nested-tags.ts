import type { Block, Body, HclFile } from '../../hcl/syntax.ts'
import { attributeNamed, literalText } from '../configuration/declarations.ts'
import { type Entries, newObject } from './entries.ts'
import { intoNamedAttribute, newAttribute } from './into-attribute.ts'
import { indentAt, isOneLine, lineBreakOf, lineEnd, stepOf } from './lines.ts'
import type { SourceEdit } from './source-edit.ts'

/** Where a resource writes the tags of what it starts. */
export interface NestedPlacement {
  /** The nested blocks, all of which get them; undefined for the resource's own body. */
  readonly blocks: readonly string[] | undefined
  /** What tells blocks of one type apart, e.g. `resource_type = "instance"`. One is made where there is none. */
  readonly only?: readonly [name: string, value: string]
  readonly attribute: string
}

/** The tags to write, or an expression that has them, e.g. `local.tags`. */
export type NestedTags = Entries | string

/** Undefined where there is no such block and none can be made, or where it cannot be written. */
export function nestedTags(
  file: HclFile,
  body: Body,
  { blocks, only, attribute }: NestedPlacement,
  tags: NestedTags,
): readonly SourceEdit[] | undefined {
  if (!blocks) return intoBody(file, body, attribute, tags)
  const own = body.blocks.filter((block) => blocks.includes(typeOf(block)))
  const bodies = own.map(contentOf).filter((inner) => !only || mayBe(inner, only))
  if (bodies.length === 0) {
    const isDynamic = own.some(({ type }) => type === 'dynamic')
    return only && !isDynamic ? newBlock(file, body, { block: blocks[0]!, only, attribute }, tags) : undefined
  }
  const edits = bodies.map((inner) => intoBody(file, inner, attribute, tags))
  return edits.every((edit) => edit !== undefined) ? edits.flat() : undefined
}

function typeOf({ type, labels }: Block): string {
  return type === 'dynamic' ? (labels[0]?.value ?? '') : type
}

/** What is in a block, or in those that a `dynamic` one makes. */
function contentOf(block: Block): Body {
  const { type, body } = block
  return (type === 'dynamic' && body.blocks.find((inner) => inner.type === 'content')?.body) || body
}

/** Whether a block is the one meant: it says so, or what it says is not written there. */
function mayBe(body: Body, [name, value]: readonly [string, string]): boolean {
  const written = attributeNamed(body, name)
  const text = written && literalText(written.value)
  return text === undefined ? written !== undefined : text === value
}

function intoBody(
  file: HclFile,
  body: Body,
  name: string,
  tags: NestedTags,
): readonly SourceEdit[] | undefined {
  if (typeof tags !== 'string') return intoNamedAttribute(file, body, name, tags)
  if (attributeNamed(body, name)) return undefined
  return newAttribute(file, body, { name, base: tags, entries: [], apart: undefined })
}

interface NewBlock {
  readonly block: string
  readonly only: readonly [name: string, value: string]
  readonly attribute: string
}

/** Behind its likes or, where it is the first, behind everything. */
function newBlock(
  file: HclFile,
  body: Body,
  { block, only: [name, value], attribute }: NewBlock,
  tags: NestedTags,
): readonly SourceEdit[] | undefined {
  if (body.end <= body.start || isOneLine(file, body)) return undefined
  const { path, text } = file.source
  const items = [...body.attributes, ...body.blocks]
  const like = body.blocks.findLast(({ type }) => type === block)
  const at = lineEnd(file, like?.end ?? Math.max(body.start + 1, ...items.map(({ end }) => end)))
  const lineBreak = lineBreakOf(file)
  const step = stepOf(file)
  const outer = indentAt(file, body.start) + step
  const inner = lineBreak + outer + step
  const layout = { indent: outer + step, step, lineBreak, spread: true }
  const isOne = typeof tags === 'string'
  const width = isOne ? Math.max(name.length, attribute.length) : 0
  const head = [
    items.length > 0 ? lineBreak : '',
    `${lineBreak}${outer}${block} {`,
    `${inner}${name.padEnd(width)} = "${value}"`,
    // An argument of several lines is aligned with none.
    isOne ? '' : lineBreak,
    `${inner}${attribute.padEnd(width)} = `,
  ]
  const pieces = [...head, ...(isOne ? [tags] : newObject(tags, layout)), `${lineBreak}${outer}}`]
  const after = /^\r?\n[ \t]*[^\s}]/.test(text.slice(at)) ? [lineBreak] : []
  return [{ path, start: at, end: at, pieces: [...pieces, ...after] }]
}
