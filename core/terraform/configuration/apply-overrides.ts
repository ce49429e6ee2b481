import type { Attribute, Block, Body, HclFile, Span } from '../../hcl/syntax.ts'
import type { Problem } from '../../source/problem.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { blockType, declaredName, headerOf, type Located, readRequired } from './declarations.ts'

/** What files declared so far, for override files to change. */
export interface Overridable {
  /** By the type of the block and its name. */
  readonly blocks: Readonly<Record<string, { readonly byName: Map<string, Located<Block>> }>>
  readonly locals: Map<string, Located<Attribute>>
  readonly providers: Located<Block>[]
  readonly requiredProviders: Map<string, string>
}

/** Changes what is declared by what an override file says; whatever it has nothing to change for is a problem. */
export function applyOverrides({ source, body }: HclFile, declared: Overridable): readonly Problem[] {
  const problems: Problem[] = []
  const refuse = (range: Span, message: string): void => {
    const { start, end } = range
    problems.push({ severity: 'error', message, range: { source, start, end } })
  }
  for (const block of body.blocks)
    switch (block.type) {
      case 'locals':
        for (const node of block.body.attributes)
          if (declared.locals.has(node.name)) declared.locals.set(node.name, { node, source })
          else refuse(node.nameSpan, nothingToOverride(`local "${node.name}"`))
        break
      case 'provider':
        if (block.labels.length > 0 && !overrideProvider(block, source, declared.providers))
          refuse(headerOf({ node: block, source }), nothingToOverride(`provider "${declaredName(block)}"`))
        break
      case 'terraform':
        for (const inner of block.body.blocks)
          if (inner.type === 'required_providers') readRequired(inner.body, declared.requiredProviders)
        break
      default: {
        const known = Object.hasOwn(declared.blocks, block.type) ? declared.blocks[block.type] : undefined
        const name = block.labels.map(({ value }) => value).join('.')
        const base = known?.byName.get(name)
        if (base) known!.byName.set(name, { ...base, node: overriddenBlock(base.node, block, source) })
        else if (known)
          refuse(headerOf({ node: block, source }), nothingToOverride(`${block.type} "${name}"`))
        else refuse(block.typeSpan, `an override file cannot hold "${block.type}". move it to another file`)
      }
    }
  return problems
}

function nothingToOverride(what: string): string {
  return `there is no ${what} to override. declare it in another file, or rename this one`
}

function overrideProvider(block: Block, source: SourceFile, providers: Located<Block>[]): boolean {
  const name = declaredName(block)
  const index = providers.findIndex(({ node }) => declaredName(node) === name)
  const base = providers[index]
  if (base) providers[index] = { ...base, node: overriddenBlock(base.node, block, source) }
  return base !== undefined
}

/**
 * A block with what an override file changes of it: arguments one by one, nested blocks by all of a type. What comes
 * from the override knows its own file.
 * https://developer.hashicorp.com/terraform/language/files/override
 */
function overriddenBlock(base: Block, { body }: Block, source: SourceFile): Block {
  return { ...base, body: overriddenBody(base.body, body, source) }
}

function overriddenBody(base: Body, over: Body, source: SourceFile): Body {
  const replaced = new Set(over.attributes.map(({ name }) => name))
  const attributes = [
    ...base.attributes.filter(({ name }) => !replaced.has(name)),
    ...over.attributes.map((attribute): Attribute => ({ ...attribute, source })),
  ]
  const types = new Set(over.blocks.map(blockType))
  const blocks = [
    ...base.blocks.filter((block) => !types.has(blockType(block)) || block.type === 'lifecycle'),
    ...over.blocks.filter(({ type }) => type !== 'lifecycle').map((block): Block => ({ ...block, source })),
  ]
  return { ...base, attributes, blocks: blocks.map((block) => withLifecycle(block, over, source)) }
}

/** The arguments of `lifecycle` are overridden one by one, as those of the resource itself. */
function withLifecycle(block: Block, over: Body, source: SourceFile): Block {
  const change = block.type === 'lifecycle' && over.blocks.find(({ type }) => type === 'lifecycle')
  return change ? overriddenBlock(block, change, source) : block
}
