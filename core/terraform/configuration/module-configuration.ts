import type { Attribute, Block, Body, HclFile, Span } from '../../hcl/syntax.ts'
import type { Problem } from '../../source/problem.ts'
import type { Range, SourceFile } from '../../source/source-file.ts'

/** A node together with the file it stands in. */
export interface Located<Node> {
  readonly node: Node
  readonly source: SourceFile
}

/** What the files of one directory declare, sorted by kind and name. Nothing is evaluated yet. */
export interface ModuleConfiguration {
  readonly directory: string
  readonly files: readonly HclFile[]
  readonly variables: ReadonlyMap<string, Located<Block>>
  readonly locals: ReadonlyMap<string, Located<Attribute>>
  readonly outputs: ReadonlyMap<string, Located<Block>>
  readonly calls: ReadonlyMap<string, Located<Block>>
  /** By `type.name`. */
  readonly resources: ReadonlyMap<string, Located<Block>>
  /** By `type.name`. */
  readonly dataSources: ReadonlyMap<string, Located<Block>>
  readonly providers: readonly Located<Block>[]
  /** Local name → source address, e.g. `aws` → `hashicorp/aws`. */
  readonly requiredProviders: ReadonlyMap<string, string>
  /** Moves, in order of appearance: addresses within this module. */
  readonly moves: readonly Move[]
  /** Whether a `backend` or `cloud` block makes it a root module by its own word. */
  readonly hasBackend: boolean
  readonly problems: readonly Problem[]
}

export interface Move {
  readonly from: string
  readonly to: string
}

/** Sorts the parsed files of a directory into a module's configuration. */
export function moduleConfiguration(
  directory: string,
  files: readonly HclFile[],
  unread: readonly Problem[] = [],
): ModuleConfiguration {
  const declared = {
    variable: new Declarations(1),
    output: new Declarations(1),
    module: new Declarations(1),
    resource: new Declarations(2),
    data: new Declarations(2),
  }
  const locals = new Map<string, Located<Attribute>>()
  const providers: Located<Block>[] = []
  const requiredProviders = new Map<string, string>()
  const moves: Move[] = []
  const problems: Problem[] = [...unread, ...files.flatMap((file) => file.problems)]
  let hasBackend = false

  for (const { source, body } of files)
    for (const block of body.blocks)
      switch (block.type) {
        case 'variable':
        case 'output':
        case 'module':
        case 'resource':
        case 'data': {
          const problem = declared[block.type].add({ node: block, source })
          if (problem) problems.push(problem)
          break
        }
        case 'locals':
          for (const node of block.body.attributes) {
            const before = locals.get(node.name)
            if (!before) locals.set(node.name, { node, source })
            // Twice in one block is a mistake that the parser has named.
            else if (!block.body.attributes.includes(before.node))
              problems.push(declaredTwice(`local.${node.name}`, before, rangeIn(source, node.nameSpan)))
          }
          break
        case 'provider':
          if (block.labels[0]) providers.push({ node: block, source })
          break
        case 'moved': {
          const from = addressText(attributeNamed(block.body, 'from'), source)
          const to = addressText(attributeNamed(block.body, 'to'), source)
          if (from && to) moves.push({ from, to })
          break
        }
        case 'terraform':
          for (const inner of block.body.blocks) {
            if (inner.type === 'backend' || inner.type === 'cloud') hasBackend = true
            if (inner.type === 'required_providers') readRequired(inner.body, requiredProviders)
          }
          break
      }

  return {
    directory,
    files,
    variables: declared.variable.byName,
    locals,
    outputs: declared.output.byName,
    calls: declared.module.byName,
    resources: declared.resource.byName,
    dataSources: declared.data.byName,
    providers,
    requiredProviders,
    moves,
    hasBackend,
    problems,
  }
}

/** Blocks of one kind by their labels; of two with the same, the first counts. */
class Declarations {
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

function declaredTwice(what: string, { node, source }: Located<Span>, range: Range): Problem {
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
function addressText(attribute: Attribute | undefined, source: SourceFile): string | undefined {
  if (!attribute) return undefined
  return source.text.slice(attribute.value.start, attribute.value.end).replace(/\s+/g, '')
}

function readRequired(body: Body, into: Map<string, string>): void {
  for (const { name, value } of body.attributes) {
    if (value.kind !== 'object') continue
    for (const item of value.items) {
      const key = item.key.kind === 'name' ? item.key.name : undefined
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
