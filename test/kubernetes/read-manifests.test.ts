import assert from 'node:assert/strict'
import fc from 'fast-check'
import { toPlain } from '../../core/domain/plain.ts'
import { isMapping, isSequence, type Value } from '../../core/domain/value.ts'
import { readManifests } from '../../core/kubernetes/index.ts'
import { locate, SourceFile } from '../../core/source/source-file.ts'

const read = (text: string) => readManifests(new SourceFile('k8s/app.yaml', text))
const CONFIG = 'apiVersion: v1\nkind: ConfigMap\n'

/** What `data:` of a ConfigMap is read as. */
function data(text: string): unknown {
  const { manifests } = read(`${CONFIG}data:\n${text.replace(/^/gm, '  ')}\n`)
  return (toPlain(manifests[0]!.value) as { data: unknown }).data
}

function problems(text: string): readonly string[] {
  return read(text).problems.map(({ message, range, severity }) => {
    const { line, column } = locate(range)
    return `${line}:${column} ${severity}: ${message}`
  })
}

function* values(value: Value): Generator<Value> {
  yield value
  const inner = isMapping(value) ? value.entries.values() : isSequence(value) ? value.items : []
  for (const item of inner) yield* values(item)
}

describe('manifests in YAML', () => {
  it('are typed as kubectl types them', () => {
    const text = [
      'yes: yes',
      'quoted: "1"',
      "single: 'true'",
      'octal: 0644',
      'hex: 0x10',
      'thousand: 1_000',
      'exponent: 1e3',
      'date: 2026-08-01',
      'clock: 1:30',
      'nothing:',
      'tilde: ~',
      'version: 1.10',
      'tagged: !!str 12',
    ].join('\n')
    assert.deepEqual(data(text), {
      true: true,
      quoted: '1',
      single: 'true',
      octal: 420,
      hex: 16,
      thousand: 1000,
      exponent: 1000,
      date: '2026-08-01',
      clock: '1:30',
      nothing: null,
      tilde: null,
      version: 1.1,
      tagged: '12',
    })
  })

  it('keep integers that a double cannot hold', () => {
    const { manifests } = read(`${CONFIG}data: 12345678901234567890\n`)
    const value = manifests[0]!.value.entries.get('data')!
    assert.equal(value.kind === 'number' && value.digits, '12345678901234567890')
  })

  it('follow aliases and merge keys', () => {
    const text = 'base: &base {team: ml, tier: gpu}\nuse: {<<: *base, tier: cpu}\ncopy: *base'
    assert.deepEqual(data(text), {
      base: { team: 'ml', tier: 'gpu' },
      use: { team: 'ml', tier: 'cpu' },
      copy: { team: 'ml', tier: 'gpu' },
    })
  })

  it('are found in documents, lists and JSON, with or without CRLF and a byte order mark', () => {
    const list =
      '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}}]}'
    const text = `\ufeff# comment\r\n---\r\n${CONFIG}\r\n---\r\n\r\n...\r\n---\n${list}\n---\nnot: a manifest\n`
    const { manifests, problems } = read(text)
    assert.deepEqual(
      manifests.map(({ kind, name }) => `${kind} ${name}`),
      ['ConfigMap ', 'Pod a'],
    )
    assert.deepEqual(problems, [])
  })

  it('a broken document is one problem, and the others are read', () => {
    const text = `${CONFIG}---\napiVersion: v1\nkind: Pod\n broken: [\n---\n${CONFIG}`
    assert.equal(read(text).manifests.length, 2)
    assert.deepEqual(
      problems(text).map((problem) => problem.replace(/: .*/, '')),
      ['5:7 error'],
    )
  })

  it('a key that is written twice is warned of, and the last one counts', () => {
    const text = `${CONFIG}data: {a: 1}\ndata: {a: 2}\n`
    assert.deepEqual(problems(text), ['4:1 warning: "data" is written twice: what is written last counts'])
    assert.deepEqual((toPlain(read(text).manifests[0]!.value) as { data: unknown }).data, { a: 2 })
  })

  it('a value is placed at its entry first, then at itself, and through an alias at both places', () => {
    const text = `${CONFIG}metadata: { name: &n scorer, labels: { app: *n } }\n`
    const metadata = read(text).manifests[0]!.value.entries.get('metadata')!
    const labels = isMapping(metadata) ? metadata.entries.get('labels')! : metadata
    const app = isMapping(labels) ? labels.entries.get('app')! : labels
    assert.deepEqual(
      app.origins!.map(({ start, end }) => text.slice(start, end)),
      ['app: *n', '*n', 'scorer'],
    )
  })

  for (const [name, text] of Object.entries({
    'values of a chart': `${CONFIG}data: { replicas: {{ .Values.replicas }} }\n`,
    'a block around a document': `{{- if .Values.enabled }}\n${CONFIG}{{- end }}\n`,
    'a quoted value': `${CONFIG}data: { image: "{{ .Values.image }}" }\n`,
    'a name of another engine': `${CONFIG}data: {{ data }}\n`,
  }))
    it(`is not half-read where a template has ${name}`, () => {
      const { manifests, problems, notRendered } = read(text)
      assert.deepEqual([manifests, problems], [[], []])
      assert.ok(notRendered && text.startsWith('{{', notRendered.start))
    })

  it("a program's own braces are text", () => {
    const text = `${CONFIG}data: { rule: "{{ $labels.pod }} is down", step: '{{inputs.parameters.x}}' }\n`
    assert.equal(read(text).manifests.length, 1)
  })

  it('of a custom resource definition only the name is read', () => {
    const text = `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: rays }\nspec: [broken\n`
    const { manifests, problems } = read(text)
    assert.equal(manifests[0]!.name, 'rays')
    assert.ok(manifests[0]!.value.open)
    assert.deepEqual(problems, [])
  })
})

