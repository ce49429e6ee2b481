/** The message with its end mark and its length in bits, as whole blocks; MD5 writes the length the other way round. */
export function paddedBlocks(message: Uint8Array, blockSize: 64 | 128, littleEndian = false): DataView {
  const lengthSize = blockSize / 8
  const size = Math.ceil((message.length + 1 + lengthSize) / blockSize) * blockSize
  const padded = new Uint8Array(size)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setBigUint64(littleEndian ? size - lengthSize : size - 8, BigInt(message.length) * 8n, littleEndian)
  return view
}

/** Words of 32 bits as bytes. */
export function wordsToBytes(words: readonly number[], littleEndian = false): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4))
  for (const [index, word] of words.entries()) view.setUint32(index * 4, word, littleEndian)
  return new Uint8Array(view.buffer)
}

export function rotateLeft(word: number, count: number): number {
  return (word << count) | (word >>> (32 - count))
}
