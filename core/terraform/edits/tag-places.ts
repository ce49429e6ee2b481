import type { Block, Body, Expression, HclFile, ObjectExpression } from '../../hcl/syntax.ts'
import { directoryOf } from '../../source/source-tree.ts'
import { attributeNamed, literalText } from '../configuration/declarations.ts'
import { intoAttribute, newAttribute } from './into-attribute.ts'
import { intoExpression } from './into-expression.ts'
import { blockAt, isEditable, type Place, type PlaceRequest } from './place.ts'
import { providerPlaces } from './provider-places.ts'
import { sharedPlaces } from './shared-places.ts'
import { siblingStyle } from './sibling-style.ts'
import { tagBlocks } from './tag-blocks.ts'

/** Where tags of a resource can be written: in its own block first, then where it takes them from. */
export function tagPlaces(request: PlaceRequest): readonly Place[] {
  const { resource, loader, placement } = request
  const found = blockAt(loader, resource.range)
  if (!found) return []
  const { file, block } = found
  return [
    ...(isEditable(resource.range) ? ownPlaces(request, file, block) : []),
    ...(placement.style === 'map' ? sharedPlaces(request, block) : []),
    ...(placement.acceptsDefaults ? providerPlaces(request) : []),
  ]
}

function ownPlaces(
  { resource, loader, placement, carries }: PlaceRequest,
  file: HclFile,
  block: Block,
): Place[] {
  const { path, style } = placement
  const name = resource.address
  const at = `${file.source.path}:${block.start}`
  const own = (base: string | undefined, write: Place['write']): Place => ({
    kind: 'own',
    at,
    name,
    base,
    write,
  })
  const inside = style === 'map' ? valueInside(block.body, path) : undefined
  if (inside) return [own(undefined, (entries) => intoExpression(file, inside, entries)?.edits)]
  const body = bodyAt(block.body, path.slice(0, -1))
  const attribute = path.at(-1)
  if (!body || attribute === undefined) return []
  if (style === 'pairs') {
    if (resource.type !== 'aws_autoscaling_group' || attributeNamed(body, 'tags')) return []
    return [own(undefined, (entries) => tagBlocks(file, body, attribute, entries, PROPAGATED))]
  }
  const written = attributeNamed(body, attribute)
  if (written) return [own(undefined, (entries) => intoAttribute(file, body, written, entries))]
  const files = loader.module(directoryOf(file.source.path))?.files ?? [file]
  const nearFirst = [file, ...files.filter((other) => other !== file)]
  const { base, apart } = siblingStyle(nearFirst, attribute, block, carries)
  const made = (from: string | undefined): Place =>
    own(from, (entries) => newAttribute(file, body, { name: attribute, base: from, entries, apart }))
  return base === undefined || path.length > 1 ? [made(undefined)] : [made(base), made(undefined)]
}

/** Without it the instances, which cost the money, have none of the group's tags. */
const PROPAGATED = [['propagate_at_launch', 'true']] as const

/** `manifest = { metadata = { labels = … } }`: what is written at a path that leads into an attribute's object. */
function valueInside(body: Body, [first, ...steps]: readonly string[]): Expression | undefined {
  if (first === undefined || steps.length === 0) return undefined
  let at = attributeNamed(body, first)?.value
  for (const step of steps) at = at?.kind === 'object' ? itemNamed(at, step) : undefined
  return at
}

function itemNamed({ items }: ObjectExpression, name: string): Expression | undefined {
  return items.find(({ key }) => (key.kind === 'name' ? key.name : literalText(key)) === name)?.value
}

/** The body of a nested block; undefined where one on the way is not written. */
function bodyAt(body: Body, path: readonly string[]): Body | undefined {
  let at: Body | undefined = body
  for (const step of path) at = at?.blocks.find(({ type }) => type === step)?.body
  return at
}
