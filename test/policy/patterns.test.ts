import assert from 'node:assert/strict'
import fc from 'fast-check'
import { compilePattern } from '../../core/config/pattern.ts'
import { pythonPattern } from '../../core/policy/python-pattern.ts'
import { ISO_DATE, NOT_BLANK, toRe2 } from '../../core/policy/re2.ts'
import { isIsoDate } from '../../core/tags/iso-date.ts'

/** RE2, as JavaScript writes it. */
function fromRe2(text: string): RegExp {
  return new RegExp(text.replaceAll(/\\x\{([\da-f]+)\}/g, '\\u{$1}'), 'u')
}

describe('patterns for other engines', () => {
  it('RE2 matches what the rules match', () => {
    const patterns = [
      '^[a-z]+-[a-z]+$',
      '^\\S{2,4}$',
      '^[^\\s$]{1,20}$',
      'a.b',
      '^(?:x|y)\\/\\-?$'.replace('\\-', '-'),
      '^(?<name>a)[[\\]]$',
      '\\u0041\\x42\\cJ',
      '^\\p{Lu}\\w*$',
      '^[\\u{1F600}-\\u{1F64F}]$',
      '\\bprod\\b',
      '^[\\d.]+$',
      '',
    ]
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        'a-b',
        'ab',
        'a\nb',
        'a\u2028b',
        'x/',
        'a[',
        'a]',
        'AB\n',
        'É',
        'Prod',
        '😀',
        'a prod b',
        '1.2',
        '\u00a0',
        '$',
      ),
    )
    for (const pattern of patterns) {
      const compiled = compilePattern(pattern)
      const portable = toRe2(pattern)
      assert.ok(compiled.kind === 'pattern' && portable.kind === 're2', pattern)
      const re2 = fromRe2(portable.text)
      fc.assert(fc.property(text, (value) => assert.equal(re2.test(value), compiled.matches(value), pattern)))
    }
  })

  it('what RE2 cannot do is said', () => {
    for (const [pattern, because] of [
      ['a{1001}', /at most 1000 times/],
      ['^\\p{Script=Greek}$', /may not know/],
      ['[\\S]', /inside brackets/],
    ] as const) {
      const portable = toRe2(pattern)
      assert.ok(portable.kind === 'unportable')
      assert.match(portable.because, because)
    }
  })

  it('dates are the dates of the rules, leap years included', () => {
    const iso = fromRe2(ISO_DATE)
    const number = (max: number, digits: number) => fc.nat(max).map((n) => String(n).padStart(digits, '0'))
    const date = fc
      .tuple(
        fc.oneof(number(9999, 4), fc.constantFrom('2024', '2100', '2000', '1900')),
        number(13, 2),
        number(32, 2),
        fc.constantFrom('-', '', '/'),
        fc.constantFrom('', 'T12', 'T24:00', ' 09:30:60.5Z', 'T093000+0100', 'T9', 'x', '\n', 'T12:30+02:00'),
      )
      .map(([year, month, day, dash, time]) => `${year}${dash}${month}${dash}${day}${time}`)
    fc.assert(
      fc.property(date, (text) => assert.equal(iso.test(text), isIsoDate(text), text)),
      { numRuns: 5_000 },
    )
  })

  it('a value is blank where trim leaves nothing', () => {
    const notBlank = fromRe2(NOT_BLANK)
    const spaces = fc.string({
      unit: fc.constantFrom(' ', '\t', '\v', '\u00a0', '\u2028', '\ufeff', 'a', '\u200b'),
      maxLength: 4,
    })
    fc.assert(fc.property(spaces, (text) => assert.equal(notBlank.test(text), text.trim() !== '')))
  })

  it("Python's end is the end, and its classes are ASCII", () => {
    assert.equal(pythonPattern('^[a$]\\$$'), '(?a)(?s:.*?)(?:^[a$]\\$\\Z)')
    assert.equal(pythonPattern('[^\\x{2028}]'), '(?a)(?s:.*?)(?:[^\\U00002028])')
    assert.equal(pythonPattern('\\p{Lu}'), undefined)
  })
})
