import type { InspectedResource } from './inspection.ts'

const KINDS = ['priced', 'usageBased', 'unknown', 'unpriced', 'free'] as const

/** Of the AWS resources that may cost something, how many are not `unpriced`; and the rest with their reasons. */
export function printCostBearing(resources: readonly InspectedResource[]): void {
  const ofAws = resources.filter(({ type }) => type.startsWith('aws_'))
  const count = (kind: string) => ofAws.filter(({ estimate }) => estimate.kind === kind).length
  const bearing = ofAws.length - count('free')
  console.log(
    '\n| AWS resources | priced | usage-based | unknown | unpriced | free | not unpriced, of those not free |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  const share = ((100 * (bearing - count('unpriced'))) / bearing).toFixed(1)
  console.log(`| ${ofAws.length} | ${KINDS.map(count).join(' | ')} | ${share} % |`)
  const reasons = new Map<string, number>()
  for (const { type, estimate } of ofAws) {
    if (estimate.kind !== 'unpriced') continue
    const reason = `\`${type}\`: ${estimate.because}`
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  console.log('\nUnpriced:\n')
  for (const [reason, times] of [...reasons].sort((a, b) => b[1] - a[1]))
    console.log(`- ${times} × ${reason}`)
}
