import assert from 'node:assert/strict'
import { parseExpression } from '../../core/hcl/parse.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { print } from './print-tree.ts'
import { expression, messages, readValid } from './read.ts'

/** What is written → how it is understood. */
const cases: Record<string, Record<string, string>> = {
  'literals and names': {
    '730': '730',
    '0.25': '0.25',
    '1e6': '1000000',
    '1.e2': '100',
    '007': '7',
    true: 'true',
    false: 'false',
    null: 'null',
    trueish: 'trueish',
    'local.gpu-hours': 'local.gpu-hours',
    'größe.值': 'größe.值',
    _internal: '_internal',
  },
  'numbers that a double cannot hold keep their digits': {
    '9007199254740991': '9007199254740991',
    '9007199254740993': 'digits:9007199254740993',
    '12345678901234567890': 'digits:12345678901234567890',
    '0.1': '0.1',
    '0.12345678901234567890123': 'digits:0.12345678901234567890123',
    '100000000000000000000': '100000000000000000000',
    '1e400': 'digits:1e400',
  },
  'operators bind as in Terraform': {
    'a + b * c': '(+ a (* b c))',
    'a - b - c': '(- (- a b) c)',
    '-a.b + c': '(+ (- a.b) c)',
    '!a && b || c': '(|| (&& (! a) b) c)',
    'a == b != c': '(!= (== a b) c)',
    'a + 1 < b % 2': '(< (+ a 1) (% b 2))',
    'a <= b == (c >= d)': '(== (<= a b) ((>= c d)))',
    '- - !a': '(- (- (! a)))',
    'gpu-count - 1': '(- gpu-count 1)',
    'a / b > c': '(> (/ a b) c)',
  },
  'conditionals chain to the right': {
    'a ? b : c': '(? a b c)',
    'a ? b : c ? d : e': '(? a b (? c d e))',
    'a ? b ? c : d : e': '(? a (? b c d) e)',
    'a || b ? 1 : 2': '(? (|| a b) 1 2)',
  },
  traversals: {
    'var.tags.team': 'var.tags.team',
    'aws_instance.train[0].id': 'aws_instance.train[0].id',
    'aws_instance.train["fraud"].id': 'aws_instance.train["fraud"].id',
    'aws_instance.train.0.id': 'aws_instance.train[0].id',
    'local.models[\nvar.name\n]': 'local.models[var.name]',
    'f(x).y[0]': 'f(x).y[0]',
    '{a = 1}.a': '{a: 1}.a',
    '[1, 2][0]': '[1, 2][0]',
    '"x".y': '"x".y',
    'a.b.1e3': 'a.b[1000]',
  },
  'a .* takes names and legacy indexes with it, a [*] everything': {
    'train.*.id': 'train.*{.id}',
    'train.*.tags.0.team[0]': 'train.*{.tags[0].team}[0]',
    'train[*].tags[0].team': 'train[*]{.tags[0].team}',
    'train[*]': 'train[*]{}',
    'train.*': 'train.*{}',
    'pools[*].nodes[*].id': 'pools[*]{.nodes[*]{.id}}',
    'pools[*].nodes.*.id[0]': 'pools[*]{.nodes.*{.id}[0]}',
    'pools.*.nodes[*].id': 'pools.*{.nodes}[*]{.id}',
  },
  calls: {
    'merge()': 'merge()',
    'merge(local.tags, { team = "fraud" },)': 'merge(local.tags, {team: "fraud"})',
    'concat(\n  a...\n)': 'concat(a...)',
    'provider::aws::arn_parse(a)': 'provider::aws::arn_parse(a)',
    'a ? f(b) : g :: h(c)': '(? a f(b) g::h(c))',
  },
  'tuples and objects': {
    '[]': '[]',
    '[1,\n 2,\n]': '[1, 2]',
    '{}': '{}',
    '{\n}': '{}',
    '{ a = 1, b: 2 }': '{a: 1, b: 2}',
    '{\n a = 1\n b = 2,\n c : 3\n}': '{a: 1, b: 2, c: 3}',
    '{ "Cost Center" = 1, (var.key) = 2, true = 3, null = 4, 5 = 6 }':
      '{("Cost Center"): 1, ((var.key)): 2, true: 3, null: 4, (5): 6}',
    '{ a.b = 1, "${x}-y" = 2, f(x) = 3 }': '{(a.b): 1, (<${x} "-y">): 2, (f(x)): 3}',
    '{ a /* team */ = 1 }': '{a: 1}',
    '{ # tags\n a = 1 # team\n // phase\n b = 2 }': '{a: 1, b: 2}',
    '{ a = (1 +\n 2)\n b = [\n 3\n ] }': '{a: ((+ 1 2)), b: [3]}',
    '{ format = "csv" }': '{format: "csv"}',
  },
  'for expressions': {
    '[for m in var.models : m.name]': '(for m in var.models: m.name)',
    '[\nfor m in var.models :\n m.name\n if m.gpu\n]': '(for m in var.models: m.name if m.gpu)',
    '{for k, v in local.tags : k => v}': '(for k, v in local.tags: k => v)',
    '{\n\n for m in models : m.team => m.cost... if m.cost > 0\n}':
      '(for m in models: m.team => m.cost... if (> m.cost 0))',
    '[for i, m in models : m if m.gpu ? true : false]': '(for i, m in models: m if (? m.gpu true false))',
    '[for m in [for n in a : n] : { a = m }]': '(for m in (for n in a: n): {a: m})',
    '[for_each, for-each]': '[for_each, for-each]',
  },
  'strings in strings': {
    '"${"${"fraud"}"}"': '<${<${"fraud"}>}>',
    '"${merge({a = "}"}, {b = "\\""})}"': '<${merge({a: "}"}, {b: "\\""})}>',
    '"${x}"': '<${x}>',
    '"a${x}b${y}"': '<"a" ${x} "b" ${y}>',
    '"${\n x\n}"': '<${x}>',
  },
}

