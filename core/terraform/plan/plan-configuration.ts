import type { Plain } from '../../domain/plain.ts'
import type { ModuleStep } from './plan-address.ts'
import { items, type Json, member, members, text } from './plan-json.ts'

/** The `configuration` of a plan: what was written, as expressions that name what they refer to. */
export class PlanConfiguration {
  readonly #root: Plain | undefined
  readonly #providers: Plain | undefined
  readonly #variables: Plain | undefined
  readonly #blocks = new Map<Plain | undefined, ReadonlyMap<string, Plain>>()

  constructor(plan: Json) {
    this.#root = member(member(plan, 'configuration'), 'root_module')
    this.#providers = member(member(plan, 'configuration'), 'provider_config')
    this.#variables = member(plan, 'variables')
  }

  /** Whether the plan has one: all of Terraform's have. */
  get isThere(): boolean {
    return this.#root !== undefined
  }

  /** The module that the steps lead into; undefined where there is none. */
  module(steps: readonly ModuleStep[]): Plain | undefined {
    return steps.reduce<Plain | undefined>(
      (module, { name }) => member(this.call(module, name), 'module'),
      this.#root,
    )
  }

  call(module: Plain | undefined, name: string): Plain | undefined {
    return member(member(module, 'module_calls'), name)
  }

  /** A resource's block by `type.name` in its module. */
  block(steps: readonly ModuleStep[], name: string): Plain | undefined {
    const module = this.module(steps)
    const known = this.#blocks.get(module)
    if (known) return known.get(name)
    const blocks = new Map<string, Plain>()
    for (const block of items(member(module, 'resources'))) {
      const address = text(member(block, 'address'))
      if (address !== undefined) blocks.set(address, block)
    }
    this.#blocks.set(module, blocks)
    return blocks.get(name)
  }

  /**
   * The provider configuration that a block names: `aws.west`, or `module.pools:aws` where a module has its own. One
   * that a module only implies is the root's.
   */
  provider(key: string): { readonly name: string; readonly expressions: Plain | undefined } {
    const local = key.slice(key.lastIndexOf(':') + 1)
    const own = member(this.#providers, key)
    const configured = member(own, 'expressions') ? own : (member(this.#providers, local) ?? own)
    return { name: local, expressions: member(configured, 'expressions') }
  }

  /** What an expression certainly is: a constant, or a variable of the root module and nothing around it. */
  constant(expression: Plain | undefined): Plain | undefined {
    const constant = member(expression, 'constant_value')
    if (constant !== undefined) return constant
    const references = referencesOf(expression)
    const [only] = references
    if (references.length !== 1 || !only?.startsWith('var.')) return undefined
    return member(member(this.#variables, only.slice('var.'.length)), 'value')
  }
}

/** What an expression, or any expression of a block within it, refers to: `var.team`, `aws_instance.train[0].id`. */
export function referencesOf(expression: Plain | undefined): readonly string[] {
  const own = member(expression, 'references')
  if (own !== undefined) return items(own).flatMap((reference) => text(reference) ?? [])
  if (Array.isArray(expression)) return expression.flatMap(referencesOf)
  return members(expression).flatMap(([name, inner]) =>
    name === 'constant_value' ? [] : referencesOf(inner),
  )
}
