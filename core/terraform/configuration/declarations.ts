import type { Attribute, Block, Body, Span } from '../../hcl/syntax.ts'
import type { Problem } from '../../source/problem.ts'
import type { Range, SourceFile } from '../../source/source-file.ts'

/** A node together with the file it stands in. */
export interface Located<Node> {
  readonly node: Node
  readonly source: SourceFile
}

/** Blocks of one kind by their labels; of two with the same, the first counts. */
export class Declarations {
  readonly byName = new Map<string, Located<Block>>()
  readonly #labels: 1 | 2

  constructor(labels: 1 | 2) {
    this.#labels = labels
  }

  /** Takes a block in, or says why not. */
  add(located: Located<Block>): Problem | undefined {
    const { node, source } = located
    const labels = node.labels.slice(0, this.#labels).map((label) => label.value)
    if (labels.length < this.#labels) {
      const wanted = this.#labels === 1 ? 'a name' : 'a type and a name'
      const message = `"${node.type}" has ${labels.length} labels. expected ${wanted}`
      return { severity: 'error', message, range: rangeIn(source, node.typeSpan) }
    }
    const name = labels.join('.')
    const before = this.byName.get(name)
    if (!before) {
      this.byName.set(name, located)
      return undefined
    }
    return declaredTwice(`${node.type} "${name}"`, before, headerOf(located))
  }
}

export function declaredTwice(what: string, { node, source }: Located<Span>, range: Range): Problem {
  const { line } = source.position(node.start)
  const message = `${what} is declared twice. the first is at ${source.path}:${line}, and counts`
  return { severity: 'error', message, range }
}

export function attributeNamed(body: Body, name: string): Attribute | undefined {
  return body.attributes.find((attribute) => attribute.name === name)
}

/** A block's type and labels, without its body: where findings about the whole block point. */
export function headerOf({ node, source }: Located<Block>): Range {
  return { source, start: node.typeSpan.start, end: node.labels.at(-1)?.end ?? node.typeSpan.end }
}

export function rangeIn(source: SourceFile, { start, end }: { start: number; end: number }): Range {
  return { source, start, end }
}

/** The text of an attribute whose value is itself an address, as in `moved { from = … }`. */
export function addressText(attribute: Attribute | undefined, source: SourceFile): string | undefined {
  if (!attribute) return undefined
  const { start, end } = attribute.value
  return literalText(attribute.value) ?? source.text.slice(start, end).replace(/\s+/g, '')
}

export function readRequired(body: Body, into: Map<string, string>): void {
  for (const { name, value } of body.attributes) {
    if (value.kind !== 'object') continue
    for (const item of value.items) {
      const key = item.key.kind === 'name' ? item.key.name : literalText(item.key)
      const source = key === 'source' ? literalText(item.value) : undefined
      if (source !== undefined) into.set(name, providerSource(source))
    }
  }
}

/** `aws` and `registry.terraform.io/hashicorp/aws` are both `hashicorp/aws`. */
function providerSource(source: string): string {
  const parts = source.toLowerCase().split('/')
  if (parts.length === 1) return `hashicorp/${parts[0]}`
  return parts.slice(-2).join('/')
}

/** The text of a string that needs no evaluation. */
export function literalText(expression: Attribute['value']): string | undefined {
  if (expression.kind !== 'template') return undefined
  const [part, ...more] = expression.parts
  if (!part) return ''
  return part.kind === 'text' && more.length === 0 ? part.value : undefined
}

/** An attribute of a block, with the file it stands in: an override file may have brought it. */
export function attributeIn({ node, source }: Located<Block>, name: string): Located<Attribute> | undefined {
  const attribute = attributeNamed(node.body, name)
  return attribute && { node: attribute, source: attribute.source ?? source }
}

/** The type of a nested block; a `dynamic` block's is its label. */
export function blockType({ type, labels }: Block): string {
  return type === 'dynamic' ? (labels[0]?.value ?? type) : type
}

/** The name a provider block declares: its label, and its alias if it has one. */
export function declaredName(block: Block): string {
  const alias = attributeNamed(block.body, 'alias')
  const text = alias && literalText(alias.value)
  return text === undefined ? block.labels[0]!.value : `${block.labels[0]!.value}.${text}`
}
