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
    if (this.#depth >= MAX_DEPTH) return `expressions and references are nested more than ${MAX_DEPTH} deep`
    const exhausted = this.spend(1)
    if (exhausted === undefined) this.#depth++
    return exhausted
  }

  /** Counts steps of work that is not an expression. */
  spend(steps: number): string | undefined {
    this.#steps += steps
    return this.#steps > MAX_STEPS
      ? `the configuration takes more than ${MAX_STEPS} evaluation steps`
      : undefined
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

export const MAX_STEPS = 5_000_000
export const MAX_DEPTH = 400
/** What a nested block weighs, in steps: it is an object of its own. */
export const STEPS_OF_A_BLOCK = 20
/** What a round of a template's `%{ for }` weighs, whatever it writes. */
export const STEPS_OF_A_ROUND = 5
/** Module instances of one project: two calls on each of twenty levels would be a million. */
export const MAX_MODULES = 5_000
/** Instances of one resource or module beyond which `count` and `for_each` are not expanded. */
export const MAX_INSTANCES = 5_000
