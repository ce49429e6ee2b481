import { tableOf } from '../../domain/table-of.ts'
import { unknown } from '../../domain/value.ts'
import type { Block } from '../../hcl/syntax.ts'
import {
  attributeIn,
  attributeNamed,
  declaredName,
  type Located,
  rangeIn,
} from '../configuration/declarations.ts'
import type { ModuleInstance } from './module-instance.ts'
import { ProviderInstance, passedProviders, providerName } from './provider-instance.ts'
import type { Binding } from './scope.ts'

/** The providers that a module instance's resources use, by the names they have in it. */
export class ProviderTable {
  readonly #module: ModuleInstance
  readonly #known: Map<string, ProviderInstance>

  constructor(module: ModuleInstance, inherited: ReadonlyMap<string, ProviderInstance>) {
    this.#module = module
    this.#known = new Map(inherited)
    for (const block of module.configuration.providers) {
      const name = declaredName(block.node)
      const scope = { ...module.scope(block.source), bound: undecidedEach(name, block) }
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
const IMPLIED: Readonly<Record<string, string>> = tableOf({ terraform: 'builtin/terraform' })

/** OpenTofu's providers with `for_each`: which of them a resource uses is not followed, so what differs is unknown. */
function undecidedEach(name: string, block: Located<Block>): Binding | undefined {
  const forEach = attributeIn(block, 'for_each')
  if (!forEach) return undefined
  const because = `provider "${name}" has for_each, and which instance is meant is not followed`
  const value = unknown(because, { origins: [rangeIn(forEach.source, forEach.node)] })
  return { name: 'each', value, outer: undefined }
}
