/** The figures of `ascribe review --format json` that a table of many reviews shows. */
export interface ReviewFigures {
  /** USD a month. */
  readonly before: number
  readonly after: number
  readonly newFindings: number
  readonly fixedFindings: number
}

interface ReviewJson {
  readonly total: { readonly before: number; readonly after: number }
  readonly findings: { readonly new: readonly unknown[]; readonly fixed: readonly unknown[] }
}

export function figuresOf(json: ReviewJson): ReviewFigures {
  const { total, findings } = json
  return {
    before: total.before,
    after: total.after,
    newFindings: findings.new.length,
    fixedFindings: findings.fixed.length,
  }
}
