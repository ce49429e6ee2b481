import type { ModelLine } from '../../billing/report/bill-report.ts'

/** `B 0.70 (ROI 0.50, benchmark 1.00)`: never the letter alone. Undefined where nothing is graded. */
export function gradeText({ grade, score, parts }: NonNullable<ModelLine['economics']>): string | undefined {
  if (score === undefined) return undefined
  const of = [
    ...(parts.roi === undefined ? [] : [`ROI ${parts.roi.toFixed(2)}`]),
    ...(parts.benchmark === undefined ? [] : [`benchmark ${parts.benchmark.toFixed(2)}`]),
  ]
  return `${grade} ${score.toFixed(2)} (${of.join(', ')})`
}
