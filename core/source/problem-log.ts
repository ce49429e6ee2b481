import type { Problem } from './problem.ts'

/** Collects problems, each once: a module called ten times has its mistakes once. */
export class ProblemLog {
  readonly #problems = new Map<string, Problem>()

  add(problem: Problem): void {
    const { path } = problem.range.source
    this.#problems.set(`${path}:${problem.range.start}:${problem.message}`, problem)
  }

  all(): readonly Problem[] {
    return [...this.#problems.values()]
  }
}
