import { type Profiler, Session } from 'node:inspector'

/** The characters of one script that have run, by V8's block coverage. */
export interface Coverage {
  /** How many characters ran since the last time that had never run before; they are remembered. */
  take(): number
  /** The same, and they are not remembered. */
  peek(): number
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
  const fresh = (remember: boolean) => {
    now.fill(0)
    // Outer functions come before those within them.
    for (const { ranges } of functions())
      for (const { startOffset, endOffset, count } of ranges)
        now.fill(count > 0 ? 1 : 0, startOffset, endOffset)
    let found = 0
    for (let at = 0; at < now.length; at++) {
      if (now[at] === 0 || reached[at] === 1 || counts[at] === 0) continue
      if (remember) reached[at] = 1
      found++
    }
    return found
  }
  return {
    reached,
    take: () => fresh(true),
    peek: () => fresh(false),
  }
}
