import * as core from '@actions/core'
import { byStakes, locate, messageOf, type Review, type Violation, violations } from '../core/index.ts'
import { harmless } from './log.ts'

/**
 * GitHub keeps ten errors and ten warnings of a step and drops the rest in silence. One of the errors is the reason
 * why the job fails.
 */
const MOST = 9

interface Annotation {
  readonly level: 'error' | 'warning'
  readonly title: string
  readonly message: string
  readonly range: Review['problems'][number]['range']
}

/** Marks the lines of the change: an error fails the job, a warning does not. The most expensive come first. */
export function annotate(
  { findings, verdict }: Review,
  broken: Review['problems'],
  brokenFails: boolean,
): void {
  const fails = verdict.status === 'fail'
  const fresh = visible(findings.new).map((found) => toAnnotation(found, fails))
  const old =
    verdict.failOn === 'errors' ? visible(findings.existing).map((found) => toAnnotation(found, fails)) : []
  const unreadable = broken.map(
    ({ message, range }): Annotation => ({
      level: brokenFails ? 'error' : 'warning',
      title: 'cannot be read as it stands',
      message,
      range,
    }),
  )
  const all = [...unreadable, ...fresh, ...old]
  for (const level of ['error', 'warning'] as const) print(all.filter((each) => each.level === level))
}

function visible(findings: Review['findings']['new']): readonly Violation[] {
  return violations(findings)
    .filter(({ severity }) => severity !== 'hint')
    .sort(byStakes)
}

function toAnnotation(violation: Violation, fails: boolean): Annotation {
  const { severity, ruleId, range } = violation
  const level = fails && severity === 'error' ? 'error' : 'warning'
  return { level, title: `Ascribe: ${ruleId}`, message: messageOf(violation), range }
}

function print(annotations: readonly Annotation[]): void {
  const [first] = annotations
  if (!first) return
  const emit = first.level === 'error' ? core.error : core.warning
  const shown = annotations.length > MOST ? annotations.slice(0, MOST - 1) : annotations
  for (const { title, message, range } of shown) {
    const { path, line, column } = locate(range)
    emit(harmless(message), {
      title: harmless(title),
      file: harmless(path),
      startLine: line,
      startColumn: column,
    })
  }
  const left = annotations.length - shown.length
  if (left > 0) emit(`${left} more in the report`, { title: 'Ascribe' })
}
