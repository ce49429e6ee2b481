import type { Config } from './config/config.ts'
import { spellings } from './config/spelling.ts'
import type { FoundAbout } from './editor/at-file.ts'
import { type DiagnosticOptions, shownRange } from './editor/diagnostics.ts'
import { type EditorRange, type Place, rangeOf } from './editor/places.ts'
import { exemptionFixes } from './exemption-fix.ts'
import { straysOf } from './fix/strays.ts'
import { labelFixes } from './label-fixes.ts'
import { launchedTagFixes } from './launched-tags-fix.ts'
import { propagationFixes } from './propagation-fix.ts'
import { messageOf } from './render/report/message-of.ts'
import { mergeInstances, type Violation, violations } from './render/report/violations.ts'
import type { InspectedResource } from './review/inspection.ts'
import { SourceFile } from './source/source-file.ts'
import { tagEdits } from './tag-edits.ts'
import { combined, type TagEdit, type TagFix } from './tag-fix.ts'
import { renameTagFix } from './tag-rename.ts'
import { suggestedTags } from './tag-suggestions.ts'
import { findTag } from './tags/find-tag.ts'
import { illegalPart } from './tags/illegal-part.ts'
import type { SnippetChoice } from './terraform/edits/index.ts'
import { replaceValueEdits } from './value-edits.ts'
import type { Workspace } from './workspace.ts'

/** A way to mend a finding, as an editor offers it. */
export interface EditorFix {
  readonly title: string
  readonly isPreferred: boolean
  /** What it mends: the diagnostic with this rule and place. */
  readonly mends: { readonly code: string; readonly range: EditorRange; readonly message: string }
  readonly edits: readonly EditorEdit[]
}

export interface EditorEdit extends Place {
  /** The first choices in place. */
  readonly newText: string
  /** In the snippet syntax of the protocol, where there is something to choose. */
  readonly snippet: string | undefined
}

/** The fixes of what is found between two lines of a file. Every one was tried before it is offered. */
export function quickFixesAt(
  workspace: Workspace,
  path: string,
  lines: { readonly from: number; readonly to: number },
  options: DiagnosticOptions,
): readonly EditorFix[] {
  return mendable(workspace, path, options)
    .filter(({ violation }) => {
      const { start, end } = rangeOf(violation.range)
      return start.line <= lines.to && lines.from <= end.line
    })
    .flatMap(({ violation, about }) =>
      [...fixesOf(workspace, violation, about), ...exemptionFixes(violation, about, workspace.loader)].map(
        (fix) => ({
          title: fix.title,
          isPreferred: fix.isPreferred,
          mends: {
            code: violation.ruleId,
            range: rangeOf(shownRange(violation, about)),
            message: messageOf(violation),
          },
          edits: fix.edits.flatMap((edit) => placed(workspace, edit)),
        }),
      ),
    )
}

/** The edits that mend whatever in a file can be mended without a choice; empty where nothing can. */
export function fixAllIn(
  workspace: Workspace,
  path: string,
  options: DiagnosticOptions,
): readonly EditorEdit[] {
  const fixes = mendable(workspace, path, options).flatMap(({ violation, about }) => {
    const [best] = fixesOf(workspace, violation, about, 'certain')
    return best?.isPreferred ? [best] : []
  })
  return combined(fixes).flatMap((edit) => placed(workspace, edit))
}

/**
 * Ways to mend a violation that leave nothing to choose and nothing to guess, the most thorough first. Empty where the
 * workspace does not see just this violation: its configuration may be another than the one that found it.
 */
export function settledFixes(
  workspace: Workspace,
  path: string,
  wanted: Pick<Violation, 'ruleId' | 'project' | 'address' | 'keys'>,
): readonly SettledFix[] {
  const found = mendable(workspace, path, { scope: 'all', severity: 'configured' }).find(
    ({ violation }) =>
      violation.ruleId === wanted.ruleId &&
      keyOf(violation) === keyOf(wanted) &&
      violation.keys.join('\n') === wanted.keys.join('\n'),
  )
  if (!found) return []
  const fixes = (only: Choice, mendsAll: boolean): readonly SettledFix[] =>
    fixesOf(workspace, found.violation, found.about, only).map((fix) => ({ ...fix, mendsAll }))
  if (wanted.ruleId !== 'missing-tag') return fixes('certain', true).filter(({ isPreferred }) => isPreferred)
  const whole = fixes('settled', true).filter(({ edits }) => !edits.some(({ isSnippet }) => isSnippet))
  return [...whole, ...fixes('certain', false)]
}

/** A fix with no value that is not known; where it does not mend all, other tags are still missing. */
export type SettledFix = TagFix & { readonly mendsAll: boolean }

/** Only the tags that have one likely value; or all of them, with such a value as plain text. */
type Choice = 'certain' | 'settled'

interface Mendable {
  readonly violation: Violation
  readonly about: InspectedResource
}

function mendable(workspace: Workspace, path: string, { scope }: DiagnosticOptions): readonly Mendable[] {
  const shown = workspace
    .at(path)
    .findings.filter(({ about }) => scope === 'all' || about.estimate.kind !== 'free')
  const aboutOf = new Map(shown.map((found) => [keyOf(found.finding), found.about]))
  return mergeInstances(violations(shown.map(({ finding }: FoundAbout) => finding))).map((violation) => ({
    violation,
    about: aboutOf.get(keyOf(violation))!,
  }))
}

function keyOf({ project, address }: { readonly project: string; readonly address: string }): string {
  return `${project}\n${address}`
}

function fixesOf(
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
  return labelFixes({
    inspected,
    labels,
    read: (path) => workspace.loader.tree.read(path),
    before: workspace.readersOf,
    after: workspace.tryText,
  })
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
  const projects = workspace.projectsReading(resource.range.source.path)
  const { loader } = workspace
  if (part === 'value') return replaceValueEdits({ inspected, loader, projects, tag, values: [spelled] })
  const renamed = renameTagFix({ resource, loader, projects, strays: [tag], key: spelled })
  return renamed ? [renamed] : []
}

/** The names of the catalogue that a key may have. */
function namesOf(name: string, { schema, teams, models }: Config): readonly string[] {
  return [...(name === schema.dimensions.team ? teams : models).keys()]
}

function valuesOf(name: string, { schema }: Config): readonly string[] {
  const key = schema.keys.find(({ key }) => key === name)
  return [...(key?.values ?? []), ...(key?.or ?? [])]
}

function placed(workspace: Workspace, { path, range, newText, isSnippet, plainText }: TagEdit): EditorEdit[] {
  const text = workspace.loader.tree.read(path)
  if (text === undefined) return []
  const source = new SourceFile(path, text)
  const snippet = isSnippet ? newText : undefined
  return [{ path, range: rangeOf({ source, ...range }), newText: plainText, snippet }]
}
