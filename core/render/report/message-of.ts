import type { Violation } from './violations.ts'

/** The tag keys that a resource lacks, where that is all there is to say; undefined for any other violation. */
export function lackedKeys({ address, keys, messages }: Violation): readonly string[] | undefined {
  return keys.length === messages.length && messages.every((text, at) => isLack(text, address, keys[at]!))
    ? keys
    : undefined
}

/**
 * One message for all of a violation's findings: `aws_instance.train has no "team", "model_id" tags. expected "team":
 * one of …`.
 */
export function messageOf(violation: Violation): string {
  const { address, messages } = violation
  const keys = lackedKeys(violation)
  if (!keys || keys.length === 1) return messages.join('; ')
  const expected: string[] = []
  const others: string[] = []
  for (const [at, message] of messages.entries()) {
    const said = message.slice(lack(address, keys[at]!).length)
    if (said.startsWith(EXPECTED)) expected.push(`"${keys[at]}": ${said.slice(EXPECTED.length)}`)
    else if (said !== '') others.push(`. "${keys[at]}"${said}`)
  }
  const start = `${address} has no ${keys.map((key) => `"${key}"`).join(', ')} tags`
  return start + (expected.length > 0 ? EXPECTED + expected.join('; ') : '') + others.join('')
}

const EXPECTED = '. expected '

function lack(address: string, key: string): string {
  return `${address} has no "${key}" tag`
}

function isLack(message: string, address: string, key: string): boolean {
  return message.startsWith(lack(address, key))
}