for (const [group, table] of Object.entries(cases)) {
  describe(`expressions: ${group}`, () => {
    for (const [written, understood] of Object.entries(table)) {
      it(written.replaceAll('\n', '⏎'), () => assert.equal(expression(written), understood))
    }
  })
}

describe('expressions: spans', () => {
  const source = (text: string) => new SourceFile('expression', text)

  it('an expression reaches from its first to its last character', () => {
    for (const text of Object.values(cases).flatMap((table) => Object.keys(table))) {
      const { expression: node } = parseExpression(source(` ${text} `))
      assert.equal(` ${text} `.slice(node.start, node.end), text)
    }
  })

  it('names know where they stand', () => {
    const text = 'provider::aws::arn_parse(var.tags . team)'
    const { expression: node } = parseExpression(source(text))
    assert.equal(node.kind, 'call')
    if (node.kind !== 'call') return
    assert.equal(text.slice(node.nameSpan.start, node.nameSpan.end), 'provider::aws::arn_parse')
    const [argument] = node.args
    assert.equal(argument?.kind, 'attribute')
    if (argument?.kind !== 'attribute') return
    assert.equal(text.slice(argument.nameSpan.start, argument.nameSpan.end), 'team')
  })

  it('what follows an expression is a problem', () => {
    const { expression: node, problems } = parseExpression(source('1 2'))
    assert.equal(print(node), '1')
    assert.deepEqual(messages(problems), ['1:3: unexpected "2", expected nothing more after the expression'])
  })
})

describe('expressions: line breaks', () => {
  it('end an argument outside brackets only', () => {
    const file = readValid('a = (\n1\n+\n2\n)\nb = [\n1,\n2\n]\nc = f(\n1\n)\nd = x[\n0\n]\n')
    assert.deepEqual(
      file.body.attributes.map(({ name, value }) => `${name} ${print(value)}`),
      ['a ((+ 1 2))', 'b [1, 2]', 'c f(1)', 'd x[0]'],
    )
  })

  it('in an object inside parentheses still separate its items', () => {
    assert.equal(expression('f({\n a = 1\n b = 2\n}, [{\n c = 3\n}])'), 'f({a: 1, b: 2}, [{c: 3}])')
  })
})
