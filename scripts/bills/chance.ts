/** Numbers that look random and are the same in every run: a bill is told by its seed. */
export interface Chance {
  /** From 0 up to and without 1. */
  next(): number
  /** Around 0, most within ±1. */
  noise(): number
  pick<T>(of: readonly T[]): T
}

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    noise: () => (next() + next() + next() + next() - 2) * 1.7,
    pick: (of) => of[Math.floor(next() * of.length)]!,
  }
}
