import type { Range } from '../source/source-file.ts'
import type { UnknownValue, Value } from './value.ts'

/** The tags a resource has in the end, provider defaults included. */
export interface TagSet {
  /** The keys that are certainly present. */
  readonly tags: ReadonlyMap<string, Tag>
  /** Further keys may be present, because of this. */
  readonly open: UnknownValue | undefined
}

export interface Tag {
  readonly key: string
  /** A known string, or unknown with the reason. */
  readonly value: Value
  /** Where it comes from, nearest first: the first is where the key is written. */
  readonly origins: readonly TagOrigin[]
  /** Of Kubernetes: it is no label, and may hold anything. */
  readonly isAnnotation?: true
}

export interface TagOrigin {
  readonly kind: TagOriginKind
  readonly range: Range
}

/** The block an origin lies in. */
export type TagOriginKind =
  | 'resource'
  | 'default_tags'
  | 'local'
  | 'variable'
  | 'var-file'
  | 'namespace'
  | 'module'
  | 'output'
  | 'data'
  | 'other'
