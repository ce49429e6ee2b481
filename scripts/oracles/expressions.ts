import fc from 'fast-check'

/**
 * Expressions by Terraform's grammar, mostly of types that fit together: what people write, and next to it what they
 * write by mistake. Each is one line of text without references to anything outside itself.
 */
type Text = fc.Arbitrary<string>

const oneOf = (...choices: readonly Text[]): Text => fc.oneof(...choices)
const pick = (...words: readonly string[]): Text => fc.constantFrom(...words)
/** `text('${} + ${}', a, b)`: the parts in place of the braces. */
function text(pattern: string, ...parts: readonly Text[]): Text {
  const pieces = pattern.split('‹›')
  return fc
    .tuple(...parts)
    .map((filled) => pieces.map((piece, index) => piece + (filled[index] ?? '')).join(''))
}
const sequence = (item: Text, min = 0, max = 3): Text =>
  fc.array(item, { minLength: min, maxLength: max }).map((items) => `[${items.join(', ')}]`)
const mapping = (item: Text, keys: Text, max = 3): Text =>
  fc
    .uniqueArray(fc.tuple(keys, item), { selector: ([key]) => key, maxLength: max })
    .map((entries) => `{${entries.map(([key, value]) => `${key} = ${value}`).join(', ')}}`)

/** The arbitraries by kind; `hidden` are names whose values nobody knows. */
function grammar(hidden?: Text) {
  const key = pick('team', 'phase', 'model_id', '"cost-center"', '"a/b"', '"é"')
  const name = pick('team', 'phase', 'model_id')
  const word = pick('"fraud"', '"ml"', '"train"', '""', '"1"', '"true"', '"Ünï"', '"a b"', '"x,y"', '"01"')
  const small = pick('0', '1', '2', '3', '-1', '10')
  const odd = pick('0.1', '0.2', '1.5', '-2.75', '1e3', '2.50', '1e-7', '1000000', '100')
  const large = pick(
    '9007199254740993',
    '9007199254740992',
    '18446744073709551616',
    '123456789012345678901234567890',
    '0.1234567890123456789',
    '1e30',
  )
  const numeric = fc.oneof({ weight: 4, arbitrary: small }, { weight: 3, arbitrary: odd }, large)
  const truth = pick('true', 'false')
  const nothing = pick('null')
  const known = fc.oneof({ weight: 4, arbitrary: word }, { weight: 3, arbitrary: numeric }, truth, nothing)
  const scalar = hidden ? fc.oneof({ weight: 3, arbitrary: known }, { weight: 2, arbitrary: hidden }) : known

  const words = sequence(word)
  const numbers = sequence(numeric)
  const record = mapping(scalar, key)
  const row = text('{team = ‹›, gpus = ‹›}', word, numeric)
  const plain = oneOf(scalar, words, numbers, sequence(scalar), record, row, sequence(row))
  const typed = oneOf(
    text('tolist(‹›)', words),
    text('toset(‹›)', words),
    text('toset(‹›)', numbers),
    text('tomap(‹›)', mapping(word, key)),
    text('tomap(‹›)', mapping(row, key)),
    text('tolist(‹›)', sequence(row)),
  )
  const anything = hidden ? oneOf(plain, typed, hidden) : oneOf(plain, typed)

  const condition = oneOf(
    truth,
    text('‹› == ‹›', scalar, scalar),
    text('‹› != ‹›', anything, anything),
    text('‹› ‹› ‹›', numeric, pick('<', '<=', '>', '>='), numeric),
    text('can(‹›.‹›)', record, name),
    text('length(‹›) > ‹›', words, small),
    text('contains(‹›, ‹›)', words, word),
    text('!‹›', truth),
  )

  const operators = oneOf(
    text('‹› ‹› ‹›', numeric, pick('+', '-', '*', '/', '%'), numeric),
    text('‹› ‹› ‹› ‹› ‹›', numeric, pick('+', '-', '*'), numeric, pick('+', '*', '/', '%'), numeric),
    text('(‹› ‹› ‹›) ‹› ‹›', numeric, pick('+', '-'), numeric, pick('*', '/', '%'), numeric),
    text('-(‹›)', numeric),
    text('‹› ‹› ‹›', numeric, pick('<', '<=', '>', '>=', '==', '!='), numeric),
    text('‹› ‹› ‹›', scalar, pick('==', '!=', '&&', '||', '+', '<'), scalar),
    text('‹› ‹› ‹›', anything, pick('==', '!='), anything),
    text('‹› && ‹› || ‹›', condition, condition, condition),
    text('!(‹›)', condition),
    text('‹› ‹› ‹›', word, pick('+', '-', '*', '<'), numeric),
  )

  const conditionals = oneOf(
    text('‹› ? ‹› : ‹›', condition, scalar, scalar),
    text('‹› ? ‹› : ‹›', condition, words, sequence(scalar)),
    text('‹› ? ‹› : ‹›', condition, record, record),
    text('‹› ? ‹› : ‹›', condition, sequence(row), sequence(oneOf(row, record))),
    text('‹› ? ‹› : ‹›', condition, anything, anything),
    text('‹› ? ‹› : null', condition, anything),
    text('‹› ? ‹› : ‹› ? ‹› : ‹›', condition, scalar, condition, scalar, scalar),
    text('(‹› ? ‹› : ‹›).‹›', condition, row, row, pick('team', 'gpus')),
    text('length(‹› ? ‹› : ‹›)', condition, anything, anything),
  )

  const collection = oneOf(words, sequence(scalar), typed, record, sequence(row))
  const body = pick(
    'v',
    'upper(v)',
    '"${v}!"',
    '[v]',
    '{v = v}',
    'v == "ml"',
    'try(v.team, v)',
    'jsonencode(v)',
    'v + 1',
  )
  const filter = pick(
    '',
    ' if v != null',
    ' if v != ""',
    ' if try(length(v), 0) > 1',
    ' if can(v.team)',
    ' if v == "ml"',
  )
  const loops = oneOf(
    text('[for v in ‹› : ‹›‹›]', collection, body, filter),
    text('[for k, v in ‹› : ‹›‹›]', collection, pick('k', '"${k}"', '[k, v]', '{(k) = v}', 'k == v'), filter),
    text('{for k, v in ‹› : k => ‹›‹›}', oneOf(record, typed, words), body, filter),
    text(
      '{for k, v in ‹› : ‹› => ‹›...‹›}',
      collection,
      pick('jsonencode(v)', '"all"', 'k'),
      pick('k', 'v'),
      filter,
    ),
    text('{for v in ‹› : v => ‹›}', words, pick('1', 'upper(v)', '{name = v}')),
    text('{for r in ‹› : r.team => r.gpus...}', sequence(row)),
    text('[for r in ‹› : [for w in ‹› : "${r.team}-${w}"]]', sequence(row), words),
    text('flatten([for k, v in ‹› : [for w in ‹› : {key = k, word = w}]])', record, words),
    text('toset([for v in ‹› : ‹›])', sequence(scalar), body),
    text('tomap({for k, v in ‹› : k => ‹›})', record, body),
  )

  const splats = oneOf(
    text('‹›[*]', anything),
    text('‹›[*].team', oneOf(sequence(row), row, typed, nothing, record)),
    text('‹›.*.gpus', oneOf(sequence(row), row)),
    text('‹›[*].team[*]', sequence(row)),
    text('‹›[*][0]', sequence(words, 1)),
    text('length(‹›[*])', anything),
    text('one(‹›[*].team)', oneOf(sequence(row), nothing, row)),
    text('(‹› ? ‹› : null)[*].team', condition, row),
    text('toset(‹›)[*]', words),
    text('‹›[*].a.b', sequence(pick('{a = {b = 1}}', '{a = {b = "x"}}', '{a = {}}'))),
  )

  const access = oneOf(
    text('‹›.‹›', oneOf(record, row), name),
    text('‹›["‹›"]', record, name),
    text('‹›[‹›]', words, small),
    text('‹›[‹›]', oneOf(sequence(scalar), typed), oneOf(small, word)),
    text('‹›[0].team', sequence(row)),
    text('try(‹›[‹›], ‹›)', sequence(scalar), small, scalar),
    text('try(‹›.‹›, ‹›.‹›, ‹›)', record, name, record, name, scalar),
    text('can(‹›[‹›])', anything, oneOf(small, word)),
    text('lookup(‹›, "‹›", ‹›)', mapping(word, key), name, word),
  )

  const piece = oneOf(
    pick('fraud-', ' ', '-', '$${x}', '%%{x}', '\\n', '\\t', '\\"', '\\u00e9', '  ', '$ ', '100% ', '', ': '),
  )
  const hole = oneOf(
    text('${‹›}', scalar),
    text('${ ‹› ? ‹› : ‹› }', condition, word, numeric),
    text('${~ ‹› ~}', word),
    text('${upper(‹›)}', word),
    text('%{ if ‹› }‹›%{ else }‹›%{ endif }', condition, piece, piece),
    text('%{ if ‹› ~}  ‹›  %{~ endif }', condition, piece),
    text('%{ for v in ‹› }‹›${v}‹›%{ endfor }', words, piece, piece),
    text('%{ for k, v in ‹› ~} ${k}=${jsonencode(v)} %{~ endfor }', oneOf(record, words)),
    text('${join(",", ‹›)}', words),
  )
  const templates = oneOf(
    text('"‹›‹›‹›"', piece, hole, piece),
    text('"‹›‹›‹›‹›"', hole, piece, hole, piece),
    text('"${‹›}"', anything),
    text('upper("‹›‹›")', piece, hole),
    text('{("‹›‹›") = ‹›}', pick('tag-', ''), text('${‹›}', word), scalar),
  )

  const conversions = oneOf(
    text('‹›(‹›)', pick('tostring', 'tonumber', 'tobool'), anything),
    text('‹›(‹›)', pick('tolist', 'toset', 'tomap'), anything),
    text('‹›(‹›)', pick('tolist', 'toset'), sequence(anything)),
    text('tomap(‹›)', mapping(anything, key)),
    text('tolist(toset(‹›))', oneOf(words, numbers, sequence(truth), sequence(row), sequence(words))),
    text('toset(‹›)', sequence(oneOf(words, numbers, row))),
    text('tostring(‹›)', oneOf(large, odd)),
    text(
      'tonumber("‹›")',
      oneOf(large, odd, pick(' 1', '1 ', '0x1F', '1_000', '-0', '+5', '.5', '5.', '1e5')),
    ),
    text('jsondecode(jsonencode(‹›))', anything),
    text('yamldecode(yamlencode(‹›))', anything),
    text('jsonencode(‹›)', anything),
    text('yamlencode(‹›)', anything),
    text('sensitive(‹›)', anything),
    text('issensitive([sensitive(‹›), ‹›])', scalar, scalar),
    text('nonsensitive(sensitive(‹›))', anything),
    text('ephemeralasnull(‹›)', anything),
    text('issensitive(sensitive(‹›) == ‹› ? ‹› : ‹›)', word, word, scalar, scalar),
  )

  const listOfAny = oneOf(words, numbers, sequence(scalar), typed)
  const functions = oneOf(
    text('merge(‹›, ‹›)', record, record),
    text('merge(‹›, null, ‹›)', record, row),
    text('merge(‹›...)', sequence(record)),
    text('merge([for w in ‹› : {(w) = ‹›}]...)', words, scalar),
    text('concat(‹›, ‹›)', listOfAny, listOfAny),
    text('flatten([‹›, [‹›]])', listOfAny, sequence(words)),
    text('distinct(‹›)', listOfAny),
    text(
      '‹›(‹›)',
      pick('keys', 'values', 'length', 'one', 'reverse', 'sort', 'sum', 'compact', 'alltrue', 'anytrue'),
      anything,
    ),
    text(
      '‹›(‹›, ‹›)',
      pick('setunion', 'setintersection', 'setsubtract', 'setproduct', 'concat'),
      listOfAny,
      listOfAny,
    ),
    text('element(‹›, ‹›)', listOfAny, small),
    text('slice(‹›, ‹›, ‹›)', listOfAny, small, small),
    text('chunklist(‹›, ‹›)', listOfAny, small),
    text('coalesce(‹›, ‹›, ‹›)', scalar, scalar, scalar),
    text('coalescelist(‹›, ‹›)', listOfAny, listOfAny),
    text('zipmap(‹›, ‹›)', words, sequence(scalar)),
    text('transpose(‹›)', mapping(words, key)),
    text('lookup(‹›, ‹›, ‹›)', oneOf(record, row), word, scalar),
    text('‹›(‹›, ‹›)', pick('contains', 'index'), listOfAny, scalar),
    text('matchkeys(‹›, ‹›, ‹›)', words, words, words),
    text('‹›(‹›...)', pick('max', 'min', 'coalesce', 'concat'), numbers),
    text('‹›(‹›)', pick('abs', 'ceil', 'floor', 'signum'), numeric),
    text('‹›(‹›, ‹›)', pick('log', 'pow'), small, small),
    text(
      'parseint(‹›, ‹›)',
      pick('"ff"', '"777"', '"-10"', '"zz"', '""'),
      pick('2', '8', '10', '16', '36', '62', '63'),
    ),
    text('range(‹›, ‹›)', small, small),
    text('range(‹›, ‹›, ‹›)', numeric, small, numeric),
    text(
      'format(‹›, ‹›, ‹›)',
      pick('"%s-%s"', '"%d %s"', '"%v/%v"', '"%05d%%%s"', '"%-6s|%q"', '"%.2f %s"', '"%#v %v"', '"%s"'),
      anything,
      scalar,
    ),
    text(
      'formatlist(‹›, ‹›, ‹›)',
      pick('"%s=%s"', '"%v%v"', '"%03d-%s"'),
      listOfAny,
      oneOf(scalar, listOfAny),
    ),
    text(
      '‹›(‹›)',
      pick(
        'upper',
        'lower',
        'title',
        'trimspace',
        'strrev',
        'chomp',
        'strlen',
        'base64encode',
        'urlencode',
        'md5',
      ),
      scalar,
    ),
    text(
      '‹›(‹›, ‹›)',
      pick('split', 'trim', 'trimprefix', 'trimsuffix', 'startswith', 'endswith', 'strcontains'),
      word,
      word,
    ),
    text('join(‹›, ‹›)', word, listOfAny),
    text('substr(‹›, ‹›, ‹›)', word, small, small),
    text(
      'replace(‹›, ‹›, ‹›)',
      word,
      pick('"a"', '"/[a-m]+/"', '""', '"/(.)/"', '"/^$/"'),
      pick('"x"', '"$1$1"', '"${"a"}"'),
    ),
    text('regex(‹›, ‹›)', pick('"[a-z]+"', '"(?P<a>.)(?P<b>.)"', '"(.)(.)?"', '"^$"'), word),
    text('regexall(‹›, ‹›)', pick('"[a-z]"', '"(.)(.)"', '"(?P<a>.)"'), word),
    text('indent(‹›, ‹›)', small, pick('"a\\nb"', '"a"', '""')),
    text('cidrsubnet("10.0.0.0/8", ‹›, ‹›)', small, small),
    text('cidrhost("10.1.0.0/24", ‹›)', small),
    text('defaults(‹›)', record),
    text(
      '‹›(‹›)',
      pick('upper', 'merge', 'length', 'join', 'element', 'lookup', 'nosuchfunction'),
      oneOf(scalar, record),
    ),
  )

  const leaf = oneOf(operators, conditionals, loops, splats, access, templates, conversions, functions)
  const mixed = oneOf(
    text('‹› == ‹›', leaf, leaf),
    text('try(‹›, ‹›)', leaf, leaf),
    text('can(‹›)', leaf),
    text('‹› ? ‹› : ‹›', condition, leaf, leaf),
    text('[‹›, ‹›]', leaf, leaf),
    text('tolist([‹›, ‹›])', leaf, leaf),
    text('{a = ‹›, b = ‹›}', leaf, leaf),
    text('tomap({a = ‹›, b = ‹›})', leaf, leaf),
    text('[for v in ‹› : v]', leaf),
    text('merge({a = ‹›}, {b = ‹›})', leaf, leaf),
    text('length(‹›)', leaf),
    text('"${‹›}-${‹›}"', leaf, leaf),
    text('jsonencode({a = ‹›})', leaf),
    text('coalesce(‹›, ‹›)', leaf, leaf),
    text('flatten([‹›, ‹›])', leaf, leaf),
    text('toset([‹›, ‹›])', leaf, leaf),
  )

  return { operators, conditionals, loops, splats, access, templates, conversions, functions, mixed }
}

