import type { InspectedResource } from '../review/inspection.ts'
import { taggabilityOf } from '../tags/taggability/taggability.ts'
import { inOrder, plainText, type SourceEdit, tagPlaces } from '../terraform/edits/index.ts'
import type { ConfigurationLoader, ProjectSpec } from '../terraform/index.ts'
import type { FileEdit, WritablePlace } from './proposal.ts'

export interface TerraformSurroundings {
  readonly loader: ConfigurationLoader
  readonly specOf: (project: string) => ProjectSpec | undefined
  /** Everything in the resource's project, to see what is written twice. */
  readonly resources: readonly InspectedResource[]
}

/** Where the tags of a Terraform resource can be written: in its block, in what it takes them from, in its provider. */
export function terraformPlaces(
  { resource }: InspectedResource,
  { loader, specOf, resources }: TerraformSurroundings,
): readonly WritablePlace[] {
  const taggability = taggabilityOf(resource.type, resource.provider.source)
  const spec = specOf(resource.project)
  if (!spec || taggability.kind !== 'taggable') return []
  const places = tagPlaces({ resource, loader, spec, placement: taggability, carries: () => false })
  return places
    .filter(({ base }) => base === undefined)
    .map(({ kind, at, name, write }) => ({
      name,
      at,
      isOwn: kind === 'own',
      write: (entries) => plain(write(entries)),
      ...(kind === 'provider' && {
        isUnfit: (key, value) => isWrittenTwice(key, value, resource.provider.name, resources),
      }),
    }))
}

/** Before version 5, the AWS provider wanted to change a tag on every run that was written with its default's value. */
function isWrittenTwice(
  key: string,
  value: string,
  provider: string,
  resources: readonly InspectedResource[],
): boolean {
  return resources.some(({ resource, tags }) => {
    const tag =
      resource.provider.name === provider && tags.kind === 'taggable' ? tags.tags.tags.get(key) : undefined
    return (
      tag?.value.kind === 'string' && tag.value.value === value && tag.origins[0]?.kind !== 'default_tags'
    )
  })
}

export function plain(edits: readonly SourceEdit[] | undefined): readonly FileEdit[] | undefined {
  return (
    edits &&
    inOrder(edits).map(({ path, start, end, pieces }) => ({ path, start, end, text: plainText(pieces) }))
  )
}
