/** The door: what front ends may use. Source trees and a price book in, results and their renderings out. */
export * from './billing/index.ts'
export { mergedChange, readChangeLog } from './changes/merged-change.ts'
export { type ChangeSide, reviewChange } from './changes/review-change.ts'
export { check, inspectTree, reaches } from './check.ts'
export { codeSuggestions } from './code-suggestions.ts'
export { type Config, FAIL_ON, type FailOn } from './config/config.ts'
export { nearest } from './config/nearest.ts'
export { matchesGlob } from './config/resource-match.ts'
export { isTagRule } from './config/rule-ids.ts'
export { ConfigurationError } from './domain/configuration-error.ts'
export { type Currency, signOf, US_DOLLAR } from './domain/currency.ts'
export { daysAfter, isDay } from './domain/days.ts'
export { isSeverity, SEVERITIES } from './domain/finding.ts'
export { toDollars, usd } from './domain/money.ts'
export { priceText } from './domain/price-text.ts'
export { type Baseline, baselineOf } from './editor/baseline.ts'
export {
  codeLensesOf,
  type EditorInlayHint,
  type EditorLens,
  inlayHintsOf,
} from './editor/code-lenses.ts'
export { type EditorCompletion, tagCompletions } from './editor/completion.ts'
export { configCompletions } from './editor/config-completion.ts'
export { type DiagnosticOptions, diagnosticsOf, type EditorDiagnostic } from './editor/diagnostics.ts'
export { type EditorHover, hoverAt } from './editor/hover.ts'
export { type EditorPosition, type EditorRange, offsetAt } from './editor/places.ts'
export { type EditorSummary, summaryOf } from './editor/summary.ts'
export { hasWhatIf, type WhatIf, whatIfAt } from './editor/what-if.ts'
export type { FixPlan } from './fix/fix-plan.ts'
export { fixDiff, fixJson, fixSummary } from './fix/fix-report.ts'
export { planFixes } from './fix-plan/plan-fixes.ts'
export { SETUP_PRESETS, type SetupPreset } from './init/propose-schema.ts'
export type { ChartRenderer, ChartRequest, RenderedChart } from './kubernetes/index.ts'
export { importPolicy } from './policy/import/import-policy.ts'
export {
  exportPolicies,
  POLICY_TARGET_IDS,
  POLICY_TARGET_SUMMARIES,
  type PolicyExport,
  type PolicyRequest,
} from './policy-export.ts'
export { ageWarning } from './pricing/price-age.ts'
export { openPriceBook, type PriceBook } from './pricing/price-book.ts'
export { type PricedSku, type PriceSearch, searchPrices } from './pricing/price-search.ts'
export type { ProjectPlan } from './projects/plans.ts'
export { type ModuleSearch, moduleSearch, modulesConfig } from './projects/wanted-modules.ts'
export { proposeSetup, type Setup } from './propose-setup.ts'
export { type EditorEdit, fixAllIn, quickFixesAt } from './quick-fixes/quick-fixes.ts'
export { type SuggestedChange, suggestedChanges } from './quick-fixes/suggested-changes.ts'
export { reconcileBill } from './reconcile-bill.ts'
export { baselineSummary, type RecordedBaseline, recordBaseline } from './record-baseline.ts'
export { amountText, signedText } from './render/amounts/amount.ts'
export { htmlDashboard, htmlTeamDashboard } from './render/html/dashboard.ts'
export { behindRecordRenderers, modelCardRenderers, type RenderOptions, renderers } from './render/index.ts'
export { markdownAnomaly } from './render/markdown/anomalies.ts'
export { type CommentOptions, markdownComment, markdownNoChange } from './render/markdown/comment.ts'
export { sentenceText as markdownText } from './render/markdown/escape.ts'
export { COMMENT_HOSTS, type CommentHost, hostComment } from './render/markdown/host-comment.ts'
export { markdownUntagged } from './render/markdown/untagged.ts'
export { subjectText } from './render/report/anomaly-text.ts'
export { messageOf } from './render/report/message-of.ts'
export { byStakes, type Violation, violations } from './render/report/violations.ts'
export { mergeReports } from './report-files/merge-reports.ts'
export { readReport } from './report-files/read-report.ts'
export type { Review } from './review/review.ts'
export { findConfig } from './settings/find-config.ts'
export { usageDraft, usageFilePath } from './settings/usage-draft.ts'
export { hunksOf } from './source/patch.ts'
export { locate, SourceFile } from './source/source-file.ts'
export {
  directoryOf,
  FETCHED_MODULES,
  type FetchedModule,
  joinPath,
  memoryTree,
  packageOf,
  resolvePath,
  type SourceEntry,
  type SourceTree,
} from './source/source-tree.ts'
export {
  type ArchiveFormat,
  credentialsIn,
  type GitSource,
  type HttpSource,
  type ModuleSource,
  newestAllowed,
  parseModuleSource,
  parseVersionConstraint,
  type RegistrySource,
  type WantedModule,
} from './terraform/index.ts'
export { nearTo } from './workspace/pending.ts'
export { createWorkspace, type Workspace } from './workspace.ts'
