/**
 * What the npm package exports. docs/library.md lists it, and a test holds the two together: a name that is here is there,
 * and stays until the next major version.
 */

export { type ChangeSide, type ReviewOptions, reviewChange } from './changes/review-change.ts'
export { type CheckResult, check, inspectTree, reaches } from './check.ts'
export { FAIL_ON, type FailOn } from './config/config.ts'
export { ConfigurationError } from './domain/configuration-error.ts'
export { type Finding, isSeverity, SEVERITIES, type Severity } from './domain/finding.ts'
export { toDollars, type Usd, usd } from './domain/money.ts'
export { SETUP_PRESETS, type SetupPreset } from './init/propose-schema.ts'
export { openPriceBook, type PriceBook } from './pricing/price-book.ts'
export { type PricedSku, type PriceQuery, type PriceSearch, searchPrices } from './pricing/price-search.ts'
export type { ProjectPlan } from './projects/plans.ts'
export { proposeSetup, type Setup, type SetupOptions } from './propose-setup.ts'
export { type RenderOptions, renderers } from './render/index.ts'
export {
  COMMENT_HOSTS,
  type CommentHost,
  type HostCommentOptions,
  hostComment,
} from './render/markdown/host-comment.ts'
export { mergeReports, type NamedReport } from './report-files/merge-reports.ts'
export { readReport } from './report-files/read-report.ts'
export type { Inspection } from './review/inspection.ts'
export type { Review } from './review/review.ts'
export { locate, SourceFile } from './source/source-file.ts'
export { memoryTree, type SourceEntry, type SourceTree } from './source/source-tree.ts'
