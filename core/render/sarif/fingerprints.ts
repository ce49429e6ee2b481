import type { Finding } from '../../domain/finding.ts'
import { sha256 } from '../../source/hash/sha2.ts'

/**
 * A finding's identity: project, address, rule and key, whatever its line. GitHub reads `primaryLocationLineHash` and
 * no other; it would make one of it for the line alone, and take two keys that one block lacks for one alert.
 */
export function fingerprintsOf({ project, address, ruleId, key }: Finding) {
  const identity = JSON.stringify([project, address, ruleId, key ?? null])
  const hash = hexadecimal(sha256(new TextEncoder().encode(identity)))
  return { 'findingIdentity/v1': hash, primaryLocationLineHash: hash }
}

function hexadecimal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
