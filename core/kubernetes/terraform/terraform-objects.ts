import type { Resource } from '../../domain/resource.ts'
import { NULL, type Value } from '../../domain/value.ts'
import { type Range, SourceFile } from '../../source/source-file.ts'
import { surroundingsOf } from '../joins/surroundings.ts'
import { resourceOf } from '../load-manifests.ts'
import type { Manifest, ManifestSet } from '../manifest.ts'
import { placed } from '../placed.ts'
import { manifestOf, readManifests } from '../read-manifests.ts'
import type { ManifestReader } from '../remembered-manifests.ts'
import { typedObject } from './typed-object.ts'

/**
 * The Kubernetes objects that Terraform makes, each under the address of the resource that makes it. They find each
 * other as the objects of one set do, and those of `sets`. `readText` reads YAML that is an argument.
 */
export function loadTerraformObjects(
  resources: readonly Resource[],
  sets: readonly ManifestSet[] = [],
  readText: ManifestReader = readManifests,
): readonly Resource[] {
  const made = resources.flatMap((resource) => {
    const [manifest] = manifestsOf(resource, readText)
    return manifest ? [{ resource, manifest }] : []
  })
  const byProject = new Map<string, Manifest[]>()
  for (const { resource, manifest } of made) {
    const there = byProject.get(resource.project)
    if (there) there.push(manifest)
    else byProject.set(resource.project, [manifest])
  }
  const ownSets = new Map<string, ManifestSet>()
  for (const [id, manifests] of byProject) ownSets.set(id, { id, kind: 'terraform', manifests })
  const around = surroundingsOf([...ownSets.values(), ...sets])
  const surroundings = new Map([...ownSets].map(([id, set]) => [id, around(set)]))
  return made.map(({ resource, manifest }) => ({
    ...resource,
    ...resourceOf(manifest, resource.project, resource.address, surroundings.get(resource.project)!),
    moduleCalls: resource.moduleCalls,
    multiplicity: resource.multiplicity,
  }))
}

/** What a resource says of the object it makes: as a value, as YAML, or in blocks. Empty for any other resource. */
function manifestsOf(resource: Resource, readText: ManifestReader = readManifests): readonly Manifest[] {
  const { type, attributes, range } = resource
  const argument = (name: string) => attributes.entries.get(name) ?? NULL
  if (type === 'kubectl_manifest') return fromYaml(argument('yaml_body'), range, readText)
  const value = type === 'kubernetes_manifest' ? argument('manifest') : typedObject(resource)
  const manifest = value && manifestOf(value, range)
  return manifest ? [manifest] : []
}

/** The places of a text are those of the argument it is written in: what is made up of parts has no lines of its own. */
function fromYaml(value: Value, range: Range, readText: ManifestReader): readonly Manifest[] {
  if (value.kind !== 'string') return []
  const place = value.origins?.[0] ?? range
  const { manifests } = readText(new SourceFile(place.source.path, value.value))
  return manifests.flatMap((manifest) => {
    const object = manifestOf(placed(manifest.value, place), range)
    return object ? [object] : []
  })
}
