import { paddedBlocks, rotateLeft, wordsToBytes } from './padded-blocks.ts'

const ROUNDS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6] as const

/** FIPS 180-4. For names and change detection; never for security. */
export function sha1(message: Uint8Array): Uint8Array {
  const view = paddedBlocks(message, 64)
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const words = new Int32Array(80)
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a, b, c, d, e] = state as [number, number, number, number, number]
    for (let step = 0; step < 80; step++) {
      words[step] =
        step < 16
          ? view.getUint32(block + step * 4)
          : rotateLeft(words[step - 3]! ^ words[step - 8]! ^ words[step - 14]! ^ words[step - 16]!, 1)
      const round = Math.floor(step / 20)
      const mixed = [(b & c) | (~b & d), b ^ c ^ d, (b & c) | (b & d) | (c & d), b ^ c ^ d][round]!
      const sum = (rotateLeft(a, 5) + mixed + e + ROUNDS[round]! + words[step]!) | 0
      ;[e, d, c, b, a] = [d, c, rotateLeft(b, 30), a, sum]
    }
    for (const [index, word] of [a, b, c, d, e].entries()) state[index] = (state[index]! + word) | 0
  }
  return wordsToBytes(state)
}
