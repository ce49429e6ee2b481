import type { MappingValue } from '../../domain/value.ts'
import { isClusterScoped } from './builtin-kinds.ts'
import { textBelow } from './value-edits.ts'

export interface GroupVersionKind {
  readonly group: string
  readonly version: string
  readonly kind: string
}

/** What tells an object from the others of a build. */
export interface ObjectId extends GroupVersionKind {
  readonly name: string
  /** `default` where none is written, and `''` for what lies in no namespace. */
  readonly namespace: string
}

/** `apps/v1` → group `apps`, version `v1`; the core group's `v1` has the group `''`. */
export function groupVersion(apiVersion: string): Pick<GroupVersionKind, 'group' | 'version'> {
  const slash = apiVersion.indexOf('/')
  if (slash < 0) return { group: '', version: apiVersion }
  return { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) }
}

export function kindOf(value: MappingValue): GroupVersionKind {
  const kind = textBelow(value, 'kind') ?? ''
  return { ...groupVersion(textBelow(value, 'apiVersion') ?? ''), kind }
}

export function idOf(value: MappingValue): ObjectId {
  const apiVersion = textBelow(value, 'apiVersion') ?? ''
  const kind = textBelow(value, 'kind') ?? ''
  const namespace = isClusterScoped(apiVersion, kind)
    ? ''
    : textBelow(value, 'metadata', 'namespace') || 'default'
  return { ...groupVersion(apiVersion), kind, name: textBelow(value, 'metadata', 'name') ?? '', namespace }
}

export function idKey({ group, version, kind, namespace, name }: ObjectId): string {
  return [group, version, kind, namespace, name].join('\0')
}

/** As messages call an object: `Deployment serving/llama`. */
export function describeId({ kind, namespace, name }: ObjectId): string {
  return `${kind} ${namespace === '' || namespace === 'default' ? '' : `${namespace}/`}${name}`
}
