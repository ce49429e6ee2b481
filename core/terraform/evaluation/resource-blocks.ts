import type { Resource } from '../../domain/resource.ts'
import {
  isMapping,
  isSequence,
  type MappingValue,
  object,
  type ResourceRef,
  type UnknownValue,
  unknown,
  type Value,
} from '../../domain/value.ts'
import type { Block } from '../../hcl/syntax.ts'
import type { Range } from '../../source/source-file.ts'
import { blockType, headerOf, type Located } from '../configuration/declarations.ts'
import { knownAfterApply } from './access.ts'
import { byInstance } from './child-modules.ts'
import { evaluateBody } from './evaluate-body.ts'
import { EvaluationFailure } from './evaluation-failure.ts'
import { type Expansion, expand } from './expansion.ts'
import type { ModuleInstance } from './module-instance.ts'
import { regionOf } from './region.ts'
import { staticDataSources, WHY_UNKNOWN } from './static-data-sources.ts'

/** Meta-arguments and blocks: about the resource, not of it. */
const META = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
])

interface Expanded {
  readonly expansion: Expansion
  /** In the order of the expansion's instances. */
  readonly attributes: readonly MappingValue[]
}

/** The resources and data sources of a module instance, each block expanded and evaluated once. */
export class ResourceBlocks {
  readonly #module: ModuleInstance
  readonly #expanded = new Map<string, Expanded>()
  readonly #references = new Map<string, Value>()
  readonly #underway = new Set<string>()

  constructor(module: ModuleInstance) {
    this.#module = module
  }

  *all(): Generator<Resource> {
    for (const [name, block] of this.#module.configuration.resources) {
      const { expansion, attributes } = this.#expand(name, block)
      const provider = this.#module.providers.for(block)
      for (const [index, { suffix, key }] of expansion.instances.entries()) {
        const certain = expansion.form === 'single' || key !== undefined
        yield {
          project: this.#module.project.id,
          address: this.#address(name) + suffix,
          type: block.node.labels[0]!.value,
          name: block.node.labels[1]!.value,
          provider: provider.identity,
          region: regionOf(attributes[index]!, provider),
          attributes: attributes[index]!,
          defaultTags: provider.defaultTags,
          range: headerOf(block),
          moduleCalls: this.#module.place.calls,
          multiplicity: this.#module.place.multiplicity ?? (certain ? undefined : expansion.open),
        }
      }
    }
  }

  /** What `type.name` is to an expression. */
  resource(type: string, name: string, at: Range): Value {
    const key = `${type}.${name}`
    const block = this.#module.configuration.resources.get(key)
    if (!block) throw new EvaluationFailure(`there is no resource "${type}" "${name}"`, at)
    return this.#referenced(key, block, at, (attributes, address) =>
      this.#asReference(attributes, block, address, knownAfterApply(address)),
    )
  }

  /** What `data.type.name` is: its arguments, what is certain without asking the provider, and the rest unknown. */
  data(type: string, name: string, at: Range): Value {
    const block = this.#module.configuration.dataSources.get(`${type}.${name}`)
    if (!block) throw new EvaluationFailure(`there is no data source "${type}" "${name}"`, at)
    return this.#referenced(`data.${type}.${name}`, block, at, (attributes, address) => {
      const provider = this.#module.providers.for(block)
      const answer = Object.hasOwn(staticDataSources, type) ? staticDataSources[type] : undefined
      const certain = Object.entries(
        answer?.({ attributes, provider, functions: this.#module.functions }) ?? {},
      )
      const all = object(new Map([...attributes.entries, ...certain]))
      const why = Object.hasOwn(WHY_UNKNOWN, type)
        ? WHY_UNKNOWN[type]
        : 'is read from the provider at plan time'
      return this.#asReference(all, block, address, `${address} ${why}`)
    })
  }

  /** The value of a reference to a block, made once: most blocks are referred to many times. */
  #referenced(
    key: string,
    block: Located<Block>,
    at: Range,
    seen: (attributes: MappingValue, address: string) => MappingValue,
  ): Value {
    const known = this.#references.get(key)
    if (known) return known
    if (this.#underway.has(key)) throw new EvaluationFailure(`${this.#address(key)} refers to itself`, at)
    const { expansion, attributes } = this.#expand(key, block)
    const whole = this.#address(key)
    const values = expansion.instances.map(({ suffix }, index) => seen(attributes[index]!, whole + suffix))
    const value = byInstance(refersTo(expansion, this.#ref(whole)), values)
    this.#references.set(key, value)
    return value
  }

  #address(name: string): string {
    return this.#module.place.prefix + name
  }

  #ref(address: string): ResourceRef {
    return { project: this.#module.project.id, address }
  }

  /** The attributes as others see them: each refers to this resource, and what is not written is computed. */
  #asReference(
    attributes: MappingValue,
    { node }: Located<Block>,
    address: string,
    because: string,
  ): MappingValue {
    const ref = this.#ref(address)
    const nested = new Set(node.body.blocks.map(blockType))
    const entries = new Map<string, Value>()
    for (const [attribute, value] of attributes.entries) {
      if (value.kind === 'null') continue
      const refs = [{ ...ref, attribute }]
      const seen = nested.has(attribute) ? withComputed(value, unknown(because, { refs })) : value
      entries.set(attribute, { ...seen, refs: [...refs, ...(value.refs ?? [])] })
    }
    return { ...object(entries), open: unknown(because, { refs: [ref] }), refs: [ref] }
  }

  #expand(key: string, block: Located<Block>): Expanded {
    const known = this.#expanded.get(key)
    if (known) return known
    this.#underway.add(key)
    const { problems } = this.#module.project
    const scope = this.#module.scope(block.source)
    const expansion = expand(block, scope, problems)
    const attributes = expansion.instances.map(({ binding: bound }) =>
      evaluateBody(block.node.body, { ...scope, bound }, problems, META),
    )
    const expanded = { expansion, attributes }
    this.#expanded.set(key, expanded)
    this.#underway.delete(key)
    return expanded
  }
}

/** Instances that are not certain are still instances of this block: edges follow the reference. */
function refersTo(expansion: Expansion, ref: ResourceRef): Expansion {
  if (!expansion.open) return expansion
  const open: UnknownValue = { ...expansion.open, refs: [ref] }
  return { ...expansion, open }
}

/** Nested blocks have computed attributes too: what is not written in them is not known. */
function withComputed(value: Value, open: UnknownValue): Value {
  if (isSequence(value)) return { ...value, items: value.items.map((item) => withComputed(item, open)) }
  if (!isMapping(value)) return value
  const entries = new Map<string, Value>()
  for (const [name, inner] of value.entries)
    if (inner.kind !== 'null') entries.set(name, inner.kind === 'list' ? withComputed(inner, open) : inner)
  return { ...value, entries, open: value.open ?? open }
}
