import { createHash } from 'node:crypto'
import type { SuggestedChange } from '../../core/index.ts'

/** What a suggested change is about. */
type About = Pick<SuggestedChange, 'ruleId' | 'project' | 'address' | 'keys'>

/** Only at the very start of a body, and only as a whole line. */
const MARKER = /^<!-- ascribe suggestion="([0-9a-f]{64})" -->(?:\r?\n|$)/

/** Rule, resource and missing keys, in one word that nothing in them can end. */
export function keyOf({ ruleId, project, address, keys }: About): string {
  return createHash('sha256')
    .update(JSON.stringify([ruleId, project, address, keys]))
    .digest('hex')
}

export function markerLine(about: About): string {
  return `<!-- ascribe suggestion="${keyOf(about)}" -->\n`
}

export function readKey(body: string): string | undefined {
  return MARKER.exec(body)?.[1]
}
