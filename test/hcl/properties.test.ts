import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { parseExpression, parseTemplate } from '../../core/hcl/parse.ts'
import { MAX_HEIGHT, MAX_NESTING } from '../../core/hcl/parser.ts'
import type { Body } from '../../core/hcl/syntax.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { mutate, randomNumbers } from '../../scripts/oracles/hcl-mutations.ts'
import { read } from './read.ts'
import { placedNodes } from './tree-nodes.ts'

const fixtures = ['gpu-training-run', 'llama-serving', 'templates', 'templates-crlf'].map((name) =>
  readFileSync(new URL(`fixtures/${name}.tf`, import.meta.url), 'utf8'),
)

const RUNS = Number(process.env.RUNS ?? 2000)

const scraps = fc.constantFrom(
  ...['{', '}', '[', ']', '(', ')', '"', '${', '%{', '~}', '$${', '\\', '\\u00e9', '\n', '\r\n', '  ', '\t'],
  ...[
    '=',
    '==',
    '=>',
    ':',
    '::',
    '.',
    '...',
    ',',
    '?',
    '!',
    '-',
    '*',
    '/',
    '%',
    '<',
    '&&',
    '|',
    '#',
    '//',
    '/*',
  ],
  ...[
    '*/',
    '<<EOT\n',
    '<<-EOT\n',
    'EOT\n',
    'for',
    'in',
    'if',
    'else',
    'endif',
    'endfor',
    'null',
    'true',
    'a',
    'é',
  ],
  ...[
    '0',
    '1.5',
    '1e9',
    '.0',
    "'",
    ';',
    '\ufeff',
    '\ud800',
    '🤖',
    'resource "a" "b" {\n',
    'tags = {\n',
    '[*]',
    '.*',
  ],
)
const soup = fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join(''))
const anything = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ maxLength: 80 }))
const mutant = fc
  .record({ text: fc.constantFrom(...fixtures), seed: fc.integer(), edits: fc.integer({ min: 1, max: 4 }) })
  .map(({ text, seed, edits }) => {
    const random = randomNumbers(seed)
    let edited = text
    for (let edit = 0; edit < edits; edit++) edited = mutate(edited, random).text
    return edited
  })

function assertPlaces(text: string, root: object): void {
  for (const { node, parent = { start: 0, end: text.length } } of placedNodes(root)) {
    if (node.start <= node.end && node.start >= parent.start && node.end <= parent.end) continue
    assert.fail(`${JSON.stringify(node)} is not within ${JSON.stringify(parent)}`)
  }
}

