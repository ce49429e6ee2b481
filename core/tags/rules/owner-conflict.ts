import { catalogueName } from '../../config/catalogue.ts'
import { quote } from '../../config/wording.ts'
import type { Dimension } from '../../domain/owner.ts'
import type { Tag } from '../../domain/tag.ts'
import { locate, type Range } from '../../source/source-file.ts'
import type { CheckedTags, TagRule } from './tag-rule.ts'

export const ownerConflict: TagRule = {
  id: 'owner-conflict',
  severity: 'warning',
  summary: 'The tags of a resource and the catalogue name the same team, project and cost center.',
  *check(checked) {
    const { resource, catalogue, target } = checked
    const model = named('model', checked, catalogue.models)
    const ofModel = model && catalogue.models.get(model.name)
    const team = named('team', checked, catalogue.teams)
    const ofTeam = team && catalogue.teams.get(team.name)
    const claims = [
      { dimension: 'team', said: ofModel?.team, by: model, range: ofModel?.range, of: 'model' },
      { dimension: 'project', said: ofModel?.project, by: model, range: ofModel?.range, of: 'model' },
      { dimension: 'costCenter', said: ofTeam?.costCenter, by: team, range: ofTeam?.range, of: 'team' },
    ] as const
    for (const { dimension, said, by, range, of } of claims) {
      const found = tagOf(dimension, checked)
      // One key may answer two questions: a project that is a model cannot contradict itself.
      if (!found || said === undefined || !by || found.tag === by.tag) continue
      const { key, tag, value } = found
      if (value === said || catalogueName(value, target, new Map([[said, said]])) !== undefined) continue
      yield {
        key,
        message: `the "${tag.key}" tag of ${resource.address} is ${quote(value)}, and its ${of} ${quote(by.name)} is of ${quote(said)}${placeOf(range)}`,
        ranges: tag.origins.map(({ range }) => range),
      }
    }
  },
}

function tagOf(dimension: Dimension, { schema, tagFor }: CheckedTags) {
  const key = schema.keys.find(({ key }) => key === schema.dimensions[dimension])
  const tag = key && tagFor(key.key)
  if (!key || tag?.value.kind !== 'string' || tag.value.sensitive) return undefined
  if (tag.value.value.trim() === '') return undefined
  return { key, tag, value: tag.value.value }
}

/** The name of the catalogue that a tag stands for. */
function named(
  dimension: Dimension,
  checked: CheckedTags,
  names: ReadonlyMap<string, unknown>,
): { readonly name: string; readonly tag: Tag } | undefined {
  const found = tagOf(dimension, checked)
  const name = found && catalogueName(found.value, checked.target, names)
  return name === undefined ? undefined : { name, tag: found!.tag }
}

function placeOf(range: Range | undefined): string {
  if (!range) return ''
  const { path, line } = locate(range)
  return ` (${path}:${line})`
}
