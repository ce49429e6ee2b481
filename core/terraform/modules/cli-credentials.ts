import { parseHcl } from '../../hcl/parse.ts'
import { SourceFile } from '../../source/source-file.ts'
import { attributeNamed, literalText } from '../configuration/declarations.ts'

/**
 * The tokens that a file of Terraform's own configuration has, by host
 * (https://developer.hashicorp.com/terraform/cli/config/config-file#credentials). What is not in its shape has none.
 */
export function credentialsIn(name: string, text: string): ReadonlyMap<string, string> {
  return new Map(name.endsWith('.json') ? fromJson(text) : fromHcl(text))
}

function* fromHcl(text: string): Generator<[string, string]> {
  const { body } = parseHcl(new SourceFile('', text))
  for (const { type, labels, body: inside } of body.blocks) {
    const attribute = attributeNamed(inside, 'token')
    const token = attribute && literalText(attribute.value)
    if (type === 'credentials' && labels[0] && token) yield [labels[0].value.toLowerCase(), token]
  }
}

function* fromJson(text: string): Generator<[string, string]> {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    return
  }
  for (const [host, credentials] of entriesOf(entryOf(document, 'credentials'))) {
    const token = entryOf(credentials, 'token')
    if (typeof token === 'string' && token !== '') yield [host.toLowerCase(), token]
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function entryOf(value: unknown, name: string): unknown {
  return entriesOf(value).find(([key]) => key === name)?.[1]
}
