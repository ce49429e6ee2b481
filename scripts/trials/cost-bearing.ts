import type { InspectedResource } from './inspection.ts'

const KINDS = ['priced', 'usageBased', 'unknown', 'unpriced', 'free'] as const

export function count(resources: readonly InspectedResource[], kind: string): number {
  return resources.filter(({ estimate }) => estimate.kind === kind).length
}

/** How many may cost something, and the share of them that are not `unpriced`. */
export function bearing(resources: readonly InspectedResource[]) {
  const all = resources.length - count(resources, 'free')
  const share = all === 0 ? '–' : `${((100 * (all - count(resources, 'unpriced'))) / all).toFixed(1)} %`
  return { all, share }
}

/** Of the AWS resources that may cost something, how many are not `unpriced`; and the rest with their reasons. */
export function printCostBearing(resources: readonly InspectedResource[]): void {
  const ofAws = resources.filter(({ type }) => type.startsWith('aws_'))
  console.log(
    '\n| AWS resources | priced | usage-based | unknown | unpriced | free | not unpriced, of those not free |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  const counts = KINDS.map((kind) => count(ofAws, kind))
  console.log(`| ${ofAws.length} | ${counts.join(' | ')} | ${bearing(ofAws).share} |`)
  printUnpriced(ofAws)
}

/** What has no price, the most frequent first, with the reasons. */
export function printUnpriced(resources: readonly InspectedResource[]): void {
  const reasons = new Map<string, number>()
  for (const { type, estimate } of resources) {
    if (estimate.kind !== 'unpriced') continue
    const reason = `\`${type}\`: ${estimate.because}`
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  console.log('\nUnpriced:\n')
  for (const [reason, times] of [...reasons].sort((a, b) => b[1] - a[1]))
    console.log(`- ${times} × ${reason}`)
}
