/** Counts names. */
export class Ranking {
  readonly #counts = new Map<string, number>()

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, number) => sum + number, 0)
  }

  /** The most frequent first. */
  get ranked(): readonly (readonly [name: string, number: number])[] {
    return [...this.#counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  }
}
