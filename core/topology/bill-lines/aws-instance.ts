import type { Resource } from '../../domain/resource.ts'
import { isMapping, isSequence, type MappingValue, NULL, type Value } from '../../domain/value.ts'
import { valueAt } from '../value-at.ts'
import { allTagsOf, type BillRule, type TagSource, unseen } from './bill-line.ts'

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance
export const awsInstance: BillRule = {
  type: 'aws_instance',
  summary:
    'Volumes carry `volume_tags`, or the `tags` of their own block and, since version 5.39 of the provider, its `default_tags`.',
  lines: (resource) => [
    { what: 'instance', tags: [allTagsOf(resource)], remedy: 'write them in `tags`' },
    { what: 'volumes', sku: 'ebs/', tags: volumeTags(resource), remedy: remedy(resource) },
  ],
}

/** The provider takes `volume_tags` or tags of the blocks, not both. */
function remedy(resource: Resource): string {
  const isTagged = blocksOf(resource).some((block) => isMapping(block) && block.entries.has('tags'))
  return isTagged ? 'write them in `tags` of every block device' : 'write them in `volume_tags`'
}

function blocksOf(resource: Resource): readonly Value[] {
  return ['root_block_device', 'ebs_block_device'].flatMap((name) => itemsOf(resource, name))
}

function volumeTags(resource: Resource): readonly TagSource[] {
  const shared = valueAt(resource.attributes, 'volume_tags')
  if (shared.kind !== 'null') return [{ kind: 'written', value: shared, style: 'map', name: 'volume_tags' }]
  const blocks = blocksOf(resource)
  const hidden = blocks.find((block) => block.kind === 'unknown')
  if (hidden?.kind === 'unknown') return [unseen(hidden.because)]
  const own = blocks.map((block) => (isMapping(block) ? (block.entries.get('tags') ?? NULL) : NULL))
  return [{ kind: 'defaults', resource }, ...inAll(own)]
}

function itemsOf({ attributes }: Resource, name: string): readonly Value[] {
  const value = attributes.entries.get(name) ?? attributes.open
  if (!value || value.kind === 'null') return []
  if (!isSequence(value)) return [value]
  return value.open ? [...value.items, value.open] : value.items
}

/** The tags that all volumes have: the bill has one line for all of them here. */
function inAll(maps: readonly Value[]): readonly TagSource[] {
  const [first, ...others] = maps
  if (!first || first.kind === 'null') return []
  if (!isMapping(first) || others.length === 0) return [written(first)]
  const entries = [...first.entries].filter(([key]) =>
    others.every((other) => other.kind === 'unknown' || (isMapping(other) && other.entries.has(key))),
  )
  return [written({ ...first, entries: new Map(entries) } satisfies MappingValue)]
}

const written = (value: Value): TagSource => ({
  kind: 'written',
  value,
  style: 'map',
  name: 'tags of its block devices',
})
