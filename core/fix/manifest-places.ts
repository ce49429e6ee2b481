import type { Resource } from '../domain/resource.ts'
import {
  kustomizationLabels,
  kustomizationPath,
  type LabelEdit,
  type LabelOwner,
  labelEdits,
  labelOwners,
} from '../kubernetes/index.ts'
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

function ownPlace(inspected: InspectedResource, tree: SourceTree): WritablePlace | undefined {
  const { resource } = inspected
  const owners = ownersOf(inspected)
  const [first] = owners
  if (!first || !owners.every(({ range }) => isWrittenIn(range, tree))) return undefined
  return {
    name: resource.workload ? `the pods of ${resource.address}` : resource.address,
    at: `${first.range.source.path}:${first.range.start}`,
    isOwn: true,
    write: (entries) => {
      const edits: LabelEdit[] = []
      for (const { range, path, has } of owners) {
        const lacking = entries.filter(([key]) => !has(key))
        const written = lacking.length > 0 ? labelEdits(range, lacking, path) : []
        if (!written) return undefined
        edits.push(...written)
      }
      return edits.length > 0 ? plain(distinct(edits)) : undefined
    },
  }
}

interface Owner extends Pick<LabelOwner, 'range' | 'path'> {
  readonly has: (key: string) => boolean
}

/** The mappings to write to: of the pods, else of the object. What a node class hands on is a cloud's tags. */
function ownersOf({ resource, tags }: InspectedResource): readonly Owner[] {
  if ((resource.workload?.podGroups.length ?? 0) > 0)
    return labelOwners(resource).map(({ group, range, path }) => ({
      range,
      path,
      has: (key) => group.labels.entries.has(key),
    }))
  const range = resource.attributes.origins?.[0]
  const isCloud = tags.kind === 'taggable' && tags.target !== 'kubernetes'
  const path = isCloud ? ['spec', 'tags'] : ['metadata', 'labels']
  return range ? [{ range, path, has: () => false }] : []
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
