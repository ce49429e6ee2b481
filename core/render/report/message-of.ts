import type { Violation } from './violations.ts'

/** The tag keys that a resource lacks; undefined for any other violation. */
export interface Lacked {
  readonly keys: readonly string[]
  /** `: its worker lacks them`, where that is so for all; empty where there is no more to say. */
  readonly because: string
}

export function lacked({ address, keys, messages }: Violation): Lacked | undefined {
  const lacks = messages.map((message) => lackOf(message, address))
  if (keys.length !== messages.length || lacks.includes(undefined)) return undefined
  const hints = new Set(lacks.map((lack) => (lack && isElsewhere(lack) ? lack.hint : '')))
  if (hints.size > 1) return undefined
  const [hint = ''] = hints
  return { keys, because: keys.length > 1 ? plural(hint) : hint }
}

/**
 * One message for all of a violation's findings: `aws_instance.train has no "team", "model_id" tags. expected "team":
 * one of …`.
 */
export function messageOf({ address, messages }: Violation): string {
  const lacks = messages.map((message) => lackOf(message, address))
  const [first] = lacks
  if (!first || messages.length === 1 || !lacks.every((lack) => lack !== undefined))
    return messages.join('; ')
  const start = `${address} has no ${lacks.map(({ name }) => `"${name}"`).join(', ')} ${first.noun}s`
  const expected = lacks.flatMap(({ name, expected }) => (expected ? [`"${name}": ${expected}`] : []))
  const isShared = lacks.every(({ hint }) => hint === first.hint)
  const others = isShared ? [] : lacks.flatMap(({ name, hint }) => (hint ? [`. "${name}"${hint}`] : []))
  return (
    start +
    (isShared ? plural(first.hint) : '') +
    (expected.length > 0 ? `. expected ${expected.join('; ')}` : '') +
    others.join('')
  )
}

/** What the message of a missing tag says. */
interface Lack {
  /** As it is to be spelled. */
  readonly name: string
  readonly noun: string
  /** Where else it is, or how it is misspelled; begins with punctuation. */
  readonly hint: string
  readonly expected: string
}

const LACK = /^ has no "([^"]*)" (tag|label)(.*?)(?:\. expected (.*))?$/s

function lackOf(message: string, address: string): Lack | undefined {
  if (!message.startsWith(address)) return undefined
  const match = LACK.exec(message.slice(address.length))
  return match ? { name: match[1]!, noun: match[2]!, hint: match[3]!, expected: match[4] ?? '' } : undefined
}

/** Whether the tag is there, on something else: that is worth more words. */
function isElsewhere({ hint }: Lack): boolean {
  return hint.startsWith(': ')
}

/** `: its worker lacks it` said of several. */
function plural(hint: string): string {
  return hint.replace(/\bit\b/g, 'them')
}
