import type { MappingValue, Value } from '../../domain/value.ts'
import type { Range, SourceFile } from '../../source/source-file.ts'
import type { BuiltObject } from './built-object.ts'
import type { TransformerFields } from './fields/transformer-fields.ts'

/** One kustomization file, read. Builds are made of layers: each reads what it names and changes it. */
export interface Layer {
  readonly directory: string
  readonly source: SourceFile
  readonly value: MappingValue
  readonly isComponent: boolean
}

/** What is wrong with a build, and with what stands where. */
export type Report = (message: string, range: Range) => void

/** Everything that a transformer may look at besides the objects. */
export interface LayerContext {
  readonly layer: Layer
  readonly fields: TransformerFields
  /** Something of the build is not read: an object that is missing may be there. */
  readonly isPartial: boolean
  readonly report: Report
  /** The file at a path relative to the layer; undefined, and reported at `value`, where there is none. */
  readonly file: (path: string, value: Value) => SourceFile | undefined
}

/** One of Kustomize's transformers: what a key of the kustomization does to the objects. */
export type Transformer = (objects: readonly BuiltObject[], context: LayerContext) => readonly BuiltObject[]

/** Where a value is written; the start of the kustomization where nobody knows. */
export function rangeIn({ source }: Layer, value: Value | undefined): Range {
  return value?.origins?.[0] ?? { source, start: 0, end: 0 }
}
