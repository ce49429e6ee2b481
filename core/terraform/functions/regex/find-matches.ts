import { word } from './character-class.ts'
import type { Program } from './compile-pattern.ts'
import type { Assertion } from './syntax.ts'

/** UTF-16 offsets: start and end of the whole match, then of each group; -1 where a group took no part. */
export type Match = readonly number[]

interface Thread {
  readonly at: number
  readonly saved: Match
}

/** Steps allowed in one search; a large text under a large pattern ends here instead of taking minutes. */
const MAX_STEPS = 20_000_000

/** The search took more steps than allowed. */
export class SearchLimit extends Error {}

/**
 * All matches, leftmost first, not overlapping, as Go finds them. All ways through the pattern are followed at once
 * (Pike's machine), so that no pattern makes the time grow faster than its size times that of the text.
 */
export function findMatches(
  program: Program,
  text: string,
  limit = Number.POSITIVE_INFINITY,
): readonly Match[] {
  const matches: Match[] = []
  const budget = { steps: 0 }
  let from = 0
  let lastEnd = -1
  while (from <= text.length && matches.length < limit) {
    const match = findMatch(program, text, from, budget)
    if (!match) break
    const [start, end] = match as readonly [number, number]
    // An empty match that touches the one before does not count.
    if (end > start || start !== lastEnd) matches.push(match)
    lastEnd = end
    from = end > start ? end : end + width(text, end)
  }
  return matches
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function findMatch(
  program: Program,
  text: string,
  from: number,
  budget: { steps: number },
): Match | undefined {
  let threads: Thread[] = []
  let found: Match | undefined
  const nothing: Match = new Array(program.slots).fill(-1)
  budget.steps += program.instructions.length
  const visited = new Int32Array(program.instructions.length).fill(-1)
  for (let at = from; ; ) {
    if (!found)
      threads = follow(
        program,
        [...threads, { at: program.start, saved: nothing }],
        text,
        at,
        visited,
        budget,
      )
    if (threads.length === 0 && (found || at >= text.length)) return found
    const point = at < text.length ? text.codePointAt(at)! : -1
    const stepped: Thread[] = []
    for (const thread of threads) {
      const instruction = program.instructions[thread.at]!
      if (instruction.kind === 'match') {
        found = thread.saved
        break // threads after this one are less preferred
      }
      if (instruction.kind === 'character' && point >= 0 && instruction.test(point))
        stepped.push({ at: instruction.next, saved: thread.saved })
    }
    if (point < 0) return found
    at += point > 0xffff ? 2 : 1
    threads = found ? follow(program, stepped, text, at, visited, budget) : stepped
  }
}

/** Follows everything that consumes no character, in order of preference, each place once. */
function follow(
  { instructions }: Program,
  threads: readonly Thread[],
  text: string,
  position: number,
  visited: Int32Array,
  budget: { steps: number },
): Thread[] {
  const ready: Thread[] = []
  const pending: Thread[] = [...threads].reverse()
  for (let thread = pending.pop(); thread; thread = pending.pop()) {
    if (++budget.steps > MAX_STEPS) throw new SearchLimit()
    if (visited[thread.at] === position) continue
    visited[thread.at] = position
    const instruction = instructions[thread.at]!
    switch (instruction.kind) {
      case 'split':
        pending.push(
          { at: instruction.second, saved: thread.saved },
          { at: instruction.first, saved: thread.saved },
        )
        break
      case 'save': {
        const saved = [...thread.saved]
        saved[instruction.slot] = position
        pending.push({ at: instruction.next, saved })
        break
      }
      case 'assertion':
        if (holds(instruction.at, text, position)) pending.push({ at: instruction.next, saved: thread.saved })
        break
      default:
        ready.push(thread)
    }
  }
  return ready
}

function holds(assertion: Assertion, text: string, at: number): boolean {
  switch (assertion) {
    case 'start':
      return at === 0
    case 'end':
      return at === text.length
    case 'line start':
      return at === 0 || text[at - 1] === '\n'
    case 'line end':
      return at === text.length || text[at] === '\n'
    default: {
      const boundary = isWord(text, at - 1) !== isWord(text, at)
      return boundary === (assertion === 'word boundary')
    }
  }
}

function isWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && word(text.charCodeAt(at))
}
