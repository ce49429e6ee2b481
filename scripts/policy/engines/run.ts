import type { EngineInput } from '../../../test/policy/support/engine-input.ts'

export type Run = (...args: readonly string[]) => {
  readonly stdout: string
  readonly stderr: string
  readonly code: number
}

/** For each vector whether it is refused; undefined where it cannot be put to the engine. The documents are in `documents`. */
export type Ask = (input: EngineInput, folder: string, run: Run) => readonly (boolean | undefined)[]

/** JSON, or what the engine said in its place. */
export function json<T>({ stdout, stderr }: ReturnType<Run>): T {
  try {
    return JSON.parse(stdout) as T
  } catch {
    throw new Error(`no JSON was printed: ${stdout.slice(0, 2_000)}${stderr.slice(0, 2_000)}`)
  }
}

/** The vectors that names like `aws_instance.v7` stand for. */
export function refusedIn(names: readonly string[], count: number): readonly boolean[] {
  const refused = new Set(names.map((name) => Number(/\bv(\d+)\b/.exec(name)?.[1])))
  if (refused.has(Number.NaN))
    throw new Error(`a name stands for no vector: ${names.join(', ').slice(0, 500)}`)
  return Array.from({ length: count }, (_, index) => refused.has(index))
}
