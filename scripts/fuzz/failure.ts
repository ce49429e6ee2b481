/** The same failure with its place, which is costly to note at each of the errors that are right. */
export function placed(error: unknown, again: () => void): unknown {
  if (!(error instanceof Error) || error.message.startsWith('hang:')) return error
  Error.stackTraceLimit = 10
  try {
    again()
  } catch (same) {
    return same
  } finally {
    Error.stackTraceLimit = 0
  }
  return error
}

/** What tells one failure from another: the message without what differs, and the place. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const place = error.stack?.split('\n').find((line) => line.trim().startsWith('at '))
  const where =
    error instanceof RangeError ? '' : ` ${place?.trim().replace(/\(.*[/\\]|:\d+\)?$/g, '') ?? ''}`
  return `${error.name}: ${error.message.split('\n')[0]!.replace(/\d+/g, 'N').slice(0, 160)}${where}`
}