describe('properties', () => {
  it('any text is read to its end, and every node lies within the one around it', () => {
    fc.assert(
      fc.property(fc.oneof(anything, mutant), (text) => {
        const file = read(text)
        assertPlaces(text, file.body)
        for (const { range } of file.problems) assertPlaces(text, { start: range.start, end: range.end })
        for (const comment of file.comments) {
          assert.equal(text.slice(comment.start, comment.end), comment.text)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('so is any template and any expression', () => {
    fc.assert(
      fc.property(anything, (text) => {
        assertPlaces(text, parseTemplate(new SourceFile('t.tftpl', text)).template)
        assertPlaces(text, parseExpression(new SourceFile('e', text)).expression)
      }),
      { numRuns: 2000 },
    )
  })

  it('a text with an error node has a problem', () => {
    fc.assert(
      fc.property(fc.oneof(soup, mutant), (text) => {
        const { body, problems } = read(text)
        const errors = placedNodes(body).filter(({ node }) => 'kind' in node && node.kind === 'error')
        assert.ok(errors.length === 0 || problems.length > 0)
      }),
      { numRuns: 1000 },
    )
  })

  it('between the nodes of a valid file lie only punctuation, keywords, blanks and comments', () => {
    for (const text of fixtures) {
      const { body, comments } = read(text)
      const covered = new Uint8Array(text.length)
      const leaves = placedNodes(body).filter(({ node }) => isLeaf(node))
      for (const { node } of leaves) covered.fill(1, node.start, node.end)
      for (const comment of comments) {
        assert.equal(covered.subarray(comment.start, comment.end).includes(1), false, comment.text)
        covered.fill(1, comment.start, comment.end)
      }
      let between = ''
      for (let at = 0; at < text.length; at++) between += covered[at] ? ' ' : text[at]
      assert.match(
        between,
        /^(?:[\s{}[\]().,=:?!+\-*/%<>&|"$~]|for|in|if|else|endif|endfor|EOT|INNER|OUTER|\w+)*$/,
      )
    }
  })

  it('taking a slice out leaves most other blocks', () => {
    const text = fixtures[0]!
    const whole = blockNames(read(text).body)
    let kept = 0
    let all = 0
    fc.assert(
      fc.property(fc.nat(text.length), fc.integer({ min: 1, max: 60 }), (start, length) => {
        const seen = new Set(blockNames(read(text.slice(0, start) + text.slice(start + length)).body))
        kept += whole.filter((name) => seen.has(name)).length
        all += whole.length
      }),
      { numRuns: 500 },
    )
    assert.ok(kept / all > 0.85, `${kept} of ${all} blocks kept`)
  })
})

function isLeaf(node: object): boolean {
  return !Object.values(node).some((value) => value !== null && typeof value === 'object')
}

function blockNames(body: Body): string[] {
  return body.blocks.map((block) => [block.type, ...block.labels.map((label) => label.value)].join('.'))
}

describe('hostile texts', () => {
  const n = 100_000
  const texts: Record<string, string> = {
    parentheses: `a = ${'('.repeat(n)}`,
    brackets: `a = ${'['.repeat(n)}`,
    objects: `a = ${'{a='.repeat(n)}`,
    blocks: 'a {\n'.repeat(n),
    indexes: `a = ${'a['.repeat(n)}`,
    calls: `a = ${'f('.repeat(n)}`,
    interpolations: `a = ${'"${'.repeat(n)}`,
    directives: `a = "${'%{ if x }'.repeat(n)}"`,
    'for expressions': `a = ${'[for x in '.repeat(n)}`,
    heredocs: `a = ${'<<A\n${'.repeat(n)}`,
    'open heredocs': 'a = <<A\n'.repeat(n),
    'open heredocs of many names': Array.from({ length: n }, (_, index) => `a = <<A${index}\n`).join(''),
    'prefix operators': `a = ${'!-'.repeat(n)}1`,
    'binary operators': `a = ${'1 + '.repeat(n)}1`,
    'operators of rising precedence': `a = ${'1 || 1 && 1 == 1 < 1 + 1 * '.repeat(n / 6)}1`,
    conditionals: `a = ${'b ? c : '.repeat(n)}d`,
    'conditionals within': `a = ${'b ? '.repeat(n)}`,
    attributes: `a = b${'.c'.repeat(n)}`,
    splats: `a = b${'[*]'.repeat(n)}`,
    'attribute splats': `a = b[*]${'.*'.repeat(n)}`,
    'open comments': '/*\n'.repeat(n),
    'open strings': 'a = "\n'.repeat(n),
    'open interpolations': 'a = "${b\n'.repeat(n),
    'unreadable interpolations on one line': `a = "${'${:}'.repeat(n)}"`,
    'unreadable interpolations in a heredoc': `a = <<A\n${'${:} ${'.repeat(n)}\nA\n`,
    'unreadable interpolations on many lines': `a = <<A\n${'${:\n'.repeat(n)}A\n`,
    'closing braces': '}\n'.repeat(n),
    'unreadable lines': 'a b c = = d\n'.repeat(n),
    'unreadable items': `a = {\n${'  ? ? ?\n'.repeat(n)}}\n`,
    'one long unreadable line': `a = ${') '.repeat(n)}`,
    'blanks before a problem': `${' '.repeat(n)}= 1`,
    'many arguments of one name': 'a = 1\n'.repeat(n),
    digits: `a = ${'1'.repeat(n)}`,
    dots: `a = 1${'.'.repeat(n)}`,
    exponents: `a = 1${'e1'.repeat(n)}`,
    letters: 'a'.repeat(n),
    'wide letters': '𝔘'.repeat(n),
    escapes: `a = "${'\\u0041'.repeat(n)}"`,
    dollars: `a = "${'$'.repeat(n)}"`,
    'flush lines': `a = <<-A\n${'   b\n'.repeat(n)}A\n`,
    'flush sequences': `a = <<-A\n${'   ${b}\n'.repeat(n)}A\n`,
  }

  for (const [name, text] of Object.entries(texts)) {
    it(`${name}: ends soon, in a tree that may be walked by recursion`, () => {
      const { body } = read(text)
      const deepest = placedNodes(body).reduce((most, { depth }) => Math.max(most, depth), 0)
      assert.ok(deepest <= 3 * (MAX_HEIGHT + MAX_NESTING), `${deepest} levels`)
    }).timeout(5000)
  }
})
