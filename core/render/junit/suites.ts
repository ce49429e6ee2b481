import { identityOf } from '../../domain/address.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Problem } from '../../source/problem.ts'
import type { RenderOptions } from '../renderer.ts'
import { exemptGroups, termsText } from '../report/accepted.ts'
import { messageOf } from '../report/message-of.ts'
import { placeText, type Violation, violations } from '../report/violations.ts'
import { type Xml, xml } from './xml.ts'

/** A resource that was looked at: one test case. */
export interface Examined {
  readonly project: string
  readonly address: string
}

export interface JunitSubject {
  readonly name: string
  readonly examined: readonly Examined[]
  readonly findings: readonly Finding[]
  /** Skipped: an exemption or the baseline accepts them. */
  readonly accepted?: readonly Finding[] | undefined
  /** Whether a finding fails its test case; any other is part of its output. */
  readonly fails: (finding: Finding) => boolean
  readonly problems: readonly Problem[]
}

interface TestCase {
  readonly examined: Examined
  readonly failing: readonly Violation[]
  readonly told: readonly Violation[]
  readonly accepted: readonly Finding[]
}

/** JUnit's XML as CI systems read it: a suite for each project, a case for each resource, an error for what cannot be read. */
export function junitSuites(subject: JunitSubject, options: RenderOptions): string {
  const projects = [...byProject(casesOf(subject))].map(([project, cases]) => suite(project, cases, options))
  const all = [...projects, ...unreadSuite(subject.problems, options)]
  const sum = (of: keyof Counts) => all.reduce((total, { counts }) => total + counts[of], 0)
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${subject.name}" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}"${skippedCount(sum('skipped'))}>
${all.map(({ markup }) => markup)}</testsuites>
`.markup
}

interface Counts {
  readonly tests: number
  readonly failures: number
  readonly errors: number
  readonly skipped: number
}

interface Suite {
  readonly counts: Counts
  readonly markup: Xml
}

function casesOf({ examined, findings, accepted = [], fails }: JunitSubject): readonly TestCase[] {
  const cases = new Map(
    [...examined, ...findings, ...accepted].map((one) => [
      identityOf(one),
      { examined: one, failing: [], told: [], accepted: [] } as {
        examined: Examined
        failing: Finding[]
        told: Finding[]
        accepted: Finding[]
      },
    ]),
  )
  for (const finding of findings) {
    const { failing, told } = cases.get(identityOf(finding))!
    ;(fails(finding) ? failing : told).push(finding)
  }
  for (const finding of accepted) cases.get(identityOf(finding))!.accepted.push(finding)
  return [...cases.values()].map(({ examined, failing, told, accepted }) => ({
    examined,
    accepted,
    failing: violations(failing),
    told: violations(told),
  }))
}

function byProject(cases: readonly TestCase[]): ReadonlyMap<string, readonly TestCase[]> {
  const projects = new Map<string, TestCase[]>()
  for (const one of cases) {
    const known = projects.get(one.examined.project)
    if (known) known.push(one)
    else projects.set(one.examined.project, [one])
  }
  return projects
}

function suite(project: string, cases: readonly TestCase[], options: RenderOptions): Suite {
  const name = project === '' ? '.' : project
  const counts = {
    tests: cases.length,
    failures: cases.filter(({ failing }) => failing.length > 0).length,
    errors: 0,
    skipped: cases.filter(isSkipped).length,
  }
  return suiteOf(
    name,
    counts,
    cases.map((one) => testCase(name, one, options)),
  )
}

function unreadSuite(problems: readonly Problem[], options: RenderOptions): readonly Suite[] {
  if (problems.length === 0) return []
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const cases = problems.map(({ severity, message, range }) => {
    const name = placeText(range, options.showPath)
    const said =
      severity === 'error'
        ? xml`<error message="${message}" type="unreadable">${name}: ${message}</error>`
        : xml`<system-out>${message}</system-out>`
    return xml`    <testcase classname="files" name="${name}">
      ${said}
    </testcase>
`
  })
  return [suiteOf('files', { tests: problems.length, failures: 0, errors, skipped: 0 }, cases)]
}

function suiteOf(name: string, counts: Counts, cases: readonly Xml[]): Suite {
  const { tests, failures, errors, skipped } = counts
  return {
    counts,
    markup: xml`  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="${errors}"${skippedCount(skipped)}>
${cases}  </testsuite>
`,
  }
}

/** Whether all that is wrong with a case is accepted: the format has no case that fails and is skipped. */
function isSkipped({ failing, accepted }: TestCase): boolean {
  return failing.length === 0 && accepted.length > 0
}

function skippedCount(skipped: number): Xml {
  return skipped > 0 ? xml` skipped="${skipped}"` : { markup: '' }
}

/** `2 exempt: retired in Q1 (until 2027-03-31); 1 in the baseline` */
function acceptedText(accepted: readonly Finding[]): string {
  const known = accepted.filter(({ accepted: by }) => by?.kind === 'baseline').length
  return [
    ...exemptGroups(accepted).map(
      ({ findings, exemption }) => `${findings.length} exempt: ${termsText(exemption)}`,
    ),
    ...(known > 0 ? [`${known} in the baseline`] : []),
  ].join('; ')
}

/** A case has one failure, as the format has it: the first violation is its message, all of them its text. */
function testCase(project: string, one: TestCase, options: RenderOptions): Xml {
  const { examined, failing, told, accepted } = one
  const [first] = failing
  const head = xml`    <testcase classname="${project}" name="${examined.address}"`
  if (!first && told.length === 0 && accepted.length === 0)
    return xml`${head}/>
`
  const failure = first
    ? [
        xml`      <failure message="${messageOf(first)}" type="${first.ruleId}">${lines(failing, options)}</failure>
`,
      ]
    : []
  const skipped = isSkipped(one)
    ? [
        xml`      <skipped message="${acceptedText(accepted)}"/>
`,
      ]
    : []
  const output =
    told.length > 0
      ? [
          xml`      <system-out>${lines(told, options)}</system-out>
`,
        ]
      : []
  return xml`${head}>
${failure}${skipped}${output}    </testcase>
`
}

function lines(some: readonly Violation[], { showPath }: RenderOptions): readonly Xml[] {
  return some.map(
    (violation, at) =>
      xml`${at > 0 ? NEW_LINE : []}${placeText(violation.range, showPath)}: ${violation.severity}: ${messageOf(violation)} [${violation.ruleId}]`,
  )
}

const NEW_LINE: Xml = { markup: '\n' }