describe('hostile YAML', () => {
  it('aliases of aliases end', () => {
    const levels = Array.from({ length: 12 }, (_, at) => {
      const use = at === 0 ? 'x' : `*a${at - 1}`
      return `a${at}: &a${at} [${Array(10).fill(use).join(', ')}]`
    })
    const started = performance.now()
    assert.match(problems(`${CONFIG}${levels.join('\n')}\n`)[0]!, /more than 200000 values/)
    assert.ok(performance.now() - started < 20_000)
  })

  it('an anchor within itself, a missing anchor, and too many levels are named', () => {
    assert.match(problems(`${CONFIG}data: &a { a: *a }\n`)[0]!, /contains itself/)
    assert.match(problems(`${CONFIG}data: *b\n`)[0]!, /"b"|alias/i)
    assert.match(problems(`${CONFIG}data: ${'['.repeat(5000)}\n`)[0]!, /nested more than 64/)
  })

  it('keys of prototypes are keys', () => {
    const { manifests } = read(`${CONFIG}data: { __proto__: { a: 1 }, constructor: 2, toString: 3 }\n`)
    const value = manifests[0]!.value.entries.get('data')!
    assert.deepEqual(isMapping(value) && [...value.entries.keys()], ['__proto__', 'constructor', 'toString'])
    assert.equal(({} as { a?: number }).a, undefined)
  })

  it('NUL, tabs and lone surrogates end in values or problems', () => {
    for (const text of ['data: \0', 'data:\n\t- a', 'data: \ud800', '"', '? [a]\n: b', '&a', '!!binary x'])
      read(`${CONFIG}${text}\n`)
  })

  it('ranges lie within the text, whatever is written', () => {
    const piece = fc.constantFrom(
      'apiVersion: v1\n',
      'kind: Pod\n',
      '---\n',
      '  ',
      'a: ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '*a',
      '&a ',
      '"',
      "'",
      '|\n',
      '\n',
      '{{',
      '# ',
      ': ',
      '<<: ',
      'x',
      '\r\n',
      '?',
      ',',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = CONFIG + pieces.join('')
        const { manifests, problems } = read(text)
        const ranges = [
          ...problems.map(({ range }) => range),
          ...manifests.flatMap(({ value }) => [...values(value)].flatMap(({ origins = [] }) => origins)),
        ]
        for (const { start, end } of ranges) assert.ok(0 <= start && start <= end && end <= text.length)
      }),
    )
  })

  it('five thousand files take time by their number', function () {
    this.timeout(60_000)
    const other = 'name: build\non: push\njobs: { a: { steps: [] } }\n'.repeat(20)
    const started = performance.now()
    for (let at = 0; at < 4500; at++) read(other)
    for (let at = 0; at < 500; at++) read(`${CONFIG}metadata: { name: a${at} }\n`)
    assert.ok(performance.now() - started < 20_000)
  })
})
