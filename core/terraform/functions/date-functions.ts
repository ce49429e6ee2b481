import { number, string, unknown } from '../../domain/value.ts'
import { formatDate } from './date/format-date.ts'
import { parseDuration } from './date/parse-duration.ts'
import { formatTimestamp, parseTimestamp, type Timestamp } from './date/timestamp.ts'
import { made, text } from './define.ts'
import { ArgumentError, type TerraformFunction } from './terraform-function.ts'

export const dateFunctions = {
  formatdate: made([text('format'), text('time')], (format, time) =>
    string(formatDate(format, timestampOf(time, 'time'))),
  ),
  plantimestamp: made([], () => unknown('plantimestamp() is the time of the plan')),
  timeadd: made([text('timestamp'), text('duration')], (given, duration) => {
    const timestamp = timestampOf(given, 'timestamp')
    const milliseconds = parseDuration(duration)
    if (milliseconds === undefined)
      throw new ArgumentError(
        `invalid duration ${JSON.stringify(duration)}. expected one like "1h30m"`,
        'duration',
      )
    const sum = timestamp.milliseconds + timestamp.nanoseconds / 1e6 + milliseconds
    return string(formatTimestamp({ ...timestamp, milliseconds: Math.floor(sum / 1000) * 1000 }))
  }),
  timecmp: made([text('timestamp_a'), text('timestamp_b')], (a, b) => {
    const first = timestampOf(a, 'timestamp_a')
    const second = timestampOf(b, 'timestamp_b')
    const seconds = Math.sign(first.milliseconds - second.milliseconds)
    return number(seconds === 0 ? Math.sign(first.nanoseconds - second.nanoseconds) : seconds)
  }),
  timestamp: made([], () => unknown('timestamp() is the time of the run')),
} satisfies Record<string, TerraformFunction>

function timestampOf(text: string, parameter: string): Timestamp {
  const timestamp = parseTimestamp(text)
  if (timestamp) return timestamp
  throw new ArgumentError(
    `not a valid RFC3339 timestamp: ${JSON.stringify(text)}. expected one like "2025-01-31T23:59:00Z"`,
    parameter,
  )
}