/** How many cases of each kind, with everything known. */
const KNOWN = {
  operators: 250,
  conditionals: 250,
  loops: 250,
  splats: 150,
  access: 150,
  templates: 250,
  conversions: 300,
  functions: 600,
  mixed: 500,
} as const

/** How many cases in which some parts are unknown. */
const PARTLY = 1000

const SEED = 20261121

/** The generated cases by kind, each once: the same in every run. */
export function generatedExpressions(): Readonly<Record<string, readonly string[]>> {
  const arbitraries = grammar()
  return Object.fromEntries(
    Object.entries(KNOWN).map(([kind, count]) => [
      kind,
      drawn(arbitraries[kind as keyof typeof KNOWN], count),
    ]),
  )
}

/** Expressions about `hidden`, of which nothing is known before apply, and `id`, which is then some string. */
export function partlyUnknownExpressions(): readonly string[] {
  const arbitraries = Object.values(grammar(pick('hidden', 'id', '"${id}"', '{team = id}', '[id, "ml"]')))
  const cases = drawn(oneOf(...arbitraries), PARTLY * 3)
  return cases.filter((expression) => /\b(?:hidden|id)\b/.test(expression)).slice(0, PARTLY)
}

function drawn(arbitrary: Text, count: number): readonly string[] {
  return [...new Set(fc.sample(arbitrary, { seed: SEED, numRuns: count * 2 }))].slice(0, count)
}
