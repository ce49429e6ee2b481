import { type CheckReport, summarise } from '../check-report.ts'
import type { Renderer } from '../renderer.ts'
import { acceptedJson } from './accepted.ts'
import { printJson } from './document.ts'
import { findingJson, notLoadedJson, problemJson } from './findings.ts'

/** schema/check.schema.json; docs/json-output.md */
export const jsonCheck: Renderer<CheckReport> = (report, options) =>
  printJson({
    configured: report.isConfigured,
    findings: report.findings.map((finding) => findingJson(finding, options)),
    ...acceptedJson(report, options),
    problems: report.inspection.problems.map((problem) => problemJson(problem, options)),
    notLoaded: report.inspection.notLoaded.map((module) => notLoadedJson(module, options)),
    summary: summarise(report),
  })
