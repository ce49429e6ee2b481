import type { Marker } from '../comment/marker.ts'

/** What the first line of an issue of ours says: what it is about, and which run wrote it. */
export interface IssueMarker {
  /** `untagged`, or `anomaly-` and a name of its subject. */
  readonly about: string
  readonly run: Marker['run']
}

/** Only at the very start of a body, and only as a whole line. */
const MARKER = /^<!-- ascribe-issue v=1 about="([a-z0-9-]+)" run="(\d+)\.(\d+)" -->(?:\r?\n|$)/

export function issueMarkerLine({ about, run }: IssueMarker): string {
  return `<!-- ascribe-issue v=1 about="${about}" run="${run.number}.${run.attempt}" -->\n`
}

export function readIssueMarker(body: string): IssueMarker | undefined {
  const match = MARKER.exec(body)
  if (!match) return undefined
  const [, about = '', number, attempt] = match
  return { about, run: { number: Number(number), attempt: Number(attempt) } }
}

export const afterIssueMarker = (body: string): string => body.replace(MARKER, '')
