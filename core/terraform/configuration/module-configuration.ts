import type { Attribute, Block, Body, HclFile } from '../../hcl/syntax.ts'
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
  const variables = new Map<string, Located<Block>>()
  const locals = new Map<string, Located<Attribute>>()
  const outputs = new Map<string, Located<Block>>()
  const calls = new Map<string, Located<Block>>()
  const resources = new Map<string, Located<Block>>()
  const dataSources = new Map<string, Located<Block>>()
  const providers: Located<Block>[] = []
  const requiredProviders = new Map<string, string>()
  const moves: Move[] = []
  const problems: Problem[] = [...unread, ...files.flatMap((file) => file.problems)]
  let hasBackend = false

  const declare = (
    into: Map<string, Located<Block>>,
    labels: number,
    block: Block,
    source: SourceFile,
  ): void => {
    if (block.labels.length < labels) {
      const wanted = labels === 1 ? 'a name' : 'a type and a name'
      problems.push({
        severity: 'error',
        message: `"${block.type}" has ${block.labels.length} labels. expected ${wanted}`,
        range: rangeIn(source, block.typeSpan),
      })
      return
    }
    const name = block.labels
      .slice(0, labels)
      .map((label) => label.value)
      .join('.')
    const before = into.get(name)
    if (!before) into.set(name, { node: block, source })
    else {
      const { line } = before.source.position(before.node.start)
      problems.push({
        severity: 'error',
        message: `${block.type} "${name}" is declared twice. the first is at ${before.source.path}:${line}, and counts`,
        range: headerOf({ node: block, source }),
      })
    }
  }

  for (const { source, body } of files)
    for (const block of body.blocks)
      switch (block.type) {
        case 'variable':
          declare(variables, 1, block, source)
          break
        case 'output':
          declare(outputs, 1, block, source)
          break
        case 'module':
          declare(calls, 1, block, source)
          break
        case 'resource':
          declare(resources, 2, block, source)
          break
        case 'data':
          declare(dataSources, 2, block, source)
          break
        case 'locals':
          for (const attribute of block.body.attributes)
            if (!locals.has(attribute.name)) locals.set(attribute.name, { node: attribute, source })
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
    variables,
    locals,
    outputs,
    calls,
    resources,
    dataSources,
    providers,
    requiredProviders,
    moves,
    hasBackend,
    problems,
  }
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
