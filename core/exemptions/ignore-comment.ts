import { EXEMPTABLE_RULE_IDS } from '../config/rule-ids.ts'
import { isDay } from '../domain/days.ts'
import type { Range } from '../source/source-file.ts'

/**
 * A comment that exempts what it stands beside:
 *
 *     # ascribe:ignore missing-tag(team, model_id), tag-not-billed until=2027-03-31 owner=ml-platform retired in Q1
 */
export interface IgnoreComment {
  /** As written: one that no rule is named like exempts nothing, and is told of. */
  readonly rules: readonly IgnoredRule[]
  /** Undefined where none is given: it then exempts nothing. */
  readonly reason: string | undefined
  readonly owner: string | undefined
  /** The last day it holds, as written; see `isDay`. */
  readonly until: string | undefined
  readonly range: Range
}

export interface IgnoredRule {
  readonly id: string
  /** The tag keys that it is about; empty for all that the rule says. */
  readonly keys: readonly string[]
}

/** What a text must contain to hold one. */
export const IGNORE_MARK = 'ascribe:ignore'

const START = /^(?:#|\/\/|\/\*)[ \t]*ascribe:ignore(?![\w:-])[ \t]*/
const RULE = /\s*([a-z][a-z-]*)(?:\(([^()]*)\))?/y
const SETTING = /\s*(until|owner)=(\S+)/y
const KNOWN: ReadonlySet<string> = new Set(EXEMPTABLE_RULE_IDS)

/** Reads a whole comment, its mark included; undefined where it is another. */
export function readIgnoreComment(text: string, range: Range): IgnoreComment | undefined {
  const start = START.exec(text)
  if (!start) return undefined
  const said = (text.startsWith('/*') ? text.replace(/\*\/$/, '') : text).slice(start[0].length)
  const { rules, end } = readRules(said)
  const settings = new Map<string, string>()
  let at = end
  for (let found = matchAt(SETTING, said, at); found; found = matchAt(SETTING, said, at)) {
    settings.set(found[1]!, found[2]!)
    at += found[0].length
  }
  const words = said.slice(at).split(/\s+/).filter(Boolean)
  if (/^[:–—-]+$/.test(words[0] ?? '')) words.shift()
  // Behind the reason they mean the same: who writes a last day there does not want the exemption to hold for ever.
  for (let last = settingOf(words.at(-1)); last && !settings.has(last.name); last = settingOf(words.at(-1))) {
    settings.set(last.name, last.value)
    words.pop()
  }
  const reason = words.join(' ')
  return {
    rules,
    reason: reason === '' ? undefined : reason,
    owner: settings.get('owner'),
    until: settings.get('until'),
    range,
  }
}

function settingOf(word = ''): { readonly name: string; readonly value: string } | undefined {
  const found = matchAt(SETTING, word, 0)
  return found?.[0] === word ? { name: found[1]!, value: found[2]! } : undefined
}

/** A comma goes on with a rule only where one follows: a reason may begin with anything. */
function readRules(said: string): { readonly rules: readonly IgnoredRule[]; readonly end: number } {
  const rules: IgnoredRule[] = []
  let end = 0
  for (let at = 0; ; ) {
    const found = matchAt(RULE, said, at)
    if (!found) break
    const [text, id = '', keys = ''] = found
    if (rules.length > 0 && !KNOWN.has(id) && !id.includes('-')) break
    rules.push({ id, keys: keys.split(',').flatMap((key) => key.trim() || []) })
    end = at + text.length
    const comma = /^\s*,/.exec(said.slice(end, end + 100))
    if (!comma) break
    at = end + comma[0].length
  }
  return { rules, end }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

export function isKnownRule(id: string): boolean {
  return KNOWN.has(id)
}

export function coversRule(
  { rules }: Pick<IgnoreComment, 'rules'>,
  ruleId: string,
  key: string | undefined,
): boolean {
  return rules.some(({ id, keys }) => id === ruleId && (keys.length === 0 || keys.includes(key ?? '')))
}

/** Whether it exempts on a day; without one, nothing is past. */
export function holds(
  { reason, until }: { readonly reason: string | undefined; readonly until: string | undefined },
  today: string | undefined,
): boolean {
  return reason !== undefined && (until === undefined || (isDay(until) && !isPast(until, today)))
}

export function isPast(until: string, today: string | undefined): boolean {
  return today !== undefined && until < today
}
