import { readFileSync } from 'node:fs'
import type { sample } from 'fast-check'
import { bundledLines, type ReachedLines, reachedLines } from './bundled-lines.ts'
import { coverageOf } from './coverage.ts'
import { placed, reason } from './failure.ts'
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
/** Only what takes longer by the clock is timed by the processor. */
const WORTH_TIMING_MS = 50
const SMALLEST_BATCH = 16
/** To ask what was reached takes as long as some hundred runs. */
const LARGEST_BATCH = 8192
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
  Error.stackTraceLimit = 0
  const chance = chanceOf(seed)
  const corpus: string[] = []
  const failures = new Map<string, FuzzFailure>()
  const started = performance.now()
  let [runs, lastNew, slowestMs] = [0, 0, 0]

  const isOver = () => performance.now() - started > seconds * 1000 || failures.size >= maxFailures
  /** Milliseconds of the processor where it took long: on a busy machine the clock says little. */
  const timed = (text: string) => {
    const start = performance.now()
    target.run(text)
    const took = performance.now() - start
    if (took < WORTH_TIMING_MS) return took
    // The first time may have been that of a compiler or a collector of garbage.
    const before = process.cpuUsage()
    target.run(text)
    const { user, system } = process.cpuUsage(before)
    return Math.min(took, (user + system) / 1000)
  }
  const tryOne = (text: string) => {
    before(text)
    runs++
    try {
      const took = timed(text)
      slowestMs = Math.max(slowestMs, took)
      if (took > MAX_MS) throw new Error(`hang: more than ${MAX_MS} ms`)
    } catch (error) {
      const because = reason(placed(error, () => target.run(text)))
      if (!failures.has(because)) failures.set(because, { text, because, run: runs })
    }
  }
  /** Keeps those of a batch that reached something: a batch that did is divided until it is clear which. */
  const tryAll = (batch: readonly string[]): boolean => {
    for (const text of batch) if (!isOver()) tryOne(text)
    const fresh = coverage.fresh()
    if (fresh.length === 0) return false
    if (batch.length === 1) {
      corpus.push(batch[0]!)
      lastNew = runs
    } else if (!isOver()) {
      const part = Math.ceil(batch.length / 4)
      for (let at = 0; at < batch.length; at += part) tryAll(batch.slice(at, at + part))
    }
    // What no text reaches alone, because something is remembered or is compiled once, was reached all the same.
    for (const at of fresh) coverage.reached[at] = 1
    return true
  }
  let drawn: readonly string[] = []
  let asDrawn = 0
  const draw = () => {
    if (asDrawn === drawn.length) {
      drawn = sample(target.grammar, { numRuns: DRAWN_TOGETHER, seed: chance.below(2 ** 31) })
      asDrawn = 0
    }
    return drawn[asDrawn++]!
  }
  /** Drawing takes longer than most runs, so a text is changed several times before it makes room. */
  const drawnBefore = () => (drawn.length > 0 ? chance.oneOf(drawn) : draw())
  /** Of two the shorter one: it runs sooner, and a change more often meets what matters. */
  const kept = (among: number) => {
    const one = corpus.at(-1 - chance.below(among))!
    const two = corpus.at(-1 - chance.below(among))!
    return one.length < two.length ? one : two
  }
  const next = () => {
    const kind = chance.below(8)
    if (corpus.length === 0 || kind === 0) return draw()
    const other = chance.below(4) === 0 ? drawnBefore() : chance.oneOf(corpus)
    if (kind === 1) return mutate(drawnBefore(), other, target.words, chance)
    // What was found last is nearest to what was not reached yet.
    const text = kept(kind < 4 ? Math.min(corpus.length, 40) : corpus.length)
    return mutate(text, other, target.words, chance)
  }

  let size = SMALLEST_BATCH
  for (const text of new Set([...target.seeds(root), ...earlier])) {
    if (!isOver()) tryOne(text)
    corpus.push(text)
  }
  for (const at of coverage.fresh()) coverage.reached[at] = 1
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
