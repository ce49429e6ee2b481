import { nearest } from '../config/nearest.ts'
import { identityOf } from '../domain/address.ts'
import type { Resource } from '../domain/resource.ts'
import type { Tag } from '../domain/tag.ts'
import { parseExpression } from '../hcl/parse.ts'
import { type Range, SourceFile } from '../source/source-file.ts'
import type { SourceEdit } from '../terraform/edits/index.ts'
import { literalText } from '../terraform/index.ts'
import { alsoText, type TagEditRequest } from './tag-edits.ts'
import { shown, type TagFix } from './tag-fix.ts'
import { Trial } from './tag-trial.ts'

/** More values than this make a menu nobody reads. */
const MAX_VALUES = 5

export interface ValueEditRequest extends Pick<TagEditRequest, 'inspected' | 'loader' | 'projects'> {
  /** The tag as the resource has it. */
  readonly tag: Tag
  /** What it may be instead; the one that was most likely meant comes first whatever their order. */
  readonly values: readonly string[]
}

/**
 * Ways to give a tag another value, where that value is a plain string in the user's files: in the resource, or in the
 * local, variable or variable file that it comes from. Tried as `tagEdits` are.
 */
export function replaceValueEdits(request: ValueEditRequest): readonly TagFix[] {
  const { tag, loader, projects, inspected, values } = request
  const literal = literalOf(tag)
  if (!literal || tag.value.kind !== 'string' || tag.value.sensitive) return []
  const { value } = tag.value
  const near = nearest(value, values)
  const trial = new Trial(loader, projects)
  return byNearness(tag, values).flatMap((wanted): TagFix[] => {
    const edit = replacing(literal, wanted)
    const outcome = trial.of([edit])
    const after = outcome?.tagsOf(inspected.resource)
    const now = after?.kind === 'taggable' ? after.tags.tags.get(tag.key)?.value : undefined
    if (!outcome || now?.kind !== 'string' || now.value !== wanted) return []
    const others = outcome.changes(trial.before).filter(({ key }) => key !== identityOf(inspected.resource))
    const what = `Change ${JSON.stringify(value)} to ${JSON.stringify(wanted)}`
    const title = what + placeText(literal, inspected.resource) + alsoText(others.length)
    return [{ title, edits: shown([edit]), isPreferred: wanted === near }]
  })
}

/** The values that a tag may have been meant to have, the likeliest first, as many as a menu takes. */
export function byNearness({ value }: Tag, values: readonly string[]): readonly string[] {
  const near = value.kind === 'string' ? nearest(value.value, values) : undefined
  const ordered = near === undefined ? values : [near, ...values.filter((other) => other !== near)]
  return ordered.slice(0, MAX_VALUES)
}

/** How a tag's value is replaced where it is a plain string in the user's files. Not tried. */
export function valueEdit(tag: Tag, wanted: string): SourceEdit | undefined {
  const literal = literalOf(tag)
  return literal && replacing(literal, wanted)
}

function replacing({ source: { path }, start, end }: Range, value: string): SourceEdit {
  return { path, start: start + 1, end: end - 1, pieces: [{ value }] }
}

/** The string that the tag's value is written as; undefined where it is made of several parts, or not ours. */
function literalOf({ value, origins }: Tag): Range | undefined {
  if (value.kind !== 'string') return undefined
  return origins.map(({ range }) => range).find((range) => isLiteral(range, value.value))
}

function isLiteral({ source, start, end }: Range, value: string): boolean {
  if (/(^|\/)\.terraform\//.test(source.path) || source.path.endsWith('.json')) return false
  const text = source.text.slice(start, end)
  if (!text.startsWith('"') || !text.endsWith('"') || text.length < 2) return false
  const { expression, problems } = parseExpression(new SourceFile(source.path, text))
  return problems.length === 0 && literalText(expression) === value
}

/** Where the string stands, if not in the same file as the resource. */
function placeText({ source, start }: Range, { range }: Resource): string {
  if (source.path === range.source.path) return ''
  return ` at ${source.path}:${source.position(start).line}`
}
