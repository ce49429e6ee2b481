export { loadManifests } from './load-manifests.ts'
export type { Manifest, ManifestSet } from './manifest.ts'
export { type ReadManifests, readManifests } from './read-manifests.ts'
