import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parseTemplate } from '../../core/hcl/parse.ts'
import type { Expression, TemplatePart } from '../../core/hcl/syntax.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { print } from './print-tree.ts'
import { assertProblems, expression, messages, readValid } from './read.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

/** Just enough evaluation to compare texts with Terraform's: literals, tuples of literals, variables of `for`. */
type Simple = string | number | boolean | readonly Simple[]
type Scope = Readonly<Record<string, Simple>>

function evaluate(node: Expression, scope: Scope): Simple {
  switch (node.kind) {
    case 'literal':
      return node.value ?? 'null'
    case 'template':
      return render(node.parts, scope)
    case 'tuple':
      return node.items.map((item) => evaluate(item, scope))
    case 'variable':
      return scope[node.name]!
    case 'binary':
      return evaluate(node.left, scope) === evaluate(node.right, scope)
    default:
      throw new Error(`the fixtures hold no ${node.kind}`)
  }
}

function render(parts: readonly TemplatePart[], scope: Scope): string {
  return parts.map((part) => renderPart(part, scope)).join('')
}

function renderPart(part: TemplatePart, scope: Scope): string {
  switch (part.kind) {
    case 'text':
      return part.value
    case 'interpolation':
      return String(evaluate(part.expression, scope))
    case 'if':
      return render(evaluate(part.condition, scope) === true ? part.then : part.otherwise, scope)
    case 'for': {
      const items = evaluate(part.collection, scope) as readonly Simple[]
      return items
        .map((item, index) =>
          render(part.body, { ...scope, [part.valueName]: item, [part.keyName ?? '']: index }),
        )
        .join('')
    }
    default:
      return part satisfies never
  }
}

for (const name of ['templates', 'templates-crlf']) {
  describe(`${name}.tf: texts as Terraform decodes, strips and flushes them`, () => {
    const expected = JSON.parse(fixture(`${name}.expected.json`)) as Record<string, string>
    const { body } = readValid(fixture(`${name}.tf`))
    const cases = body.blocks[0]!.body.attributes[0]!.value
    assert.equal(cases.kind, 'object')
    if (cases.kind !== 'object') return
    for (const { key, value } of cases.items) {
      const of = key.kind === 'name' ? key.name : ''
      it(of, () => assert.equal(evaluate(value, {}), expected[of]))
    }
    it('leaves none out', () => assert.equal(cases.items.length, Object.keys(expected).length))
  })
}

describe('templates: parts', () => {
  it('an empty string has none, a plain one a single text', () => {
    assert.equal(expression('""'), '""')
    assert.equal(expression('"fraud"'), '"fraud"')
    assert.equal(expression('"a\\nb $${c}"'), '"a\\nb ${c}"')
  })

  it('an interpolation alone can be told from one beside an emptied text', () => {
    assert.equal(expression('"${x}"'), '<${x}>')
    assert.equal(expression('" ${~ x}"'), '<"" ${x}>')
  })

  it('directives nest', () => {
    assert.equal(
      expression('"a%{ if gpu }b${c}%{ else }%{ for k, v in d }${v}%{ endfor }%{ endif }"'),
      '<"a" (if gpu <"b" ${c}> <(for k, v in d <${v}>)>)>',
    )
  })

  it('each part spans what it was written as', () => {
    const text = 'a = "x\\ty ${var.team}%{ if z }1%{ endif }$${q}"\n'
    const value = readValid(text).body.attributes[0]!.value
    assert.equal(value.kind, 'template')
    if (value.kind !== 'template') return
    assert.deepEqual(
      value.parts.map((part) => text.slice(part.start, part.end)),
      ['x\\ty ', '${var.team}', '%{ if z }1%{ endif }', '$${q}'],
    )
  })

  it('a heredoc spans from its introducer to its marker', () => {
    const text = 'a = f(<<-EOT\n  x\n  EOT\n)\n'
    const call = readValid(text).body.attributes[0]!.value
    assert.equal(call.kind, 'call')
    if (call.kind !== 'call') return
    const heredoc = call.args[0]!
    assert.equal(text.slice(heredoc.start, heredoc.end), '<<-EOT\n  x\n  EOT')
  })
})

describe('templates: whole files', () => {
  const file = (text: string) => parseTemplate(new SourceFile('user-data.sh.tftpl', text))

  it('quotes, backslashes and lines are text', () => {
    const { template, problems } = file(
      '#!/bin/bash\necho "\\n ${name}"\n%{ for m in models ~}\n${m}\n%{ endfor }$',
    )
    assert.deepEqual(messages(problems), [])
    assert.equal(
      print(template),
      'file<"#!/bin/bash\\necho \\"\\\\n " ${name} "\\"\\n" (for m in models <"" ${m} "\\n">) "$">',
    )
  })

  it('an empty file has no parts', () => {
    assert.deepEqual(file('').template.parts, [])
  })

  it("a shell's own ${…} is a problem that says how to escape it, and the rest is kept", () => {
    const { template, problems } = file('a ${NAME:-x} b\nc ${d}\n')
    assert.deepEqual(messages(problems), [
      '1:9: unexpected ":", expected "}" to end "${" (a literal "${" is written "$${")',
    ])
    assert.equal(print(template), 'file<"a " ${NAME} " b\\nc " ${d} "\\n">')
  })
})

describe('templates: problems', () => {
  it('name the escape that does not exist', () => {
    assertProblems(`pattern = "\\d+"
#          ^^ unknown escape "\\d", expected \\n, \\r, \\t, \\", \\\\, \\uNNNN or \\UNNNNNNNN
`)
    assertProblems(`name = "\\u12"
#       ^^^^ "\\u12" is not a character, expected 4 hexadecimal digits
`)
  })

  it('a string ends on its line', () => {
    assertProblems(`team = "fraud
#      ^^^^^^ string is not closed, expected a quote (") on the same line
phase = "serving"
`)
  })

  it('directives come in pairs', () => {
    assertProblems(`a = "%{ if x }y"
#    ^^^^^^^^^ "%{ if … }" is not ended, expected "%{ endif }"
b = "%{ endfor }"
#    ^^^^^^^^^^^ unexpected "%{ endfor }", expected nothing that it could end
c = "%{ if x }%{ endfor }%{ endif }"
#             ^^^^^^^^^^^ unexpected "%{ endfor }", expected "%{ endif }"
d = "%{ if x }%{ else }%{ else }%{ endif }"
#                      ^^^^^^^^^ "%{ else }" belongs once into "%{ if … }"
e = "%{ fi }"
#       ^^ unknown directive "fi", expected "if", "else", "endif", "for" or "endfor"
`)
  })

  it('a label is a plain string', () => {
    assertProblems(`module "a-\${var.b}" {
#         ^^^^^^^^ a label cannot be computed, expected a plain string (a literal "\${" is written "$\${")
}
`)
  })
})
