import { known, type Reading, unknownBecause } from '../../domain/reads.ts'

/** Months are 730 hours everywhere. */
const DAYS_PER_MONTH = 730 / 24
/** After 28 years dates fall on the same weekdays again; these begin on a Thursday, as 1970 did. */
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const YEARS = 28
const FIRST_WEEKDAY = 4

const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
}
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ')

/** How often a cron schedule comes round in an average month: https://en.wikipedia.org/wiki/Cron */
export function runsPerMonth(schedule: string): Reading<number> {
  const text = schedule.trim().replace(/^(?:CRON_)?TZ=\S+\s+/, '')
  const every = /^@every\s+(.+)$/.exec(text)
  if (every) return everyDuration(every[1]!, schedule)
  const fields = (Object.hasOwn(MACROS, text) ? MACROS[text]! : text).split(/\s+/)
  const [minute, hour, day, month, weekday] = fields
  const minutes = matches(minute, 0, 59)
  const hours = matches(hour, 0, 23)
  const days = matches(day, 1, 31)
  const months = matches(month, 1, 12, MONTHS)
  const weekdays = matches(weekday, 0, 7, WEEKDAYS)
  if (fields.length !== 5 || !minutes || !hours || !days || !months || !weekdays) return refused(schedule)
  // Sunday is both 0 and 7.
  if (weekdays.has(7)) weekdays.add(0)
  // Where both days are restricted, either will do.
  const isEither = !day!.startsWith('*') && !weekday!.startsWith('*')
  const isDue = (date: number, dayOfWeek: number) =>
    isEither ? days.has(date) || weekdays.has(dayOfWeek) : days.has(date) && weekdays.has(dayOfWeek)
  const { due, all } = dueDays(months, isDue)
  return known((due / all) * DAYS_PER_MONTH * minutes.size * hours.size)
}

function dueDays(months: ReadonlySet<number>, isDue: (date: number, weekday: number) => boolean) {
  let all = 0
  let due = 0
  for (let year = 0; year < YEARS; year++)
    for (const [index, length] of MONTH_LENGTHS.entries()) {
      const isLeap = index === 1 && year % 4 === 2
      for (let date = 1; date <= length + (isLeap ? 1 : 0); date++, all++)
        if (months.has(index + 1) && isDue(date, (FIRST_WEEKDAY + all) % 7)) due++
    }
  return { due, all }
}

function refused(schedule: string): Reading<number> {
  return unknownBecause(
    `the schedule ${JSON.stringify(schedule.slice(0, 60))} is no cron expression of five fields`,
  )
}

const SECONDS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 }

function everyDuration(text: string, schedule: string): Reading<number> {
  if (!/^(?:\d+(?:\.\d+)?[hms])+$/.test(text)) return refused(schedule)
  let seconds = 0
  for (const [, amount, unit] of text.matchAll(/([\d.]+)([hms])/g))
    seconds += Number(amount) * SECONDS[unit!]!
  return seconds >= 1 ? known((730 * 3600) / seconds) : refused(schedule)
}

/** The values that a field names: `*`, `5`, `1-5`, `*\/15`, `mon-fri`, with commas between. */
function matches(
  text: string | undefined,
  low: number,
  high: number,
  names: readonly string[] = [],
): Set<number> | undefined {
  const values = new Set<number>()
  for (const part of (text ?? '').split(',')) {
    const match = /^(?:\*|\?|(\w+)(?:-(\w+))?)(?:\/(\d{1,4}))?$/.exec(part)
    if (!match) return undefined
    const [, from, to, step] = match
    const first = from === undefined ? low : numberOf(from, low, names)
    const last = to !== undefined ? numberOf(to, low, names) : from === undefined || step ? high : first
    const by = Number(step ?? 1)
    if (!(first >= low && last <= high && first <= last && by > 0)) return undefined
    for (let value = first; value <= last; value += by) values.add(value)
  }
  return values
}

function numberOf(text: string, low: number, names: readonly string[]): number {
  const named = names.indexOf(text.toLowerCase())
  if (named >= 0) return low + named
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}
