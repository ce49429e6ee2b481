import type { Resource } from '../domain/resource.ts'
import { kustomizationLabels, kustomizationPath, type LabelEdit, labelEdits } from '../kubernetes/index.ts'
import type { InspectedResource } from '../review/inspection.ts'
import { type Range, SourceFile } from '../source/source-file.ts'
import type { SourceTree } from '../source/source-tree.ts'
import type { Proposal, WritablePlace } from './proposal.ts'
import { plain } from './terraform-places.ts'

/** Where the labels of a Kubernetes object can be written: in its pod templates, and in the kustomization that builds it. */
export function manifestPlaces(inspected: InspectedResource, tree: SourceTree): readonly WritablePlace[] {
  const own = ownPlace(inspected, tree)
  const shared = kustomizationPlace(inspected.resource, tree)
  return [...(own ? [own] : []), ...(shared ? [shared] : [])]
}

function ownPlace({ resource, tags }: InspectedResource, tree: SourceTree): WritablePlace | undefined {
  if (tags.kind !== 'taggable') return undefined
  const owners = ownersOf(resource)
  const [first] = owners
  if (!first || !owners.every(({ range }) => isWrittenIn(range, tree))) return undefined
  // What a node class hands on is a cloud's tags.
  const path = tags.target === 'kubernetes' ? undefined : ['spec', 'tags']
  return {
    name: owners.some(({ isPods }) => isPods) ? `the pods of ${resource.address}` : resource.address,
    at: `${first.range.source.path}:${first.range.start}`,
    isOwn: true,
    write: (entries) => {
      const edits: LabelEdit[] = []
      for (const { range, has } of owners) {
        const lacking = entries.filter(([key]) => !has(key))
        const written = lacking.length > 0 ? labelEdits(range, lacking, path) : []
        if (!written) return undefined
        edits.push(...written)
      }
      return edits.length > 0 ? plain(distinct(edits)) : undefined
    },
  }
}

interface LabelOwner {
  readonly range: Range
  readonly isPods: boolean
  readonly has: (key: string) => boolean
}

function ownersOf({ workload, attributes }: Resource): readonly LabelOwner[] {
  const groups = workload?.podGroups ?? []
  if (groups.length > 0)
    return groups.flatMap(({ labelled, labels }) =>
      labelled ? [{ range: labelled, isPods: true, has: (key: string) => labels.entries.has(key) }] : [],
    )
  const range = attributes.origins?.[0]
  return range ? [{ range, isPods: false, has: () => false }] : []
}

/** JSON is left to its writer, what Terraform writes is no YAML, and what a chart renders is in no file. */
function isWrittenIn({ source: { path, text } }: Range, tree: SourceTree): boolean {
  return /\.ya?ml$/.test(path) && tree.read(path) === text
}

/** Groups of pods may be made of one template. */
function distinct(edits: readonly LabelEdit[]): readonly LabelEdit[] {
  return [...new Map(edits.map((edit) => [`${edit.path}:${edit.start}`, edit])).values()]
}

function kustomizationPlace({ project }: Resource, tree: SourceTree): WritablePlace | undefined {
  const path = kustomizationPath(tree, project === '.' ? '' : project)
  const text = path === undefined ? undefined : tree.read(path)
  if (path === undefined || text === undefined) return undefined
  return {
    name: `labels of ${path}`,
    at: path,
    isOwn: false,
    write: (entries: Proposal['entries']) => plain(kustomizationLabels(new SourceFile(path, text), entries)),
  }
}
