import { providerName } from '../../domain/provider.ts'
import type { Resource } from '../../domain/resource.ts'
import type { Block, Body, HclFile } from '../../hcl/syntax.ts'
import { directoryOf } from '../../source/source-tree.ts'
import type { ConfigurationLoader } from '../configuration/configuration-loader.ts'
import { declaredName, headerOf } from '../configuration/declarations.ts'
import { passedProviders } from '../evaluation/provider-instance.ts'
import type { Entries } from './entries.ts'
import { newObject } from './entries.ts'
import { intoNamedAttribute } from './into-attribute.ts'
import { indentAt, isOneLine, lineBreakOf, lineEnd, stepOf } from './lines.ts'
import { blockAt, isEditable, type Place, type PlaceRequest } from './place.ts'
import type { SourceEdit } from './source-edit.ts'

/** The defaults of the resource's provider: `default_tags { tags = … }` of AWS, `default_labels` of Google. */
export function providerPlaces({ resource, loader }: PlaceRequest): readonly Place[] {
  const found = providerBlock(resource, loader)
  if (!found || !isEditable({ source: found.file.source, start: 0, end: 0 })) return []
  const { file, block, name } = found
  const isGoogle = providerName(resource.provider.source).startsWith('google')
  const write = (entries: Entries) =>
    isGoogle
      ? intoNamedAttribute(file, block.body, 'default_labels', entries)
      : asBlock(file, block.body, entries)
  const defaults = isGoogle ? 'default_labels' : 'default_tags'
  const at = `${file.source.path}:${block.start}`
  return [{ kind: 'provider', at, name: `${defaults} of provider "${name}"`, base: undefined, write }]
}

/** The block that configures a resource's provider: in its module, or passed down to it. */
function providerBlock(
  { provider, range, moduleCalls }: Resource,
  loader: ConfigurationLoader,
): { readonly file: HclFile; readonly block: Block; readonly name: string } | undefined {
  let { name } = provider
  let directory = directoryOf(range.source.path)
  for (let level = moduleCalls.length; ; level--) {
    const located = loader.module(directory)?.providers.find(({ node }) => declaredName(node) === name)
    const written = located && blockAt(loader, headerOf(located))
    if (written) return { ...written, name }
    const call = moduleCalls[level - 1]
    const caller = call && blockAt(loader, call.range)
    if (!caller) return undefined
    const passed = passedProviders(caller.block.body).get(name)
    if (passed === undefined && name.includes('.')) return undefined
    name = passed ?? name
    directory = directoryOf(caller.file.source.path)
  }
}

function asBlock(file: HclFile, body: Body, entries: Entries): readonly SourceEdit[] | undefined {
  const block = body.blocks.find(({ type }) => type === 'default_tags')
  if (block) return intoNamedAttribute(file, block.body, 'tags', entries)
  if (body.end <= body.start || isOneLine(file, body)) return undefined
  const items = [...body.attributes, ...body.blocks]
  const at = lineEnd(file, Math.max(body.start + 1, ...items.map(({ end }) => end)))
  const lineBreak = lineBreakOf(file)
  const step = stepOf(file)
  const outer = indentAt(file, body.start) + step
  const object = newObject(entries, { indent: outer + step, step, lineBreak, spread: true })
  const apart = items.length > 0 ? lineBreak : ''
  const head = [apart, `${lineBreak}${outer}default_tags {`, `${lineBreak}${outer}${step}tags = `]
  return [
    { path: file.source.path, start: at, end: at, pieces: [...head, ...object, `${lineBreak}${outer}}`] },
  ]
}
