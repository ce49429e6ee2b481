import type { Config } from '../config/config.ts'
import { identityOf } from '../domain/address.ts'
import { isManifest } from '../domain/resource.ts'
import { idOf } from '../fix/differences.ts'
import type { Intentions } from '../fix/intentions.ts'
import { manifestPlaces } from '../fix/manifest-places.ts'
import { type FileEdit, type Proposal, proposalsFor, type Want } from '../fix/proposal.ts'
import { straysOf } from '../fix/strays.ts'
import { spelledOn } from '../fix/tag-answers.ts'
import { plain, terraformPlaces } from '../fix/terraform-places.ts'
import { rootModules } from '../projects/root-modules.ts'
import { renameEdit, renameTitle } from '../quick-fixes/tag-rename.ts'
import { valueEdit } from '../quick-fixes/value-edits.ts'
import type { InspectedResource, Inspection } from '../review/inspection.ts'
import type { SourceTree } from '../source/source-tree.ts'
import { findTag } from '../tags/find-tag.ts'
import type { SourceEdit } from '../terraform/edits/index.ts'
import type { Workspace } from '../workspace.ts'

/** What is mended: a workspace, and the files that it shows. */
export interface FixedWorkspace {
  readonly workspace: Workspace
  readonly tree: SourceTree
  readonly below: string
}

/** Where the tags that are missing, and whose values are known, can be written. */
export function missingProposals(
  now: Inspection,
  intended: Intentions,
  { workspace, tree, below }: FixedWorkspace,
): readonly Proposal[] {
  const placed = workspace.config()
  const { config } = placed
  const specs = new Map(rootModules(workspace.loader, below, placed).map((spec) => [spec.id, spec]))
  const inProject = new Map<string, InspectedResource[]>()
  for (const one of now.resources) {
    const { project } = one.resource
    const own = inProject.get(project)
    if (own) own.push(one)
    else inProject.set(project, [one])
  }
  const wants = missing(now).flatMap(({ inspected, key }): Want[] => {
    const { tags } = inspected
    const answer = intended.answers(idOf(inspected)).get(key)
    if (tags.kind !== 'taggable' || answer?.kind !== 'value') return []
    const spelled = spelledOn(tags, key, config)
    const { added } = intended.of(idOf(inspected))
    // What is there under a misspelled name is renamed, and never written a second time.
    if (added.get(spelled) !== answer.value) return []
    return [{ inspected, key, spelled, value: answer.value, source: answer.source }]
  })
  return proposalsFor(wants, (inspected) => {
    const { resource } = inspected
    if (isManifest(resource)) return manifestPlaces(inspected, tree)
    return terraformPlaces(inspected, {
      loader: workspace.loader,
      specOf: (project) => specs.get(project),
      resources: inProject.get(resource.project) ?? [],
    })
  })
}

/** What lacks which key of the schema. */
function missing(
  now: Inspection,
): readonly { readonly inspected: InspectedResource; readonly key: string }[] {
  const byId = new Map(now.resources.map((one) => [idOf(one), one]))
  return now.findings.flatMap(({ ruleId, project, address, key }) => {
    const inspected = byId.get(identityOf({ project, address }))
    return ruleId === 'missing-tag' && inspected && key !== undefined ? [{ inspected, key }] : []
  })
}

/** Misspelled keys to rename, and values that are nearly right to replace. One proposal for each place. */
export function correctionProposals(
  now: Inspection,
  intended: Intentions,
  config: Config,
): readonly Proposal[] {
  const proposals = new Map<string, Proposal & { readonly wants: Want[] }>()
  const propose = (edit: SourceEdit, mends: string, want: Want) => {
    const [written] = plain([edit])!
    const at = `${edit.path}:${edit.start}`
    const found = proposals.get(at)
    if (found) found.wants.push(want)
    else proposals.set(at, correction(at, written!, mends, want))
  }
  for (const { inspected, key } of missing(now)) {
    const { tags, resource } = inspected
    if (tags.kind !== 'taggable' || isManifest(resource)) continue
    const spelled = spelledOn(tags, key, config)
    const found = renameEdit(straysOf(tags, config), spelled)
    const value = intended.of(idOf(inspected)).added.get(spelled)
    if (!found || value === undefined || tags.tags.tags.has(spelled)) continue
    propose(found.edit, renameTitle(found.tag, spelled), {
      inspected,
      key,
      spelled,
      value,
      source: `"${found.tag.key}" is written there`,
    })
  }
  const byId = new Map(now.resources.map((one) => [idOf(one), one]))
  for (const { ruleId, project, address, key } of now.findings) {
    const inspected = byId.get(identityOf({ project, address }))
    if (ruleId !== 'invalid-tag-value' || key === undefined || inspected?.tags.kind !== 'taggable') continue
    const tag = findTag(inspected.tags, key, config.schema)
    const value = tag && intended.of(idOf(inspected)).replaced.get(tag.key)
    const edit = tag && value !== undefined ? valueEdit(tag, value) : undefined
    if (!edit || tag?.value.kind !== 'string') continue
    const mends = `Change ${JSON.stringify(tag.value.value)} to ${JSON.stringify(value)}`
    const source = 'the nearest value that the schema allows'
    propose(edit, mends, { inspected, key, spelled: tag.key, value: value!, source })
  }
  return [...proposals.values()]
}

function correction(at: string, edit: FileEdit, mends: string, want: Want) {
  const entries = [[want.spelled, want.value] as const]
  return { place: edit.path, at, rank: 1, entries, wants: [want], mends, edits: [edit] }
}
