import type { Finding } from '../../domain/finding.ts'
import type { Review } from '../../review/review.ts'
import { finder } from './finder.ts'
import { sarifLog } from './log.ts'
import type { SarifOptions } from './options.ts'
import type { Found } from './result.ts'

/** Every finding with what became of it; docs/ci-formats.md */
export function sarifReview(
  { findings, accepted = [], resources, problems }: Review,
  options: SarifOptions,
): string {
  const onHead = finder(resources.map(({ after }) => after))
  const onBase = finder(resources.map(({ before }) => before))
  const told = (
    some: readonly Finding[],
    baselineState: NonNullable<Found['baselineState']>,
    resourceOf = onHead,
  ): readonly Found[] => some.map((finding) => ({ finding, resource: resourceOf(finding), baselineState }))
  const found = [
    ...told(findings.new, 'new'),
    ...told(findings.existing, 'unchanged'),
    ...told(findings.fixed, 'absent', onBase),
    ...accepted.map((finding) => ({ finding, resource: onHead(finding) })),
  ]
  return sarifLog({ found, problems }, options)
}
