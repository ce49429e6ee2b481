/** A moment as RFC 3339 writes it, with the offset it was written in. */
export interface Timestamp {
  /** Milliseconds since 1970 in UTC, without the fraction of the second. */
  readonly milliseconds: number
  readonly nanoseconds: number
  readonly offsetMinutes: number
}

const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9})\d*)?(?:Z|([+-])(\d{2}):(\d{2}))$/

/** Undefined where the text is no such time, the 30th of February included. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const match = RFC3339.exec(text)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const offset = match[8] ? (match[8] === '-' ? -1 : 1) * (Number(match[9]) * 60 + Number(match[10])) : 0
  const local = new Date(0)
  local.setUTCFullYear(year, month - 1, day)
  local.setUTCHours(hour, minute, second)
  if (
    hour > 23 ||
    minute > 59 ||
    second > 59 ||
    local.getUTCMonth() !== month - 1 ||
    local.getUTCDate() !== day
  )
    return undefined
  if (match[8] && (Number(match[9]) > 24 || Number(match[10]) > 59)) return undefined
  return {
    milliseconds: local.getTime() - offset * 60_000,
    nanoseconds: Number((match[7] ?? '').padEnd(9, '0')),
    offsetMinutes: offset,
  }
}

/** The moment's fields in its own offset, as UTC fields of a `Date`. */
export function localTime({ milliseconds, offsetMinutes }: Timestamp): Date {
  return new Date(milliseconds + offsetMinutes * 60_000)
}

export function formatOffset(offsetMinutes: number, separator: string): string {
  const size = Math.abs(offsetMinutes)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`
}

export function formatTimestamp(timestamp: Timestamp): string {
  const zone = timestamp.offsetMinutes === 0 ? 'Z' : formatOffset(timestamp.offsetMinutes, ':')
  return localTime(timestamp)
    .toISOString()
    .replace(/\.\d+Z$/, zone)
}
