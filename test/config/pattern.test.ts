import assert from 'node:assert/strict'
import fc from 'fast-check'
import { compilePattern } from '../../core/config/pattern.ts'

function matches(source: string, text: string): boolean {
  const pattern = compilePattern(source)
  assert.equal(pattern.kind, 'pattern', `${source}: ${pattern.kind === 'invalid' && pattern.because}`)
  return pattern.kind === 'pattern' && pattern.matches(text)
}

describe('a pattern', () => {
  it('accepts the names that organisations give', () => {
    assert.ok(matches('^[a-z]+-[a-z]+$', 'eng-risk'))
    assert.ok(!matches('^[a-z]+-[a-z]+$', 'eng-risk-2'))
    assert.ok(matches('^[a-z0-9]+(-[a-z0-9]+)*$', 'fraud-xgb-v7'))
    assert.ok(matches('^CC-\\d{4,6}$', 'CC-12345'))
    assert.ok(!matches('^CC-\\d{4,6}$', 'CC-1234567'))
    assert.ok(matches('^(team|squad)/\\w+$', 'squad/fraud_ml'))
    assert.ok(matches('^[\\p{L} ]+$', 'Équipe Données'))
    assert.ok(matches('@acme\\.example$', 'ana@acme.example'))
    assert.ok(matches('^.$', '\u{1f4a5}'))
  })

  it('matches anywhere unless it is anchored', () => {
    assert.ok(matches('ml', 'fraud-ml-team'))
    assert.ok(!matches('^ml', 'fraud-ml-team'))
  })

  it('ends on what makes a backtracking engine run for years', () => {
    const start = performance.now()
    for (const hostile of [
      '^(a+)+$',
      '^(a|a)*$',
      '^(a|aa)+$',
      '^(.*a){20}$',
      '(a*)*b',
      '(x+x+)+y',
      '^(([a-z])+.)+[A-Z]([a-z])+$',
    ])
      compiled(hostile)(`${'a'.repeat(1000)}!`)
    assert.ok(performance.now() - start < 5000)
  })

  it('is refused where an automaton cannot follow, or where it grows too large', () => {
    const because = (source: string) => {
      const pattern = compilePattern(source)
      return pattern.kind === 'invalid' ? pattern.because : 'accepted'
    }
    assert.match(because('(?=a)b'), /not supported/)
    assert.match(because('(?<!a)b'), /not supported/)
    assert.match(because('(a)\\1'), /not supported/)
    assert.match(because('(?<x>a)\\k<x>'), /not supported/)
    assert.match(because('[a-'), /unterminated/)
    assert.match(because('a**'), /nothing to repeat/)
    assert.match(because('((a{100}){100}){100}'), /too large/)
    assert.match(because('a'.repeat(501)), /at most 500/)
    assert.match(because(`${'('.repeat(250)}a${')'.repeat(249)}`), /unterminated group/)
  })

  it('says what JavaScript says', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '-',
      '.',
      '[ab]',
      '[^a]',
      '\\d',
      '\\w',
      '\\W',
      '[\\d-]',
      '\\.',
      '^',
      '$',
      '\\b',
      '\\B',
      '\\x61',
      '\\u0062',
      '\\u{1f4a5}',
      '[]',
      '[^]',
      '/',
    )
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => {
      const group = tie('pattern').map((inner) => `(?:${inner})`)
      const part = fc.oneof(
        { weight: 4, arbitrary: atom },
        group,
        tie('pattern').map((inner) => `(${inner})`),
      )
      const quantifier = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,}', '{0,2}', '*?', '{1,2}?')
      const term = fc
        .tuple(part, quantifier)
        .map(([text, sign]) => (['^', '$', '\\b', '\\B'].includes(text) ? text : text + sign))
      const sequence = fc.array(term, { maxLength: 4 }).map((terms) => terms.join(''))
      return {
        pattern: fc.oneof(
          { depthSize: 'small' },
          sequence,
          fc.array(sequence, { minLength: 2, maxLength: 3 }).map((s) => s.join('|')),
        ),
      }
    })
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '-', '1', '_', '\n', '/', '\u{1f4a5}'),
      maxLength: 7,
    })
    fc.assert(
      fc.property(pattern, text, (source, subject) => {
        fc.pre(source.length <= 200)
        // V8 lets \B hold between the two halves of a character.
        fc.pre(!source.includes('\\B') || !/[^\0-\uffff]/u.test(subject))
        assert.equal(
          compiled(source)(subject),
          new RegExp(source, 'u').test(subject),
          `${source} on ${JSON.stringify(subject)}`,
        )
      }),
      { numRuns: 3000 },
    )
  })
})

function compiled(source: string): (text: string) => boolean {
  const pattern = compilePattern(source)
  assert.ok(pattern.kind === 'pattern', source)
  return pattern.matches
}
