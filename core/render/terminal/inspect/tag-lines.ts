import type { Tag } from '../../../domain/tag.ts'
import type { InspectedResource } from '../../../review/inspection.ts'
import type { Range } from '../../../source/source-file.ts'
import { directoryOf } from '../../../source/source-tree.ts'
import { type Cell, layOut } from '../../text/table.ts'
import { visible } from '../../text/visible.ts'
import { hang } from '../../text/wrap.ts'
import type { Page } from '../page.ts'

/** AWS allows 50 tags and Google 64 labels: lists that are longer, nobody reads on a terminal. */
const MAX_TAGS = 64
/** No line has room for more of a value. */
const MAX_VALUE = 256
const ALL_OF_THEM = 'which --format json lists'

/** The tags of a resource, and where each comes from. */
export function tagLines({ tags, resource }: InspectedResource, page: Page): readonly string[] {
  const { style, width } = page
  switch (tags.kind) {
    case 'notTaggable':
      return [style.quiet('  takes no tags')]
    case 'unknown':
      return hang('  tags unknown: ', visible(tags.because), width)
    case 'taggable': {
      const { tags: set, open } = tags.tags
      const directory = directoryOf(resource.range.source.path)
      const rows = [...set.values()].slice(0, MAX_TAGS).map((tag) => tagRow(tag, directory, page))
      const { lines } = layOut(
        [{ align: 'left' }, { align: 'left', shrinksTo: 24 }, { align: 'left', shrinksTo: 20 }],
        rows,
        width,
      )
      if (set.size === 0 && !open) return [style.warning('  no tags')]
      const more =
        set.size > MAX_TAGS ? [style.quiet(`  and ${set.size - MAX_TAGS} more, ${ALL_OF_THEM}`)] : []
      return [
        ...lines,
        ...more,
        ...(open ? hang('  further tags unknown: ', visible(open.because), width) : []),
      ]
    }
    default:
      return tags satisfies never
  }
}

/** `team = fraud-ml  (local at locals.tf:3)` */
function tagRow({ key, value, origins }: Tag, directory: string, page: Page): readonly Cell[] {
  const from = new Map<string, string>()
  for (const { kind, range } of origins) {
    const line = linePlace(range, directory, page)
    if (!from.has(line)) from.set(line, `${kind} at ${line}`)
  }
  const shown = value.sensitive
    ? 'sensitive'
    : value.kind === 'string'
      ? visible(value.value.slice(0, MAX_VALUE))
      : value.kind === 'unknown'
        ? `unknown: ${visible(value.because)}`
        : value.kind
  return [
    { text: `  ${visible(key.slice(0, MAX_VALUE))}` },
    { text: `= ${shown}`, ...(value.kind === 'unknown' && { style: page.style.warning }) },
    { text: from.size === 0 ? '' : `(${[...from.values()].join(' ← ')})`, style: page.style.quiet },
  ]
}

/** The line of an origin; a file beside the resource's own goes by its name. */
function linePlace({ source, start }: Range, directory: string, page: Page): string {
  const { path } = source
  const name =
    directoryOf(path) === directory ? path.slice(directory === '' ? 0 : directory.length + 1) : undefined
  return `${name === undefined ? page.path(path) : visible(name)}:${source.position(start).line}`
}
