import type { Run } from '../event.ts'

/** What the first line of our comment says about it: whose it is, for which commit, by which run. */
export interface Marker {
  readonly id: string
  /** Short commit. */
  readonly head: string
  readonly run: Pick<Run, 'number' | 'attempt'>
}

/** Only at the very start of a body, and only as a whole line. */
const MARKER = /^<!-- ascribe v=1 id="([A-Za-z0-9._-]+)" head="([0-9a-f]*)" run="(\d+)\.(\d+)" -->(?:\r?\n|$)/

export function markerLine({ id, head, run }: Marker): string {
  return `<!-- ascribe v=1 id="${id}" head="${head}" run="${run.number}.${run.attempt}" -->\n`
}

export function readMarker(body: string): Marker | undefined {
  const match = MARKER.exec(body)
  if (!match) return undefined
  const [, id = '', head = '', number, attempt] = match
  return { id, head, run: { number: Number(number), attempt: Number(attempt) } }
}

/** The body without its marker. */
export function afterMarker(body: string): string {
  return body.replace(MARKER, '')
}

export function isNewer(a: Marker['run'], b: Marker['run']): boolean {
  return a.number > b.number || (a.number === b.number && a.attempt > b.attempt)
}
