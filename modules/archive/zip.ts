import { inflateRawSync } from 'node:zlib'
import { FetchFailure } from '../fetch-failure.ts'
import { LIMITS } from '../limits.ts'
import type { PackageBuilder } from '../package.ts'
import { broken } from './broken.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const MOST_COMMENT_BYTES = 0xffff
const SYMBOLIC_LINK = 0o120000

/** Regular files of a ZIP archive, by its central directory. Links are left out, as in a tar archive. */
export function readZip(bytes: Buffer, into: PackageBuilder): void {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  let unpacked = 0
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) throw broken()
    const flags = bytes.readUInt16LE(at + 8)
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const mode = bytes.readUInt32LE(at + 38) >>> 16
    if (flags & 1) throw new FetchFailure(`the archive's "${name}" is encrypted`)
    if (!name.endsWith('/') && (mode & 0o170000) !== SYMBOLIC_LINK) {
      unpacked += bytes.readUInt32LE(at + 24)
      if (unpacked > 4 * LIMITS.packageBytes) throw new FetchFailure('the archive is too large when unpacked')
      into.add(name, contentOf(bytes, at))
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

/** The record at the end, which a comment may follow. */
function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - MOST_COMMENT_BYTES)
  for (let at = bytes.length - END_BYTES; at >= first; at--) {
    if (bytes.readUInt32LE(at) !== END) continue
    // What needs 64 bits says so here.
    if (bytes.readUInt16LE(at + 10) === 0xffff || bytes.readUInt32LE(at + 16) === 0xffffffff)
      throw new FetchFailure('ZIP64 archives are not read')
    return at
  }
  throw broken()
}

/** A file's bytes, exactly as many as the directory says and with its sum. */
function contentOf(bytes: Buffer, entry: number): Buffer {
  const method = bytes.readUInt16LE(entry + 10)
  const packed = bytes.readUInt32LE(entry + 20)
  const size = bytes.readUInt32LE(entry + 24)
  const local = bytes.readUInt32LE(entry + 42)
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw broken()
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (start + packed > bytes.length) throw broken()
  const raw = bytes.subarray(start, start + packed)
  const content = method === 0 ? raw : method === 8 ? inflate(raw, size) : undefined
  if (!content) throw new FetchFailure(`the archive is packed by method ${method}, which is not read`)
  if (content.length !== size || crc32(content) !== bytes.readUInt32LE(entry + 16)) throw broken()
  return content
}

function inflate(raw: Buffer, size: number): Buffer {
  if (size === 0) return Buffer.alloc(0)
  try {
    return inflateRawSync(raw, { maxOutputLength: size })
  } catch {
    throw broken()
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  return sum
})

/** Node has one of its own only from 22 on. */
function crc32(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff]!
  return (sum ^ 0xffffffff) >>> 0
}
