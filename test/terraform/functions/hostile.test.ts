import assert from 'node:assert/strict'
import { string, tuple, type Value } from '../../../core/domain/value.ts'
import { evaluateText } from './evaluate-text.ts'

/** Each ends at once, in a refusal or in an unknown value with a reason. */
const attempts: Readonly<Record<string, RegExp>> = {
  'range(0, 1e9)': /more than 1024 values/,
  'range(0, 1, 1e-30)': /more than 1024 values/,
  'format("%999999999d", 1)': /more than 1048576/,
  'format("%.999999999f", 1)': /more than 1048576/,
  'format("%999999999s", "x")': /more than 1048576/,
  'indent(1e9, "a\\nb")': /more than 1048576/,
  'indent(1e30, "a\\nb")': /whole number/,
  'setproduct(range(1000), range(1000))': /more than 100000/,
  'slice(hidden_list, 0, 1000000)': /more than 100000/,
  'replace(join("", formatlist("%s", [for i in range(1000) : "xxxxxxxxxx"])), "x", join("", [for i in range(1000) : "yyyyyyyyyy"]))':
    /more than 1048576/,
  'replace(join("", [for i in range(1000) : "xxxxxxxxxx"]), "/x/", join("", [for i in range(1000) : "yyyyyyyyyy"]))':
    /more than 1048576/,
  'regex("(((a{1000}){1000}){1000})", "a")': /expression too large/,
  'regex(join("", [for i in range(1000) : "("]), "a")': /nests too deeply/,
  'jsondecode(join("", [for i in range(1000) : "["]))': /nests deeper than 500/,
  'yamldecode(join("", [for i in range(1000) : "{"]))': /nested more than 100 deep/,
  'yamldecode("a: &a [x,x,x,x,x,x,x,x,x]\\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]")':
    /more than 200000 values|alias/,
  'yamldecode("a: &a [*a]")': /own definition|anchor/,
  'fileset(".", "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}")': /cannot be read/,
  'jsonencode(laughs)': /more than 200000 parts/,
  'merge({ a = laughs })': /more than 200000 parts/,
  'laughs == laughs2': /more than 200000 parts/,
  'tolist(laughs)': /more than 200000 parts/,
  '9e999999999 + 1': /./,
  '1e1000 * 1e1000': /./,
  'pow(10, 1e9)': /./,
  'parseint(join("", [for i in range(1000) : "9999"]), 10)': /cannot parse/,
  'tonumber(join("", [for i in range(1000) : "9999"]))': /cannot convert/,
  'file("a\\u0000b")': /outside|no file/,
  'timeadd("2017-11-22T00:00:00Z", "999999999999h")': /invalid duration/,
}

/** Thirty levels of ten: shared in memory, endless to walk through. */
function laughs(): Value {
  let value: Value = tuple([string('ha')])
  for (let level = 0; level < 30; level++) value = tuple(Array.from({ length: 10 }, () => value))
  return value
}

describe('functions meet hostile arguments', () => {
  const values = {
    laughs: laughs(),
    laughs2: laughs(),
    hidden_list: { kind: 'unknown', because: 'var.zones has no default' } as const,
  }
  for (const [expression, expected] of Object.entries(attempts))
    it(expression.slice(0, 80), () => {
      const started = performance.now()
      const result = evaluateText(expression, values)
      const said =
        'error' in result ? result.error : 'because' in result.value ? result.value.because : '(a value)'
      assert.match(said, expected)
      assert.ok(performance.now() - started < 2000, 'takes too long')
    })

  it('no pattern makes the search explode', () => {
    const text = `${'a'.repeat(20_000)}!`
    for (const pattern of ['(a+)+$', '(a|a)*$', '(a|aa)+$', '(.*a){20}', '.*.*.*.*=', '(?:a?){200}a{200}$']) {
      const started = performance.now()
      const result = evaluateText(`regexall(${JSON.stringify(pattern)}, text)`, { text: string(text) })
      assert.ok('value' in result, pattern)
      assert.ok(performance.now() - started < 5000, pattern)
    }
  })
})
