import { type Profiler, Session } from 'node:inspector'

/** The characters of one script that have run, by V8's block coverage. */
export interface Coverage {
  /** The characters that ran since the last time and are not among those reached. */
  fresh(): readonly number[]
  readonly reached: Uint8Array
}

/** `counts` marks the characters that count. The session is this thread's own. */
export function coverageOf(script: string, counts: Uint8Array): Coverage {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const reached = new Uint8Array(counts.length)
  const now = new Uint8Array(counts.length)
  const functions = () => {
    let found: readonly Profiler.FunctionCoverage[] = []
    // Answers before it returns.
    session.post('Profiler.takePreciseCoverage', (error, { result } = { result: [] }) => {
      if (error) throw error
      found = result.find(({ url }) => url.endsWith(script))?.functions ?? []
    })
    return found
  }
  return {
    reached,
    fresh: () => {
      now.fill(0)
      // Outer functions come before those within them.
      for (const { ranges } of functions())
        for (const { startOffset, endOffset, count } of ranges)
          now.fill(count > 0 ? 1 : 0, startOffset, endOffset)
      const found: number[] = []
      for (let at = 0; at < now.length; at++)
        if (now[at] === 1 && reached[at] === 0 && counts[at] === 1) found.push(at)
      return found
    },
  }
}
