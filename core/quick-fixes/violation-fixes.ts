import type { Config } from '../config/config.ts'
import { spellings } from '../config/spelling.ts'
import type { Tag } from '../domain/tag.ts'
import { straysOf } from '../fix/strays.ts'
import type { Violation } from '../render/report/violations.ts'
import type { InspectedResource } from '../review/inspection.ts'
import { findTag } from '../tags/find-tag.ts'
import { illegalPart } from '../tags/illegal-part.ts'
import type { SnippetChoice } from '../terraform/edits/index.ts'
import type { Workspace } from '../workspace.ts'
import { labelFixes } from './label-fixes.ts'
import { launchedTagFixes } from './launched-tags-fix.ts'
import { propagationFixes } from './propagation-fix.ts'
import { isInYaml, relabelFix } from './relabel-fix.ts'
import { tagEdits } from './tag-edits.ts'
import type { TagFix } from './tag-fix.ts'
import { renameTagFix } from './tag-rename.ts'
import { suggestedTags } from './tag-suggestions.ts'
import { byNearness, replaceValueEdits } from './value-edits.ts'

/** Only the tags that have one likely value; or all of them, with such a value as plain text. */
export type Choice = 'certain' | 'settled'

/** The ways to mend one violation, by its rule; what `only` leaves out needs a person. */
export function fixesOf(
  workspace: Workspace,
  { ruleId, keys }: Violation,
  inspected: InspectedResource,
  only?: Choice,
): readonly TagFix[] {
  const { config } = workspace.config()
  const { loader } = workspace
  const projects = workspace.projectsReading(inspected.resource.range.source.path)
  switch (ruleId) {
    case 'missing-tag':
      return missingTagFixes(workspace, keys, inspected, only)
    case 'invalid-tag-value':
      return keys.flatMap((key) => otherValues(workspace, inspected, key, valuesOf(key, config)))
    case 'illegal-tag':
      return keys.flatMap((key) => legalSpellings(workspace, inspected, key))
    case 'unknown-owner':
      return keys.flatMap((key) => otherValues(workspace, inspected, key, namesOf(key, config)))
    case 'tag-not-billed':
      return [
        ...propagationFixes({ inspected, loader, projects }),
        ...launchedTagFixes({
          inspected,
          loader,
          schema: config.schema,
          projectsReading: workspace.projectsReading,
        }),
      ]
    default:
      return []
  }
}

/** Where a key is only misspelled it is renamed, and what else is missing added. */
function missingTagFixes(
  workspace: Workspace,
  keys: readonly string[],
  inspected: InspectedResource,
  only: Choice | undefined,
): readonly TagFix[] {
  const { config } = workspace.config()
  const { loader } = workspace
  const { tags, resource } = inspected
  if (tags.kind !== 'taggable') return []
  const projects = workspace.projectsReading(resource.range.source.path)
  const { schema } = config
  const spelled = (key: string): string => spellings(key, tags.target, schema)[0]
  const strays = straysOf(tags, config)
  const absent = keys.map(spelled).filter((key) => !tags.tags.tags.has(key))
  const renames = absent.flatMap((key) => renameTagFix({ resource, loader, projects, strays, key }) ?? [])
  if (renames.length > 0 && only === 'certain') return renames
  const neighbours = workspace.inspection().resources
  const suggested = [...suggestedTags({ inspected, keys, neighbours, config })]
  const wanted = suggested.filter(([, { values }]) => only !== 'certain' || values.length === 1)
  const spelledTags = new Map(
    wanted.map(([key, choice]) => [spelled(key), only === 'settled' ? settled(choice) : choice]),
  )
  if (tags.target === 'kubernetes') return labelFixesIn(workspace, inspected, spelledTags)
  const added = tagEdits({ inspected, loader, projects, tags: spelledTags })
  return renames.length === 0 ? added : [...renames, ...added.map((fix) => ({ ...fix, isPreferred: false }))]
}

function settled(choice: SnippetChoice): string | SnippetChoice {
  const [only, ...others] = choice.values
  return only !== undefined && others.length === 0 ? only : choice
}

function labelFixesIn(
  workspace: Workspace,
  inspected: InspectedResource,
  labels: ReadonlyMap<string, string | SnippetChoice>,
): readonly TagFix[] {
  return labelFixes({ inspected, labels, ...trialIn(workspace) })
}

/** Ways to give a tag another of some values. */
function otherValues(
  workspace: Workspace,
  inspected: InspectedResource,
  key: string,
  values: readonly string[],
): readonly TagFix[] {
  const { schema } = workspace.config().config
  const { tags, resource } = inspected
  const tag = tags.kind === 'taggable' ? findTag(tags, key, schema) : undefined
  if (!tag) return []
  if (isInYaml(tag)) return relabelled(workspace, inspected, tag, byNearness(tag, values))
  const projects = workspace.projectsReading(resource.range.source.path)
  return replaceValueEdits({ inspected, loader: workspace.loader, projects, tag, values })
}

/** A tag as its cloud can hold it. */
function legalSpellings(workspace: Workspace, inspected: InspectedResource, name: string): readonly TagFix[] {
  const { schema } = workspace.config().config
  const { tags, resource } = inspected
  if (tags.kind !== 'taggable' || !tags.target) return []
  const meant = schema.keys.find(({ key }) => key === name)
  const tag = meant ? findTag(tags, name, schema) : tags.tags.tags.get(name)
  const illegal = tag && illegalPart(tag, meant, { target: tags.target, type: resource.type, schema })
  if (!illegal || illegal.spelled === '') return []
  const { part, spelled } = illegal
  if (isInYaml(tag)) return relabelled(workspace, inspected, tag, [spelled], part)
  const projects = workspace.projectsReading(resource.range.source.path)
  const { loader } = workspace
  if (part === 'value') return replaceValueEdits({ inspected, loader, projects, tag, values: [spelled] })
  const renamed = renameTagFix({ resource, loader, projects, strays: [tag], key: spelled })
  return renamed ? [renamed] : []
}

function relabelled(
  workspace: Workspace,
  inspected: InspectedResource,
  tag: Tag,
  wanted: readonly string[],
  part: 'key' | 'value' = 'value',
): readonly TagFix[] {
  const trial = trialIn(workspace)
  return wanted.flatMap((each) => relabelFix({ inspected, tag, part, wanted: each, ...trial }) ?? [])
}

function trialIn(workspace: Workspace) {
  return {
    read: (path: string) => workspace.loader.tree.read(path),
    before: workspace.readersOf,
    after: workspace.tryText,
  }
}

/** The names of the catalogue that a key may have. */
function namesOf(name: string, { schema, teams, models }: Config): readonly string[] {
  return [...(name === schema.dimensions.team ? teams : models).keys()]
}

function valuesOf(name: string, { schema }: Config): readonly string[] {
  const key = schema.keys.find(({ key }) => key === name)
  return [...(key?.values ?? []), ...(key?.or ?? [])]
}
