import fc, { type Arbitrary } from 'fast-check'

/** What the fuzzer reads of a JSON schema. */
export interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly propertyNames?: JsonSchema
  readonly additionalProperties?: JsonSchema | boolean
  readonly required?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
}

/** What stands for text and as a name, by the property that it is of; the rest is said by the schema. */
export interface Texts {
  of(property: string): readonly string[]
  readonly names: readonly string[]
}

/** Values as the schema wants them, and now and then one that it does not. */
export function ofSchema(schema: JsonSchema, texts: Texts, wrong: Arbitrary<unknown>): Arbitrary<unknown> {
  const right = (of: JsonSchema, property: string): Arbitrary<unknown> => {
    if (of.const !== undefined) return fc.constant(of.const)
    if (of.enum) return fc.constantFrom(...of.enum)
    if (of.anyOf) return fc.oneof(...of.anyOf.map((each) => any(each, property)))
    if (of.items) return fc.array(any(of.items, property), { maxLength: 3 })
    if (of.type === 'object') return object(of)
    if (of.type === 'boolean') return fc.boolean()
    if (of.type === 'null') return fc.constant(null)
    if (of.type === 'string') return fc.constantFrom(...texts.of(property))
    const { minimum = 0, maximum = 1e6 } = of
    return fc.constantFrom(minimum, maximum, minimum + 1, 0.5, minimum - 1, maximum + 1)
  }
  const any = (of: JsonSchema, property: string) =>
    fc.oneof({ arbitrary: right(of, property), weight: 24 }, wrong)
  const object = ({ properties, required = [], propertyNames, additionalProperties }: JsonSchema) => {
    const known = Object.entries(properties ?? {}).map(([name, of]) => [name, any(of, name)] as const)
    const fixed = fc.record(Object.fromEntries(known), { requiredKeys: [...required] })
    if (typeof additionalProperties !== 'object') return fixed
    const name = fc.constantFrom(...((propertyNames?.enum as string[] | undefined) ?? texts.names))
    const free = fc.array(fc.tuple(name, any(additionalProperties, '')), { maxLength: 2 })
    return fc.tuple(fixed, free).map(([own, more]) => Object.fromEntries([...Object.entries(own), ...more]))
  }
  return right(schema, '')
}
