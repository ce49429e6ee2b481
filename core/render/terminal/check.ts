import type { CurrencyCode } from '../../domain/currency.ts'
import type { Severity } from '../../domain/finding.ts'
import type { NotLoadedModule } from '../../domain/resource.ts'
import type { Problem } from '../../source/problem.ts'
import type { Range } from '../../source/source-file.ts'
import { type CheckReport, summarise } from '../check-report.ts'
import type { Renderer } from '../renderer.ts'
import { baselineSentence, type ExemptGroup, exemptGroups, exemptText } from '../report/accepted.ts'
import { enforcementText } from '../report/enforcement-text.ts'
import { messageOf } from '../report/message-of.ts'
import { ownersOf, type StakesOf, stakesBy } from '../report/stakes.ts'
import { byPlace, placeText, type Violation, violations } from '../report/violations.ts'
import { counted } from '../text/counted.ts'
import type { Style } from '../text/table.ts'
import { visible } from '../text/visible.ts'
import { codeFrame } from './code-frame.ts'
import { type Page, pageOf, type Styles } from './page.ts'

/**
 * One entry for each resource and rule, in the order of the files: `path:line:column: severity: what is wrong. what
 * would be right [rule]`, then the line of code. Hints come last, without their code. Messages are not wrapped, so
 * that editors and grep find them.
 */
export const terminalCheck: Renderer<CheckReport> = (report, options) => {
  const page = pageOf(options)
  const { problems, notLoaded, resources, prices } = report.inspection
  const stakesOf = stakesBy(ownersOf(resources), prices.currency)
  const found = [...violations(report.findings)].sort(byPlace)
  const failures = found.filter(({ severity }) => severity !== 'hint')
  const hints = found.filter(({ severity }) => severity === 'hint')
  const projectOf = sharedPlaces(found)
  const lines = [
    ...[...problems].sort(byPlace).flatMap((problem) => problemEntry(problem, page)),
    ...failures.flatMap((violation, at) => [
      violationLine(violation, projectOf(violation), stakesOf, page),
      // Instances of one block share their place: its code is shown once.
      ...(isSamePlace(violation, failures[at + 1]) ? [] : codeFrame(violation.range, page)),
    ]),
    ...hints.map((violation) => violationLine(violation, projectOf(violation), stakesOf, page)),
    ...exemptGroups(report.accepted).map((group) => exemptLine(group, prices.currency, page)),
    ...notLoaded.map((module) => notLoadedLine(module, page)),
  ]
  if (lines.length > 0) lines.push('')
  return `${[...lines, ...closing(report, page)].join('\n')}\n`
}

/** ` in prod`, where a place is in several projects: one root module with two var files. */
function sharedPlaces(found: readonly Violation[]): (of: Violation) => string {
  const place = ({ range }: Violation): string => `${range.source.path}:${range.start}`
  const projects = new Map<string, Set<string>>()
  for (const one of found)
    projects.set(place(one), (projects.get(place(one)) ?? new Set<string>()).add(one.project))
  return (of) => (projects.get(place(of))!.size > 1 ? ` in ${of.project}` : '')
}

function isSamePlace({ range }: Violation, next: Violation | undefined): boolean {
  return next?.range.source.path === range.source.path && next.range.start === range.start
}

function violationLine(violation: Violation, project: string, stakesOf: StakesOf, page: Page): string {
  const { range, severity, ruleId } = violation
  const stakes = stakesOf(violation)
  const money = stakes ? ` ${page.style.warning(`(${stakes})`)}` : ''
  const rule = page.style.quiet(`[${ruleId}]`)
  return `${entryStart(range, severity, page)} ${visible(messageOf(violation))}${visible(project)}${money} ${rule}`
}

function problemEntry({ range, severity, message }: Problem, page: Page): readonly string[] {
  return [`${entryStart(range, severity, page)} ${visible(message)}`, ...codeFrame(range, page)]
}

/** What one exemption accepts is one line, where it is written. */
function exemptLine(group: ExemptGroup, currency: CurrencyCode, page: Page): string {
  const start = `${page.style.place(`${placeText(group.exemption.range, page.path)}:`)} ${page.style.quiet('exempt:')}`
  return `${start} ${visible(exemptText(group, currency))}`
}

function notLoadedLine({ address, because, range, hasStandIn }: NotLoadedModule, page: Page): string {
  const checked = hasStandIn ? 'only what its inputs say is checked' : 'nothing in it is checked'
  const start = `${page.style.place(`${placeText(range, page.path)}:`)} ${page.style.quiet('note:')}`
  return `${start} ${visible(address)} is not loaded, ${checked}: ${visible(because)}`
}

function entryStart(range: Range, severity: Severity, page: Page): string {
  const place = page.style.place(`${placeText(range, page.path)}:`)
  return `${place} ${severityStyle(severity, page.style)(`${severity}:`)}`
}

function severityStyle(severity: Severity, style: Styles): Style {
  switch (severity) {
    case 'error':
      return style.error
    case 'warning':
      return style.warning
    case 'hint':
      return style.hint
    default:
      return severity satisfies never
  }
}

/** `7 findings in 3 resources: 6 errors, 1 warning. 12 resources checked.` */
function closing(report: CheckReport, { style }: Page): readonly string[] {
  const { errors, warnings, hints, resourcesWithFindings, resourcesChecked } = summarise(report)
  const { problems, notLoaded, prices } = report.inspection
  const known = baselineSentence(report.accepted, prices.currency)
  const kinds = [
    ...(errors > 0 ? [style.error(counted(errors, 'error'))] : []),
    ...(warnings > 0 ? [style.warning(counted(warnings, 'warning'))] : []),
    ...(hints > 0 ? [style.hint(counted(hints, 'hint'))] : []),
  ]
  const checked = `${counted(resourcesChecked, 'resource')} checked`
  const findings = errors + warnings + hints
  const where = resourcesWithFindings > 0 ? ` in ${counted(resourcesWithFindings, 'resource')}` : ''
  const result =
    findings === 0
      ? `${problems.some(({ severity }) => severity === 'error') ? 'no findings in what can be read' : style.good('✓ no findings')}, ${checked}`
      : `${counted(findings, 'finding')}${where} (${kinds.join(', ')}), ${checked}`
  const unseen = [
    ...(problems.length > 0 ? [`${counted(problems.length, 'problem')} in the files`] : []),
    ...(notLoaded.length > 0 ? [`${counted(notLoaded.length, 'module')} not loaded`] : []),
  ]
  return [
    [result, ...unseen].join('; '),
    ...(known === undefined ? [] : [style.quiet(known)]),
    ...(report.enforcement ?? []).map((notice) => style.warning(visible(enforcementText(notice)))),
    ...(report.isConfigured ? [] : [style.quiet('no ascribe.yml: checked by the preset ml-attribution')]),
  ]
}
