import { type TagEditRequest, tagEdits } from '../../../core/quick-fixes/tag-edits.ts'
import type { TagEdit, TagFix } from '../../../core/quick-fixes/tag-fix.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { effectiveTags } from '../../../core/tags/effective-tags.ts'
import { ConfigurationLoader, loadProject, type ProjectSpec } from '../../../core/terraform/index.ts'

export type Files = Readonly<Record<string, string>>

export const ROOT: ProjectSpec = { id: '.', root: '', variableFiles: [], workspace: 'default' }

/** Files with what is asked of them. */
export interface Fixing {
  readonly addresses: readonly string[]
  fixesOf(address: string, tags: TagEditRequest['tags'], style?: 'own' | 'shared'): readonly TagFix[]
  /** Address → key → value; `null` for a value that is not known. */
  readonly tags: ReadonlyMap<string, Readonly<Record<string, string | null>>>
  readonly request: (address: string) => Pick<TagEditRequest, 'inspected' | 'loader' | 'projects'>
}

export function fixing(files: Files, projects: readonly ProjectSpec[] = [ROOT]): Fixing {
  const loader = new ConfigurationLoader(memoryTree(files))
  const resources = projects.flatMap((spec) => loadProject(loader, spec).resources)
  const request = (address: string) => {
    const resource = resources.find((candidate) => candidate.address === address)
    if (!resource) throw new Error(`no ${address} among ${resources.map((each) => each.address).join(', ')}`)
    return { inspected: { resource }, loader, projects }
  }
  return {
    addresses: resources.map(({ address }) => address),
    tags: new Map(
      resources.map((resource) => {
        const effective = effectiveTags(resource, () => 'other')
        const all = effective.kind === 'taggable' ? [...effective.tags.tags.values()] : []
        const name = projects.length > 1 ? `${resource.project} ${resource.address}` : resource.address
        return [
          name,
          Object.fromEntries(
            all.map(({ key, value }) => [key, value.kind === 'string' ? value.value : null]),
          ),
        ]
      }),
    ),
    fixesOf: (address, tags, style) => tagEdits({ ...request(address), tags, ...(style && { style }) }),
    request,
  }
}

/** The files after the edits, by an applier of the test's own. */
export function applied(files: Files, edits: readonly TagEdit[]): Files {
  const result: Record<string, string> = { ...files }
  const backwards = edits.map((edit, index) => ({ edit, index }))
  backwards.sort((a, b) => b.edit.range.start - a.edit.range.start || b.index - a.index)
  for (const { edit } of backwards) {
    const text = result[edit.path]!
    result[edit.path] = text.slice(0, edit.range.start) + edit.plainText + text.slice(edit.range.end)
  }
  return result
}
