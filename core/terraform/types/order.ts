import type { MappingValue, Value } from '../../domain/value.ts'

/** Compares as Go compares strings: by the bytes of their UTF-8. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at)
    const right = b.charCodeAt(at)
    if (left !== right) return codePointRank(left) - codePointRank(right)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above U+FFFF, so they sort after every other UTF-16 unit. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/** The entries of a map or object in the order in which Terraform iterates over them. */
export function sortedEntries(mapping: MappingValue): readonly (readonly [string, Value])[] {
  return [...mapping.entries].sort(([a], [b]) => compareText(a, b))
}
