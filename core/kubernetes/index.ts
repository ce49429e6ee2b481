export { type DiscoverOptions, type Discovery, discoverManifests } from './discover.ts'
export { loadManifests } from './load-manifests.ts'
export type { Manifest, ManifestSet } from './manifest.ts'
export { manifestOf, type ReadManifests, readManifests } from './read-manifests.ts'
