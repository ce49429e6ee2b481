/**
 * How much work one project's evaluation may be. Real monorepos stay far below; a hostile repository meets a clear
 * reason instead of a hang. Steps count evaluated expression nodes, depth the nesting of expressions and references.
 */
export class Budget {
  #steps = 0
  #depth = 0
  #modules = 0

  /** Counts one step into an expression; undefined if there is room, else the reason why not. */
  enter(): string | undefined {
    if (++this.#steps > MAX_STEPS) return `the configuration takes more than ${MAX_STEPS} evaluation steps`
    if (this.#depth >= MAX_DEPTH) return `expressions and references are nested more than ${MAX_DEPTH} deep`
    this.#depth++
    return undefined
  }

  /** Counts module instances; false where there are too many already. */
  admitModules(count: number): boolean {
    this.#modules += count
    return this.#modules <= MAX_MODULES
  }

  leave(): void {
    this.#depth--
  }
}

export const MAX_STEPS = 20_000_000
export const MAX_DEPTH = 400
/** Module instances of one project: two calls on each of twenty levels would be a million. */
export const MAX_MODULES = 5_000
/** Instances of one resource or module beyond which `count` and `for_each` are not expanded. */
export const MAX_INSTANCES = 5_000
