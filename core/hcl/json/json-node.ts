import type { Span } from '../syntax.ts'

/** A JSON text as a tree with places. What cannot be read is left out of it, with a problem beside it. */
export type JsonNode = JsonString | JsonNumber | JsonLiteral | JsonArray | JsonObject

/** Its span includes the quotes. */
export interface JsonString extends Span {
  readonly kind: 'string'
  readonly value: string
}
export interface JsonNumber extends Span {
  readonly kind: 'number'
  readonly digits: string
}
export interface JsonLiteral extends Span {
  readonly kind: 'literal'
  readonly value: boolean | null
}
export interface JsonArray extends Span {
  readonly kind: 'array'
  readonly items: readonly JsonNode[]
}
/** Members in the order written; a name may come more than once. */
export interface JsonObject extends Span {
  readonly kind: 'object'
  readonly members: readonly JsonMember[]
}
export interface JsonMember extends Span {
  readonly key: JsonString
  readonly value: JsonNode
}
