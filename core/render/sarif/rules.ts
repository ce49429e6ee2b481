import type { Finding, Severity } from '../../domain/finding.ts'
import type { SarifOptions } from './options.ts'

/** SARIF's words for our severities. */
export const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  hint: 'note',
}

/** The rules that something was found by, in order of their ids, each as its page explains it. */
export function rulesOf(findings: readonly Finding[], { rulePage }: SarifOptions) {
  const ids = [...new Set(findings.map(({ ruleId }) => ruleId))].sort()
  return ids.map((id) => {
    const page = rulePage?.(id)
    return page === undefined ? { id } : { id, ...explained(id, page) }
  })
}

/** A page begins with its id, one sentence that says what the rule asks for, and the default severity. */
function explained(id: string, page: string) {
  const text = page.replace(/^# .*\n+/, '')
  const [summary = id] = text.split('\n\n')
  const severity = /^Default severity: \*\*(error|warning|hint)\*\*/m.exec(text)?.[1] as Severity | undefined
  const sentence = summary.replace(/\s+/g, ' ').trim()
  return {
    shortDescription: { text: sentence },
    help: { text: sentence, markdown: text.trimEnd() },
    ...(severity && { defaultConfiguration: { level: LEVELS[severity] } }),
    properties: { tags: ['cost'] },
  }
}
