import assert from 'node:assert/strict'
import fc from 'fast-check'
import { tagContextAt } from '../../core/editor/tag-context.ts'
import { yamlContextAt } from '../../core/editor/yaml-context.ts'

/** `│` is the caret. */
function contextOf(marked: string) {
  const offset = marked.indexOf('│')
  const context = tagContextAt(marked.replace('│', ''), offset)
  return context?.kind === 'key' ? { ...context, present: [...context.present] } : context
}

describe('where tags are written', () => {
  const KEY = [
    ['tags = {\n  te│\n}', []],
    ['tags = {\n  team = "fraud-ml"\n  │\n}', ['team']],
    ['labels = { team = "x", mo│ }', ['team']],
    ['tags = merge(local.tags, {\n  "Name" = "x"\n  │', ['Name']],
    ['tags = merge(local.tags, { a = "}" }, { │ })', []],
    ['locals {\n  fraud_tags = {\n    │\n    team = "x"\n  }\n}', ['team']],
    ['# tags = {\ndefault_labels = {\n  │\n}', []],
  ] as const
  for (const [text, present] of KEY)
    it(`a key in ${JSON.stringify(text)}`, () => {
      const context = contextOf(text)
      assert.ok(context?.kind === 'key', JSON.stringify(context))
      assert.deepEqual(context.present, present)
    })

  it('a value, with or without its quote', () => {
    assert.deepEqual(contextOf('tags = {\n  team = "fr│"\n}'), {
      kind: 'value',
      key: 'team',
      start: 19,
      isQuoted: true,
    })
    const bare = contextOf('tags = { "acme.example/team" = │ }')
    assert.ok(bare?.kind === 'value' && !bare.isQuoted && bare.key === 'acme.example/team')
  })

  for (const text of [
    'resource "aws_instance" "train" {\n  │\n}',
    'variables = {\n  te│\n}',
    'tags = {\n  # te│\n}',
    'tags = {}\n│',
    'tags = { team = "x" }\nname = "│"',
    'tags = [{ │ }]',
    'tags = lookup({ │ })',
  ])
    it(`nothing in ${JSON.stringify(text)}`, () => assert.equal(contextOf(text), undefined))

  it('ends on any text', () => {
    const piece = fc.constantFrom(
      'tags',
      ' = ',
      '{',
      '}',
      '"',
      '\n',
      'merge(',
      ')',
      '#',
      '/*',
      '\\',
      '│',
      'team',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(80), (pieces, offset) => {
        const text = pieces.join('')
        tagContextAt(text, Math.min(offset, text.length))
        yamlContextAt(text, Math.min(offset, text.length))
      }),
    )
  })
})

describe('where keys of ascribe.yml are written', () => {
  const pathOf = (marked: string) => {
    const context = yamlContextAt(marked.replace('│', ''), marked.indexOf('│'))
    return context && [context.kind, ...context.path]
  }
  const CASES: readonly (readonly [string, readonly (string | number)[]])[] = [
    ['ch│', ['key']],
    ['checks:\n  fa│', ['key', 'checks']],
    ['checks:\n  fail-on: │', ['value', 'checks', 'fail-on']],
    ['models:\n  fraud:\n    team: fr│', ['value', 'models', 'fraud', 'team']],
    ['projects:\n  - name: a\n    pa│', ['key', 'projects', 0]],
    ['projects:\n- name: a\n  pa│', ['key', 'projects', 0]],
    ['projects:\n  - na│', ['key', 'projects', 0]],
    ['usage:\n  - match:\n      ty│', ['key', 'usage', 0, 'match']],
    ['usage:\n  - hours-per-month: 1\n    match:\n      type: │', ['value', 'usage', 0, 'match', 'type']],
    ['schema:\n  keys:\n    team:\n      required: true\nteams:\n  │', ['key', 'teams']],
  ]
  for (const [text, path] of CASES) it(JSON.stringify(text), () => assert.deepEqual(pathOf(text), path))

  it('knows what stands beside it', () => {
    const text = 'checks:\n  fail-on: none\n  \n  severity: {}\nteams: {}\n'
    const context = yamlContextAt(text, text.indexOf('  \n') + 2)
    assert.deepEqual([...context!.present].sort(), ['fail-on', 'severity'])
  })
})
