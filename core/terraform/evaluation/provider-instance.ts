import type { ResourceProvider } from '../../domain/resource.ts'
import { isMapping, isSequence, type MappingValue, object, unknown, type Value } from '../../domain/value.ts'
import type { Block, Body, Expression } from '../../hcl/syntax.ts'
import type { ProblemLog } from '../../source/problem-log.ts'
import { attributeNamed, headerOf, type Located, literalText } from '../configuration/declarations.ts'
import { evaluateBody } from './evaluate-body.ts'
import type { Scope } from './scope.ts'

/** A configured provider, as resources of one or more modules use it. Evaluated where it is configured, once. */
export class ProviderInstance {
  readonly identity: ResourceProvider
  readonly #configured: { readonly block: Located<Block>; readonly scope: Scope } | undefined
  readonly #problems: ProblemLog
  #configuration: MappingValue | undefined

  constructor(
    identity: ResourceProvider,
    problems: ProblemLog,
    configured?: { readonly block: Located<Block>; readonly scope: Scope },
  ) {
    this.identity = identity
    this.#problems = problems
    this.#configured = configured
  }

  get configuration(): MappingValue {
    this.#configuration ??= this.#configured
      ? evaluateBody(this.#configured.block.node.body, this.#configured.scope, this.#problems)
      : object(new Map())
    return this.#configuration
  }

  /** A provider argument; unknown where the provider does not set it, since the environment may. */
  argument(name: string): Value {
    const value = this.configuration.entries.get(name)
    if (value && value.kind !== 'null') return value
    if (!this.#configured)
      return unknown(`there is no provider "${this.identity.name}" block that sets ${name}`)
    return unknown(`provider "${this.identity.name}" sets no ${name}`, {
      origins: [headerOf(this.#configured.block)],
    })
  }

  /** What every taggable resource of this provider gets: AWS's `default_tags`, Google's `default_labels`. */
  get defaultTags(): Value | undefined {
    const labels = this.configuration.entries.get('default_labels')
    if (labels) return labels
    const blocks = this.configuration.entries.get('default_tags')
    const block = blocks && isSequence(blocks) ? (blocks.items[0] ?? blocks.open) : blocks
    if (!block || block.kind === 'unknown') return block
    return isMapping(block) ? block.entries.get('tags') : undefined
  }
}

/** `aws` or `aws.west`, as `provider =` and `providers = {}` write it; of OpenTofu's `aws.by_region["…"]` what is before the key. */
export function providerName(expression: Expression): string | undefined {
  if (expression.kind === 'index') return providerName(expression.object)
  if (expression.kind === 'variable') return expression.name
  if (expression.kind === 'attribute' && expression.object.kind === 'variable')
    return `${expression.object.name}.${expression.name}`
  return literalText(expression)
}

/** `providers = { aws = aws.west }`: the child's name → the caller's. */
export function passedProviders(call: Body): ReadonlyMap<string, string> {
  const passed = new Map<string, string>()
  const attribute = attributeNamed(call, 'providers')
  if (attribute?.value.kind !== 'object') return passed
  for (const item of attribute.value.items) {
    const inner = item.key.kind === 'name' ? item.key.name : providerName(item.key)
    const outer = providerName(item.value)
    if (inner !== undefined && outer !== undefined) passed.set(inner, outer)
  }
  return passed
}
