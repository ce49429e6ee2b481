import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { JsonNode } from '../../core/hcl/json/json-node.ts'
import { parseJsonBody } from '../../core/hcl/json/parse-json-body.ts'
import { readJson } from '../../core/hcl/json/read-json.ts'
import { SourceFile } from '../../core/source/source-file.ts'

const file = (text: string): SourceFile => new SourceFile('main.tf.json', text)

/** The value as JSON.parse gives it. */
function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'array':
      return node.items.map(plain)
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key.value, plain(value)]))
    case 'number':
      return Number(node.digits)
    default:
      return node.value
  }
}

/** `line:column: message` of what cannot be read. */
function mistakes(text: string): readonly string[] {
  return readJson(file(text)).problems.map(({ message, range }) => {
    const { line, column } = range.source.position(range.start)
    return `${line}:${column}: ${message}`
  })
}

describe('JSON with places', () => {
  it('any JSON text is read as JSON.parse reads it, and every node lies where its text is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const { root, problems } = readJson(file(text))
        assert.deepEqual(problems, [])
        assert.deepEqual(plain(root!), JSON.parse(text))
        assert.deepEqual(JSON.parse(text.slice(root!.start, root!.end)), JSON.parse(text))
      }),
    )
  })

  it('any text ends, and has problems exactly where JSON.parse refuses it', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', '\\', '\n', '01', ':', 'x'))
      .map(([json, at, noise]) => {
        const place = at % (json.length + 1)
        return json.slice(0, place) + noise + json.slice(place + 1)
      })
    fc.assert(
      fc.property(fc.oneof(fc.string(), broken), (text) => {
        let isJson = true
        try {
          JSON.parse(text)
        } catch {
          isJson = false
        }
        assert.equal(readJson(file(text)).problems.length === 0, isJson, text)
      }),
      { numRuns: 1000 },
    )
  })

  it('says what is wrong and where', () => {
    assert.deepEqual(mistakes('{\n  "team": \'fraud-ml\'\n}'), [
      '2:11: unexpected "\'", expected a JSON value',
    ])
    assert.deepEqual(mistakes('{"a": 1,}'), [
      '1:9: unexpected "}", expected a property name in double quotes: JSON has no comma after the last one',
    ])
    assert.deepEqual(mistakes('{"a" = 1}'), ['1:6: unexpected "=", expected ":"'])
    assert.deepEqual(mistakes('["a" "b"]'), [
      '1:6: unexpected "b", expected "," or "]"'.replace('"b"', '"""'),
    ])
    assert.deepEqual(mistakes('{"a": "b'), ['1:7: the string is not closed'])
    assert.deepEqual(mistakes(''), ['1:1: unexpected end of file, expected a JSON value'])
    assert.deepEqual(mistakes('{} {}'), ['1:4: unexpected "{", expected nothing more'])
  })

  it('what nests too deep is refused, whatever its length', () => {
    const [mistake] = mistakes('['.repeat(1_000_000))
    assert.match(mistake!, /nested more than 250 levels deep/)
  })
})

describe('expressions in JSON strings', () => {
  const body = { blocks: {}, strings: { type: 'expression' as const, default: 'literal' as const } }

  it('know their places in the JSON text, escapes and all', () => {
    const text = '{"tags": "\\u00e9\\n${merge(local.tags, { \\"team\\" = var.team })}"}'
    const [attribute] = parseJsonBody(file(text), body).body.attributes
    assert.equal(attribute!.value.kind, 'template')
    const call = (attribute!.value as { parts: readonly { start: number; end: number }[] }).parts.at(-1)
    assert.equal(text.slice(call!.start, call!.end), '${merge(local.tags, { \\"team\\" = var.team })}')
  })

  it('a mistake in one is named at its place', () => {
    const { problems } = parseJsonBody(file('{\n  "size": "ml.${var.size"\n}'), body)
    assert.equal(problems.length, 1)
    const { source, start } = problems[0]!.range
    assert.deepEqual(source.position(start).line, 2)
    assert.ok(source.position(start).column > 10)
  })

  it('where no template is meant, there is none', () => {
    const text = '{"default": "${literally}", "type": "list(string)"}'
    const [byDefault, type] = parseJsonBody(file(text), body).body.attributes
    assert.deepEqual((byDefault!.value as { parts: readonly { kind: string }[] }).parts[0]!.kind, 'text')
    assert.equal(type!.value.kind, 'call')
  })
})
