import type { Attribute, Block, HclFile } from '../../hcl/syntax.ts'
import type { Problem } from '../../source/problem.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { applyOverrides } from './apply-overrides.ts'
import {
  addressText,
  attributeNamed,
  Declarations,
  declaredTwice,
  type Located,
  rangeIn,
  readRequired,
} from './declarations.ts'
import { suggestion } from './suggestion.ts'

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

/** The parsed files of a directory. */
export interface ModuleFiles {
  readonly files: readonly HclFile[]
  /** In the order they apply. */
  readonly overrides: readonly HclFile[]
  /** Why further files are missing here. */
  readonly unread: readonly Problem[]
}

/** Sorts the parsed files of a directory into a module's configuration. */
export function moduleConfiguration(
  directory: string,
  { files, overrides, unread }: ModuleFiles,
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
  const all = [...files, ...overrides]
  const problems: Problem[] = [...unread, ...all.flatMap((file) => file.problems)]
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
          for (const inner of block.body.blocks)
            if (inner.type === 'required_providers') readRequired(inner.body, requiredProviders)
          break
        default:
          if (!WITHOUT_A_PLAN.has(block.type)) problems.push(unknownBlock(block, source))
      }

  const overridable = { blocks: declared, locals, providers, requiredProviders }
  for (const file of overrides) problems.push(...applyOverrides(file, overridable))

  return {
    directory,
    files: all,
    variables: declared.variable.byName,
    locals,
    outputs: declared.output.byName,
    calls: declared.module.byName,
    resources: declared.resource.byName,
    dataSources: declared.data.byName,
    providers,
    requiredProviders,
    moves,
    hasBackend: all.some(({ body }) => body.blocks.some(setsBackend)),
    problems,
  }
}

/** Blocks that plan nothing by themselves; the last are of newer versions, and of OpenTofu. */
const WITHOUT_A_PLAN = new Set(['check', 'ephemeral', 'import', 'removed', 'action', 'list', 'language'])
const KNOWN = ['terraform', 'provider', 'variable', 'locals', 'output', 'module', 'resource', 'data', 'moved']

function unknownBlock({ type, typeSpan }: Block, source: SourceFile): Problem {
  const meant = suggestion(type, [...KNOWN, ...WITHOUT_A_PLAN])
  const message = `there is no block "${type}" in a Terraform configuration${meant}`
  return { severity: 'error', message, range: rangeIn(source, typeSpan) }
}

function setsBackend({ type, body }: Block): boolean {
  return (
    type === 'terraform' && body.blocks.some((inner) => inner.type === 'backend' || inner.type === 'cloud')
  )
}
