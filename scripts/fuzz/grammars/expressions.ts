import fc, { type Arbitrary } from 'fast-check'
import { functions } from '../../../core/terraform/functions/functions.ts'

/** What stands where a value is wanted: names that the fuzzed project has, literals, and what is hard to read. */
const ATOMS = [
  ...[
    'null',
    'true',
    'false',
    '0',
    '1',
    '-1',
    '2',
    '7.5',
    '1e3',
    '1e400',
    '2147483648',
    '123456789012345678901234567890',
    '""',
  ],
  ...[
    '"fraud"',
    '"a-b_c/d.e"',
    '"10.0.0.0/16"',
    '"2026-11-21T08:00:00Z"',
    '"90m"',
    '"main.tf"',
    '"../x"',
    '"ZnJhdWQ="',
  ],
  ...[
    '"%s-%05.2f %v %#v %q %t %x"',
    '"YYYY-MM-DD\'T\'hh:mm:ssZ"',
    '"^([a-z]+)-(?P<n>[0-9]*)$"',
    '"[\\\\d"',
    '"(a+)+$"',
  ],
  ...[
    '"{\\"team\\": [1, null]}"',
    '"team: [a, *b]\\n"',
    '"a,b\\n1,2\\n"',
    '"\\u00e9\\U0001F916"',
    '"é🤖"',
    '"16"',
    '"UTF-16LE"',
    '"UTF-16BE"',
    '"UTF-16"',
    '"ISO-8859-1"',
    '"::ffff:1.2.3.4/96"',
    '"fd00::/8"',
    '"([[:alpha:]]{2,}|(?i)x|)*\\\\b\\\\pL"',
    '"!!str a"',
    '"! a"',
  ],
  ...[
    'var.team',
    'var.sizes',
    'var.absent',
    'local.names',
    'local.tags',
    'local.nested',
    'local.unknown',
    'local.secret',
  ],
  ...['each.key', 'count.index', 'path.module', 'terraform.workspace', 'self.id', 'data.aws_ami.gpu.id'],
  ...[
    'aws_instance.train.id',
    'aws_instance.train.tags',
    'aws_instance.each["a"]',
    'aws_instance.many[0].tags',
  ],
  ...[
    '[]',
    '{}',
    '["b", "a", "b"]',
    '[1, 2, 3]',
    '{ a = 1, b = "x" }',
    '[{ a = 1 }, { a = 2 }]',
    '["a", 1, null]',
  ],
] as const
const OPERATORS = ['+', '-', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=', '&&', '||'] as const
const NAMES = ['a', 'b', 'key', 'value', 'team', 'é', 'for', 'in', 'x-y'] as const
const CALLED = [...Object.keys(functions), 'try', 'can', 'no_such', 'provider::aws::arn_parse']

const { expression, template } = fc.letrec<{ expression: string; template: string }>((tie) => {
  const inner = tie('expression')
  const name = fc.constantFrom(...NAMES)
  const listed = fc.array(inner, { maxLength: 4 })
  const parts = fc.array(
    fc.oneof(
      fc.constantFrom('fraud', ' ', '-', '$${', '%%{', '\\n', '\\"', '\\u00e9', 'é', '$', '%'),
      inner.map((value) => `\${${value}}`),
      inner.map((value) => `\${~ ${value} ~}`),
      fc.tuple(inner, inner, inner).map(([a, b, c]) => `%{ if ${a} }${b}%{ else ~}${c}%{ endif }`),
      fc.tuple(name, inner).map(([item, list]) => `%{~ for ${item} in ${list} }\${${item}}%{ endfor ~}`),
    ),
    { maxLength: 4 },
  )
  return {
    expression: fc.oneof(
      { depthSize: 'medium', withCrossShrink: false },
      { arbitrary: fc.constantFrom(...ATOMS), weight: 5 },
      { arbitrary: call(inner), weight: 5 },
      fc.tuple(inner, fc.constantFrom(...OPERATORS), inner).map((each) => each.join(' ')),
      fc.tuple(fc.constantFrom('!', '-'), inner).map((each) => each.join('')),
      fc.tuple(inner, inner, inner).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      listed.map((items) => `[${items.join(', ')}]`),
      fc
        .array(
          fc.tuple(
            fc.oneof(
              name,
              inner.map((key) => `(${key})`),
            ),
            inner,
          ),
          { maxLength: 3 },
        )
        .map((entries) => `{ ${entries.map(([key, value]) => `${key} = ${value}`).join(', ')} }`),
      fc.tuple(inner, fc.oneof(name, fc.constantFrom('0', '*', '*.a'))).map(([of, at]) => `${of}.${at}`),
      fc.tuple(inner, fc.oneof(inner, fc.constant('*'))).map(([of, at]) => `${of}[${at}]`),
      fc
        .tuple(name, inner, inner, fc.constantFrom('', ' if key != null'))
        .map(([item, list, value, test]) => `[for ${item}, key in ${list} : ${value}${test}]`),
      fc
        .tuple(inner, inner, inner, fc.constantFrom('', '...'))
        .map(([list, key, value, grouped]) => `{ for key, value in ${list} : ${key} => ${value}${grouped} }`),
      // Collections of two kinds, whose elements are to become of one type.
      fc
        .tuple(fc.constantFrom('true ?', 'local.unknown ?'), inner, inner)
        .map(([test, a, b]) => `(${test} tolist([${a}]) : toset([${b}]))`),
      fc.tuple(inner, inner).map(([a, b]) => `tolist([toset([${a}]), tolist([${b}])])`),
      tie('template').map((text) => `"${text}"`),
      fc
        .tuple(tie('template'), fc.constantFrom('', '-'))
        .map(([text, flush]) => `<<${flush}EOT\n  ${text}\n  EOT\n`),
    ),
    template: parts.map((each) => each.join('')),
  }
})

/** As many arguments as the function wants, mostly, and of the kind that its parameters' names promise. */
function call(inner: Arbitrary<string>): Arbitrary<string> {
  return fc.constantFrom(...CALLED).chain((name) => {
    const { parameters = [], rest } = functions[name] ?? {}
    const wanted = [...parameters, ...(rest ? [rest, rest] : [])].map(({ type }) =>
      fc.oneof({ arbitrary: ofType(type), weight: 3 }, inner),
    )
    const given = fc.oneof({ arbitrary: fc.tuple(...wanted), weight: 6 }, fc.array(inner, { maxLength: 4 }))
    return fc
      .tuple(given, fc.constantFrom('', '', '', '...', ','))
      .map(([args, end]) => `${name}(${args.join(', ')}${args.length > 0 ? end : ''})`)
  })
}

function ofType(type: { readonly kind: string }): Arbitrary<string> {
  const all = (test: RegExp) => fc.constantFrom(...ATOMS.filter((atom) => test.test(atom)))
  switch (type.kind) {
    case 'string':
      return all(/^"/)
    case 'number':
      return all(/^-?\d/)
    case 'list':
    case 'set':
    case 'tuple':
      return all(/^\[|names|nested/)
    case 'map':
    case 'object':
      return all(/^\{|tags|sizes/)
    default:
      return fc.constantFrom(...ATOMS)
  }
}

export { expression, template }
export const EXPRESSION_WORDS: readonly string[] = [
  ...ATOMS,
  ...OPERATORS.map((operator) => ` ${operator} `),
  ...CALLED.map((name) => `${name}(`),
  ...[
    '${',
    '%{',
    '~}',
    '}',
    '[*]',
    '.*',
    '...',
    ' => ',
    ' ? ',
    ' : ',
    'for ',
    ' in ',
    ' if ',
    '%{ endif }',
    '%{ endfor }',
  ],
  ...[
    '<<EOT\n',
    '<<-EOT\n',
    '\nEOT\n',
    '$${',
    '%%{',
    '\\u00e9',
    '\\U0001f916',
    '\\UFFFFFFFF',
    '/*',
    '*/',
    '#',
    '//',
    '::',
  ],
]
