import { tableOf } from '../../domain/table-of.ts'
import type { TagOriginKind } from '../../domain/tag.ts'
import type { Block } from '../../hcl/syntax.ts'
import type { Range } from '../../source/source-file.ts'
import type { ConfigurationLoader } from './configuration-loader.ts'

const KINDS: Readonly<Record<string, TagOriginKind>> = tableOf({
  resource: 'resource',
  locals: 'local',
  variable: 'variable',
  module: 'module',
  output: 'output',
  data: 'data',
})

/** Which kind of block a place lies in, as a tag's provenance names it. */
export function originKind({ source, start }: Range, loader: ConfigurationLoader): TagOriginKind {
  if (/\.tfvars(\.json)?$/.test(source.path)) return 'var-file'
  const blocks = loader.file(source.path)?.body.blocks ?? []
  const around = blockAround(blocks, start)
  if (around?.type === 'provider') return 'default_tags'
  return (around && KINDS[around.type]) ?? 'other'
}

/** Top-level blocks come in the order of the text. */
function blockAround(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  const block = blocks[low]
  return block && block.start <= offset ? block : undefined
}
