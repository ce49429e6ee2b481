import { string, unknown, type Value, writtenAt } from '../../domain/value.ts'
import { type LayerContext, rangeIn } from './layer.ts'
import { itemsBelow, textOf, valueBelow } from './value-edits.ts'

/** What `envs`, `literals` and `files` of a generator hold, by key. */
export function readSources(
  generator: Value,
  name: string,
  context: LayerContext,
): ReadonlyMap<string, Value> {
  const { layer, report } = context
  const data = new Map<string, Value>()
  const add = (key: string, value: Value, source: Value) => {
    const range = rangeIn(layer, source)
    if (!/^[-._a-zA-Z0-9]{1,253}$/.test(key))
      report(`"${key}" is no key of ${name}. expected letters, digits, "-", "_" and "."`, range)
    else if (data.has(key)) report(`${name} has the key "${key}" twice`, range)
    else data.set(key, writtenAt(value, range))
  }
  const oldEnv = valueBelow(generator, 'env')
  for (const source of [...itemsBelow(generator, 'envs'), ...(oldEnv ? [oldEnv] : [])])
    for (const [key, value] of envLines(textOf(source) ?? '', source, context))
      add(key, string(value), source)
  for (const source of itemsBelow(generator, 'literals')) {
    const text = textOf(source) ?? ''
    const at = text.indexOf('=')
    if (at <= 0) report(`"${text}" is no literal. expected \`key=value\``, rangeIn(layer, source))
    else add(text.slice(0, at), string(unquoted(text.slice(at + 1))), source)
  }
  for (const source of itemsBelow(generator, 'files')) {
    const parts = (textOf(source) ?? '').split('=')
    const path = parts.at(-1)!
    const key = parts.length === 1 ? path.slice(path.lastIndexOf('/') + 1) : parts[0]!
    if (parts.length > 2 || key === '' || path === '') {
      report(`"${parts.join('=')}" is no file. expected \`path\` or \`key=path\``, rangeIn(layer, source))
      continue
    }
    const file = context.file(path, source)
    add(key, file ? string(file.text) : unknown(`${path} cannot be read`), source)
  }
  return data
}

function envLines(path: string, source: Value, context: LayerContext): readonly [string, string][] {
  const file = context.file(path, source)
  if (!file) return []
  return file.text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.trimStart())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const at = line.indexOf('=')
      return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)]
    })
}

function unquoted(text: string): string {
  const [first, last] = [text[0], text.at(-1)]
  return text.length >= 2 && first === last && (first === '"' || first === "'") ? text.slice(1, -1) : text
}
