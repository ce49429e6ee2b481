import { MONTHS } from '../../../domain/month-names.ts'
import { ArgumentError } from '../terraform-function.ts'
import { formatOffset, localTime, type Timestamp } from './timestamp.ts'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** `formatdate`'s own format: repeated letters stand for a field, texts stand in single quotes. */
export function formatDate(format: string, timestamp: Timestamp): string {
  const parts: string[] = []
  for (const [token] of format.matchAll(/'(?:[^']|'')*'?|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    if (!token.startsWith("'")) parts.push(/^[A-Za-z]/.test(token) ? field(token, timestamp) : token)
    else if (token.length < 2 || !token.endsWith("'"))
      throw new ArgumentError("unterminated literal '", 'format')
    else parts.push(token === "''" ? "'" : token.slice(1, -1).replaceAll("''", "'"))
  }
  return parts.join('')
}

function field(token: string, timestamp: Timestamp): string {
  const time = localTime(timestamp)
  const hour = time.getUTCHours()
  const twelve = ((hour + 11) % 12) + 1
  const two = (value: number) => String(value).padStart(2, '0')
  const fields: Readonly<Record<string, string>> = {
    YYYY: String(time.getUTCFullYear()).padStart(4, '0'),
    YY: two(time.getUTCFullYear() % 100),
    MMMM: MONTHS[time.getUTCMonth()]!,
    MMM: MONTHS[time.getUTCMonth()]!.slice(0, 3),
    MM: two(time.getUTCMonth() + 1),
    M: String(time.getUTCMonth() + 1),
    DD: two(time.getUTCDate()),
    D: String(time.getUTCDate()),
    EEEE: DAYS[time.getUTCDay()]!,
    EEE: DAYS[time.getUTCDay()]!.slice(0, 3),
    hh: two(hour),
    h: String(hour),
    HH: two(twelve),
    H: String(twelve),
    AA: hour < 12 ? 'AM' : 'PM',
    aa: hour < 12 ? 'am' : 'pm',
    mm: two(time.getUTCMinutes()),
    m: String(time.getUTCMinutes()),
    ss: two(time.getUTCSeconds()),
    s: String(time.getUTCSeconds()),
    Z: timestamp.offsetMinutes === 0 ? 'Z' : formatOffset(timestamp.offsetMinutes, ':'),
    ZZZ: timestamp.offsetMinutes === 0 ? 'UTC' : formatOffset(timestamp.offsetMinutes, ''),
    ZZZZ: formatOffset(timestamp.offsetMinutes, ''),
    ZZZZZ: formatOffset(timestamp.offsetMinutes, ':'),
  }
  const written = Object.hasOwn(fields, token) ? fields[token] : undefined
  if (written === undefined)
    throw new ArgumentError(
      `invalid date format verb ${JSON.stringify(token)}: expected one of ${Object.keys(fields).join(' ')}`,
      'format',
    )
  return written
}
