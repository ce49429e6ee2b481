import { isMapping, isSequence, type Value } from '../domain/value.ts'
import type { Range } from '../source/source-file.ts'
import type { SourceEdit } from '../terraform/edits/index.ts'
import type { TagEditRequest } from './tag-edits.ts'
import { shown, type TagFix } from './tag-fix.ts'
import { Trial } from './tag-trial.ts'

/** Switches that are off: those that tags of these types take to what they start. */
const SWITCHES: ReadonlyMap<string, { readonly block: string | undefined; readonly argument: string }> =
  new Map([
    ['aws_autoscaling_group', { block: 'tag', argument: 'propagate_at_launch' }],
    ['aws_batch_job_definition', { block: undefined, argument: 'propagate_tags' }],
  ])

/** Turns on what keeps tags from what a resource starts, where a plain `false` is written in the user's files. Tried. */
export function propagationFixes({
  inspected: { resource },
  loader,
  projects,
}: Pick<TagEditRequest, 'inspected' | 'loader' | 'projects'>): readonly TagFix[] {
  const found = SWITCHES.get(resource.type)
  if (!found) return []
  const { argument } = found
  const switches = (attributes: Value): readonly Value[] => {
    const holders = found.block === undefined ? [attributes] : itemsOf(attributes, found.block)
    return holders.flatMap((holder) => (isMapping(holder) ? (holder.entries.get(argument) ?? []) : []))
  }
  const off = switches(resource.attributes).filter((value) => value.kind === 'bool' && !value.value)
  const places = off.map(({ origins = [] }) => origins.find(isPlainFalse))
  const edits = new Map<string, SourceEdit>()
  for (const place of places) {
    if (!place) return []
    const { source, start, end } = place
    edits.set(`${source.path}:${start}`, { path: source.path, start, end, pieces: ['true'] })
  }
  if (edits.size === 0) return []
  const all = [...edits.values()]
  const after = new Trial(loader, projects).of(all)?.find(resource)
  const isOn = after && switches(after.attributes).every((value) => value.kind === 'bool' && value.value)
  return isOn ? [{ title: `Set ${argument} = true`, edits: shown(all), isPreferred: true }] : []
}

function itemsOf(attributes: Value, block: string): readonly Value[] {
  const value = isMapping(attributes) ? attributes.entries.get(block) : undefined
  return value && isSequence(value) ? value.items : []
}

function isPlainFalse({ source, start, end }: Range): boolean {
  if (/(^|\/)\.terraform\//.test(source.path) || source.path.endsWith('.json')) return false
  return source.text.slice(start, end) === 'false'
}
