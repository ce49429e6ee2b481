import { readFileSync } from 'node:fs'
import type { sample } from 'fast-check'
import { bundledLines, type ReachedLines, reachedLines } from './bundled-lines.ts'
import { coverageOf } from './coverage.ts'
import { chanceOf, mutate } from './mutate.ts'
import type { FuzzTarget } from './target.ts'

/** What a bundled target exports. */
export interface FuzzedScript {
  readonly target: FuzzTarget
  readonly sample: typeof sample
}

export interface FuzzOrder {
  readonly root: string
  /** The pattern of the files whose lines count. */
  readonly files: string
  readonly seed: number
  readonly seconds: number
  /** Texts of earlier runs that reached something. */
  readonly corpus: readonly string[]
  /** Ends after so many failures of different kinds. */
  readonly maxFailures: number
}

export interface FuzzFailure {
  readonly text: string
  readonly because: string
  readonly run: number
}

export interface FuzzResult extends ReachedLines {
  readonly runs: number
  readonly seconds: number
  readonly slowestMs: number
  /** The run that was the last to reach something new. */
  readonly lastNew: number
  readonly corpus: readonly string[]
  readonly failures: readonly FuzzFailure[]
}

const MAX_MS = 1000
const SMALLEST_BATCH = 16
const LARGEST_BATCH = 4096
const DRAWN_TOGETHER = 256

/** Runs a target on texts that are drawn, and on those that reached something, changed, until its time is over. */
export function fuzz(
  load: () => FuzzedScript,
  script: string,
  { root, files, seed, seconds, corpus: earlier, maxFailures }: FuzzOrder,
  before: (text: string) => void,
): FuzzResult {
  const bundle = readFileSync(script, 'utf8')
  const lines = bundledLines(bundle, new RegExp(files))
  const counts = new Uint8Array(bundle.length)
  for (const { start, end } of lines) counts.fill(1, start, end)
  const coverage = coverageOf(script, counts)
  // What it does when it is loaded has run too.
  const { target, sample } = load()
  for (const at of coverage.fresh()) coverage.reached[at] = 1
  const chance = chanceOf(seed)
  const corpus: string[] = []
  const failures = new Map<string, FuzzFailure>()
  const started = performance.now()
  let [runs, lastNew, slowestMs] = [0, 0, 0]

  /** Milliseconds of the processor: on a busy machine the clock says nothing. */
  const timed = (text: string) => {
    const start = process.cpuUsage()
    target.run(text)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  const tryOne = (text: string) => {
    before(text)
    runs++
    try {
      // The first time may be that of a compiler or a collector of garbage.
      let took = timed(text)
      if (took > MAX_MS) took = Math.min(took, timed(text))
      slowestMs = Math.max(slowestMs, took)
      if (took > MAX_MS) throw new Error(`hang: more than ${MAX_MS} ms`)
    } catch (error) {
      const because = reason(error)
      if (!failures.has(because)) failures.set(because, { text, because, run: runs })
    }
  }
  /** Keeps those of a batch that reached something: a batch that did is divided until it is clear which. */
  const tryAll = (batch: readonly string[]): boolean => {
    for (const text of batch) tryOne(text)
    const fresh = coverage.fresh()
    if (fresh.length === 0) return false
    if (batch.length === 1) {
      corpus.push(batch[0]!)
      lastNew = runs
    } else {
      const part = Math.ceil(batch.length / 4)
      for (let at = 0; at < batch.length; at += part) tryAll(batch.slice(at, at + part))
    }
    // What no text reaches alone, because something is remembered or is compiled once, was reached all the same.
    for (const at of fresh) coverage.reached[at] = 1
    return true
  }
  const isOver = () => performance.now() - started > seconds * 1000 || failures.size >= maxFailures

  let drawn: string[] = []
  const draw = () => {
    if (drawn.length === 0)
      drawn = sample(target.grammar, { numRuns: DRAWN_TOGETHER, seed: chance.below(2 ** 31) })
    return drawn.pop()!
  }
  const next = () => {
    const kind = chance.below(8)
    if (corpus.length === 0 || kind === 0) return draw()
    const other = chance.oneOf(corpus)
    // What was found last is nearest to what was not reached yet.
    const recent = Math.min(corpus.length, 40)
    const text =
      kind < 3
        ? corpus[corpus.length - 1 - chance.below(recent)]!
        : kind === 3
          ? draw()
          : chance.oneOf(corpus)
    return mutate(text, other, target.words, chance)
  }

  let size = SMALLEST_BATCH
  for (const text of [...target.seeds(root), ...earlier]) if (!isOver()) tryAll([text])
  while (!isOver()) {
    const found = tryAll(Array.from({ length: size }, next))
    size = found ? Math.max(SMALLEST_BATCH, size >> 1) : Math.min(LARGEST_BATCH, size * 2)
  }
  return {
    runs,
    seconds: (performance.now() - started) / 1000,
    slowestMs,
    lastNew,
    corpus,
    failures: [...failures.values()],
    ...reachedLines(bundle, lines, coverage.reached),
  }
}

/** What tells one failure from another: the message without what differs, and the place. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const place = error.stack?.split('\n').find((line) => line.trim().startsWith('at '))
  const where =
    error instanceof RangeError ? '' : ` ${place?.trim().replace(/\(.*[/\\]|:\d+\)?$/g, '') ?? ''}`
  return `${error.name}: ${error.message.split('\n')[0]!.replace(/\d+/g, 'N').slice(0, 160)}${where}`
}
