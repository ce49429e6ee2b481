import { readMarker } from './marker.ts'

/** A violation as the comment remembers it, so that a later run can say what was resolved. */
export interface Remembered {
  readonly ruleId: string
  readonly address: string
  readonly keys: readonly string[]
}

const MOST = 20
const LONGEST = 200
/** Characters; GitHub counts them with the comment's. */
const ROOM = 4_000
const LINE = /\n<!-- ascribe violations="([A-Za-z0-9_-]*)"(?: since="([0-9a-f]*)")? -->\s*$/

/** Violations that are gone since the comment at an earlier commit named them. */
export interface Resolved {
  readonly since: string
  readonly violations: readonly Remembered[]
}

/** The last line of a comment, for our eyes only: what it complains about, or says was resolved. */
export function rememberLine(violations: readonly Remembered[], since?: string): string {
  const encoded = encodedWithin(violations.slice(0, MOST))
  if (encoded === undefined) return ''
  return `\n<!-- ascribe violations="${encoded}"${since === undefined ? '' : ` since="${since}"`} -->\n`
}

/** As many as there is room for, the first ones. */
function encodedWithin(violations: readonly Remembered[]): string | undefined {
  if (violations.length === 0) return undefined
  const entries = violations.map(({ ruleId, address, keys }) => [ruleId, address, keys])
  const encoded = Buffer.from(JSON.stringify(entries)).toString('base64url')
  return encoded.length <= ROOM ? encoded : encodedWithin(violations.slice(0, -1))
}

/**
 * What a comment complained about, now that nothing is wrong; at the same commit, what it already said was resolved.
 * Anybody who may edit comments may have changed it: what does not fit is dropped.
 */
export function readResolved(body: string, head: string): Resolved | undefined {
  const [, encoded = '', since] = LINE.exec(body) ?? []
  const of = readMarker(body)?.head
  if (of === undefined || (since !== undefined && of !== head)) return undefined
  const violations = decoded(encoded)
  return violations.length === 0 ? undefined : { since: since ?? of, violations }
}

function decoded(encoded: string): readonly Remembered[] {
  let entries: unknown
  try {
    entries = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'))
  } catch {
    return []
  }
  if (!Array.isArray(entries)) return []
  return entries.slice(0, MOST).flatMap((entry: unknown): Remembered[] => {
    if (!Array.isArray(entry)) return []
    const [ruleId, address, keys] = entry as unknown[]
    const fits = isText(ruleId) && isText(address) && Array.isArray(keys) && keys.every(isText)
    return fits ? [{ ruleId, address, keys: keys.slice(0, MOST) }] : []
  })
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST
}
