import type { Attribute, Block, Expression, HclFile } from '../../hcl/syntax.ts'
import { attributeNamed } from '../configuration/declarations.ts'
import { lineStart } from './lines.ts'

/** How the other resources write an attribute. */
export interface SiblingStyle {
  /** What most of them take their tags from, or merge them over, e.g. `local.tags`. */
  readonly base: string | undefined
  /** Whether an empty line goes before it; undefined where none has the attribute. */
  readonly apart: boolean | undefined
}

/** What most other resources of these files do; the first file that says anything decides. */
export function siblingStyle(
  files: readonly HclFile[],
  attribute: string,
  except: Block,
  carries: (type: string) => boolean,
): SiblingStyle {
  for (const file of files) {
    const written: Attribute[] = []
    for (const block of file.body.blocks) {
      if (block.type !== 'resource' || block === except || !carries(block.labels[0]?.value ?? '')) continue
      const found = attributeNamed(block.body, attribute)
      if (found) written.push(found)
    }
    if (written.length === 0) continue
    const bases = written.map(({ value }) => baseOf(file, value))
    const apart = written.filter(({ start }) => isApart(file, start)).length
    return { base: mostUsed(bases), apart: apart * 2 > written.length }
  }
  return { base: undefined, apart: undefined }
}

/** The one that more than half have in common. */
function mostUsed(bases: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const base of bases) if (base !== undefined) counts.set(base, (counts.get(base) ?? 0) + 1)
  for (const [base, count] of counts) if (count * 2 > bases.length) return base
  return undefined
}

/** `local.tags` of `local.tags` and of `merge(local.tags, { … })`; undefined where it is a resource's own. */
function baseOf(file: HclFile, value: Expression): string | undefined {
  if (isShared(value)) return textOf(file, value)
  if (value.kind !== 'call' || value.name !== 'merge' || value.expandFinal) return undefined
  const shared = value.args.filter((argument) => argument.kind !== 'object')
  if (shared.length === 0 || !shared.every(isShared)) return undefined
  return shared.map((argument) => textOf(file, argument)).join(', ')
}

/** A local, a variable or a module's output: the same in all resources of a module. */
function isShared(expression: Expression): boolean {
  if (expression.kind !== 'attribute') return false
  const { object } = expression
  return object.kind === 'variable' ? SHARED.has(object.name) : isShared(object)
}

const SHARED = new Set(['local', 'var', 'module'])

function textOf({ source: { text } }: HclFile, { start, end }: Expression): string {
  return text.slice(start, end)
}

function isApart({ source: { text } }: HclFile, offset: number): boolean {
  const start = lineStart(text, offset)
  return start > 0 && text.slice(lineStart(text, start - 1), start).trim() === ''
}
