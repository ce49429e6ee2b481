import type { Manifest } from './manifest.ts'

/** `apps/v1` → `apps`; the core group is empty. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/')
  return slash < 0 ? '' : apiVersion.slice(0, slash)
}

/** `Kind` in the core group, else `group/Kind`: what an object is, whatever the version it is written in. */
export function objectType({ apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>): string {
  const group = groupOf(apiVersion)
  return group === '' ? kind : `${group}/${kind}`
}
