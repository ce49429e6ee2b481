import { paddedBlocks, rotateLeft, wordsToBytes } from './padded-blocks.ts'

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21] as const
const SINES = Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32))

/** RFC 1321. For names and change detection, which is what configurations use it for; never for security. */
export function md5(message: Uint8Array): Uint8Array {
  const view = paddedBlocks(message, 64, true)
  let [a0, b0, c0, d0] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a, b, c, d] = [a0, b0, c0, d0]
    for (let step = 0; step < 64; step++) {
      const round = step >> 4
      const mixed = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round]!
      const place = [step, 5 * step + 1, 3 * step + 5, 7 * step][round]! % 16
      const sum = (a + mixed + SINES[step]! + view.getUint32(block + place * 4, true)) | 0
      ;[a, d, c, b] = [d, c, b, (b + rotateLeft(sum, SHIFTS[round * 4 + (step % 4)]!)) | 0]
    }
    ;[a0, b0, c0, d0] = [(a0 + a) | 0, (b0 + b) | 0, (c0 + c) | 0, (d0 + d) | 0]
  }
  return wordsToBytes([a0, b0, c0, d0], true)
}
