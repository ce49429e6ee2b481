import type { Block } from '../../hcl/syntax.ts'
import { attributeNamed, declaredName, type Located } from '../configuration/declarations.ts'
import type { ModuleInstance } from './module-instance.ts'
import { ProviderInstance, passedProviders, providerName } from './provider-instance.ts'

/** The providers that a module instance's resources use, by the names they have in it. */
export class ProviderTable {
  readonly #module: ModuleInstance
  readonly #known: Map<string, ProviderInstance>

  constructor(module: ModuleInstance, inherited: ReadonlyMap<string, ProviderInstance>) {
    this.#module = module
    this.#known = new Map(inherited)
    for (const block of module.configuration.providers) {
      const name = declaredName(block.node)
      const scope = module.scope(block.source)
      this.#known.set(
        name,
        new ProviderInstance(this.#identity(name), module.project.problems, { block, scope }),
      )
    }
  }

  /** The provider of a resource: the one it names, else the default one for its type's prefix. */
  for({ node }: Located<Block>): ProviderInstance {
    const named = attributeNamed(node.body, 'provider')
    const type = node.labels[0]!.value
    const name = (named && providerName(named.value)) ?? type.split('_', 1)[0]!
    return this.#named(name)
  }

  /** What a called module has: the providers passed to it, and the default ones, which it inherits. */
  passedTo(call: Block): ReadonlyMap<string, ProviderInstance> {
    const inherited = new Map([...this.#known].filter(([name]) => !name.includes('.')))
    for (const [inner, outer] of passedProviders(call.body)) inherited.set(inner, this.#named(outer))
    return inherited
  }

  #named(name: string): ProviderInstance {
    const known = this.#known.get(name)
    if (known) return known
    const implied = new ProviderInstance(this.#identity(name), this.#module.project.problems)
    this.#known.set(name, implied)
    return implied
  }

  #identity(name: string): ProviderInstance['identity'] {
    const local = name.split('.', 1)[0]!
    const source =
      this.#module.configuration.requiredProviders.get(local) ?? IMPLIED[local] ?? `hashicorp/${local}`
    return { name, source }
  }
}

/** Providers that Terraform knows without being told where they come from. */
const IMPLIED: Readonly<Record<string, string>> = { terraform: 'builtin/terraform' }
