import { paddedBlocks, wordsToBytes } from './padded-blocks.ts'

/** The first 64 bits after the point of the square (2) or cube (3) roots of the first primes (FIPS 180-4, 4.2 and 5.3). */
function rootFractions(count: number, degree: 2 | 3): readonly bigint[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  return primes.map((prime) => BigInt.asUintN(64, integerRoot(BigInt(prime) << BigInt(64 * degree), degree)))
}

function integerRoot(value: bigint, degree: 2 | 3): bigint {
  let low = 0n
  let high = 1n << 80n
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    if (middle ** BigInt(degree) <= value) low = middle
    else high = middle
  }
  return low
}

interface Constants {
  readonly cubes: readonly bigint[]
  readonly squares: readonly bigint[]
}
let computed: Constants | undefined

/** Computed when first wanted: most reviews hash nothing. */
function constants(): Constants {
  computed ??= { cubes: rootFractions(80, 3), squares: rootFractions(8, 2) }
  return computed
}

const high32 = (value: bigint) => Number(value >> 32n)

/** FIPS 180-4. */
export function sha256(message: Uint8Array): Uint8Array {
  const view = paddedBlocks(message, 64)
  const { cubes, squares } = constants()
  const state = squares.map(high32)
  const rounds = cubes.slice(0, 64).map(high32)
  const words = new Int32Array(64)
  const turn = (word: number, count: number) => (word >>> count) | (word << (32 - count))
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
    for (let step = 0; step < 64; step++) {
      if (step < 16) words[step] = view.getUint32(block + step * 4)
      else {
        const [early, late] = [words[step - 15]!, words[step - 2]!]
        const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
        const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
        words[step] = words[step - 16]! + low + words[step - 7]! + high
      }
      const choice = (e & f) ^ (~e & g)
      const majority = (a & b) ^ (a & c) ^ (b & c)
      const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + rounds[step]! + words[step]!) | 0
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
    }
    for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index]! + word) | 0
  }
  return wordsToBytes(state)
}

/** FIPS 180-4. */
export function sha512(message: Uint8Array): Uint8Array {
  const view = paddedBlocks(message, 128)
  const { cubes, squares } = constants()
  const state = [...squares]
  const words: bigint[] = []
  const cut = (value: bigint) => BigInt.asUintN(64, value)
  const turn = (word: bigint, count: bigint) => (word >> count) | cut(word << (64n - count))
  for (let block = 0; block < view.byteLength; block += 128) {
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint]
    for (let step = 0; step < 80; step++) {
      if (step < 16) words[step] = view.getBigUint64(block + step * 8)
      else {
        const [early, late] = [words[step - 15]!, words[step - 2]!]
        const low = turn(early, 1n) ^ turn(early, 8n) ^ (early >> 7n)
        const high = turn(late, 19n) ^ turn(late, 61n) ^ (late >> 6n)
        words[step] = cut(words[step - 16]! + low + words[step - 7]! + high)
      }
      const choice = (e & f) ^ (cut(~e) & g)
      const majority = (a & b) ^ (a & c) ^ (b & c)
      const first = cut(
        h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + choice + cubes[step]! + words[step]!,
      )
      const second = cut((turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + majority)
      ;[h, g, f, e, d, c, b, a] = [g, f, e, cut(d + first), c, b, a, cut(first + second)]
    }
    for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = cut(state[index]! + word)
  }
  const bytes = new DataView(new ArrayBuffer(64))
  for (const [index, word] of state.entries()) bytes.setBigUint64(index * 8, word)
  return new Uint8Array(bytes.buffer)
}
