import type { PackageBuilder } from '../package.ts'
import { broken } from './broken.ts'

const BLOCK = 512
const FILES = new Set(['0', '\0', '7'])

/**
 * Regular files of a POSIX archive (ustar, pax, GNU's long names). Links are left out: what they lead to is in the
 * package by its own name or not at all.
 */
export function readTar(bytes: Buffer, into: PackageBuilder): void {
  let longName: string | undefined
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK)
    if (header[0] === 0) return
    if (!hasChecksum(header)) throw broken()
    const size = sizeIn(header)
    const start = at + BLOCK
    if (start + size > bytes.length) throw broken()
    const content = bytes.subarray(start, start + size)
    const type = String.fromCharCode(header[156]!)
    if (type === 'L') longName = textIn(content)
    else if (type === 'x') longName = paxPath(content) ?? longName
    else if (type !== 'g') {
      const name = longName ?? nameIn(header)
      longName = undefined
      if (FILES.has(type) && !name.endsWith('/')) into.add(name, content)
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
  // An archive ends with an empty block.
  throw broken()
}

function nameIn(header: Buffer): string {
  const name = textIn(header.subarray(0, 100))
  const prefix = header.toString('latin1', 257, 262) === 'ustar' ? textIn(header.subarray(345, 500)) : ''
  return prefix === '' ? name : `${prefix}/${name}`
}

/** Octal digits; a number too large for them has the first bit set, and is more than we take. */
function sizeIn(header: Buffer): number {
  const digits = textIn(header.subarray(124, 136)).trim()
  if (!/^[0-7]*$/.test(digits)) throw broken()
  return Number.parseInt(digits || '0', 8)
}

/** The sum of all bytes, with spaces for its own. */
function hasChecksum(header: Buffer): boolean {
  let sum = 0
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 32 : header[at]!
  return sum === Number.parseInt(textIn(header.subarray(148, 156)).trim(), 8)
}

/** Records `length key=value\n`, the length with itself. */
function paxPath(content: Buffer): string | undefined {
  let path: string | undefined
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at)
    const length = Number(content.toString('latin1', at, Math.max(at, space)))
    if (space < 0 || !Number.isInteger(length) || length <= space - at || at + length > content.length)
      throw broken()
    const record = content.toString('utf8', space + 1, at + length - 1)
    if (record.startsWith('path=')) path = record.slice('path='.length)
    at += length
  }
  return path
}

function textIn(field: Buffer): string {
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end < 0 ? field.length : end)
}
