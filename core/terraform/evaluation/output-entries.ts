import type { Value } from '../../domain/value.ts'
import type { ModuleInstance } from './module-instance.ts'

/**
 * A module's outputs, each evaluated when somebody asks for it: a module's argument may well depend on another output
 * of the same module.
 */
export class OutputEntries implements ReadonlyMap<string, Value> {
  readonly #module: ModuleInstance

  constructor(module: ModuleInstance) {
    this.#module = module
  }

  get size(): number {
    return this.#names.size
  }

  get #names(): ReadonlyMap<string, unknown> {
    return this.#module.configuration.outputs
  }

  has(name: string): boolean {
    return this.#names.has(name)
  }

  get(name: string): Value | undefined {
    return this.has(name) ? this.#module.output(name) : undefined
  }

  keys(): MapIterator<string> {
    return this.#names.keys()
  }

  *values(): MapIterator<Value> {
    for (const name of this.keys()) yield this.#module.output(name)
  }

  *entries(): MapIterator<[string, Value]> {
    for (const name of this.keys()) yield [name, this.#module.output(name)]
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries()
  }

  forEach(callback: (value: Value, name: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [name, value] of this) callback(value, name, this)
  }
}
