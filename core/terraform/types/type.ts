import type { Value } from '../../domain/value.ts'

/** A type of Terraform's type system; `any` stands for a type that is not known or left to the value. */
export type Type = PrimitiveType | CollectionType | ObjectType | TupleType

export interface PrimitiveType {
  readonly kind: 'string' | 'number' | 'bool' | 'any'
}
export interface CollectionType {
  readonly kind: 'list' | 'set' | 'map'
  readonly element: Type
}
export interface ObjectType {
  readonly kind: 'object'
  readonly attributes: ReadonlyMap<string, AttributeType>
}
export interface AttributeType {
  readonly type: Type
  readonly optional: boolean
  /** What a missing or null attribute becomes: the second argument of `optional()`. */
  readonly default?: Value
}
export interface TupleType {
  readonly kind: 'tuple'
  readonly elements: readonly Type[]
}

export const STRING: PrimitiveType = { kind: 'string' }
export const NUMBER: PrimitiveType = { kind: 'number' }
export const BOOL: PrimitiveType = { kind: 'bool' }
export const ANY: PrimitiveType = { kind: 'any' }
export const listOf = (element: Type): CollectionType => ({ kind: 'list', element })
export const setOf = (element: Type): CollectionType => ({ kind: 'set', element })
export const mapOf = (element: Type): CollectionType => ({ kind: 'map', element })

/** The type as Terraform's messages name it: `list of string`, `object`. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case 'any':
      return 'any type'
    case 'list':
    case 'set':
    case 'map':
      return type.element.kind === 'any' ? type.kind : `${type.kind} of ${typeName(type.element)}`
    default:
      return type.kind
  }
}

/** Whether the type leaves some part to the value. */
export function mentionsAny(type: Type): boolean {
  switch (type.kind) {
    case 'any':
      return true
    case 'list':
    case 'set':
    case 'map':
      return mentionsAny(type.element)
    case 'object':
      return [...type.attributes.values()].some((attribute) => mentionsAny(attribute.type))
    case 'tuple':
      return type.elements.some(mentionsAny)
    default:
      return false
  }
}
