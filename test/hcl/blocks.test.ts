import assert from 'node:assert/strict'
import { print, printBody } from './print-tree.ts'
import { assertProblems, messages, read, readValid } from './read.ts'

describe('blocks and arguments', () => {
  it('nest, in the order written', () => {
    const { body } = readValid(`# the box
resource "aws_instance" train {
  ami = "ami-1"
  root_block_device {
    volume_size = 200
  }

  lifecycle { prevent_destroy = true }
  timeouts {}
  tags = {}
}
`)
    assert.equal(
      printBody(body),
      `resource "aws_instance" "train" {
  ami = "ami-1"
  root_block_device {
    volume_size = 200
  }
  lifecycle {
    prevent_destroy = true
  }
  timeouts {
  }
  tags = {}
}
`,
    )
  })

  it('know where they stand', () => {
    const text = 'resource "aws_instance" "train" {\n  ami = data.a.id # latest\n}\n'
    const block = readValid(text).body.blocks[0]!
    const attribute = block.body.attributes[0]!
    const at = (span: { start: number; end: number }) => text.slice(span.start, span.end)
    assert.equal(at(block), text.trimEnd())
    assert.equal(at(block.typeSpan), 'resource')
    assert.deepEqual(block.labels.map(at), ['"aws_instance"', '"train"'])
    assert.equal(at(block.body), '{\n  ami = data.a.id # latest\n}')
    assert.equal(at(attribute), 'ami = data.a.id')
    assert.equal(at(attribute.nameSpan), 'ami')
    assert.equal(at(attribute.value), 'data.a.id')
  })

  it('comments are kept whole, wherever they stand', () => {
    const text = `# one\r
// two
a /* three */ = [ # four
  1, /* fi
  ve */ 2
]
b = "# not one" # six`
    const { comments } = readValid(text)
    assert.deepEqual(
      comments.map((comment) => comment.text),
      ['# one', '// two', '/* three */', '# four', '/* fi\n  ve */', '# six'],
    )
    for (const { text: kept, start, end } of comments) assert.equal(text.slice(start, end), kept)
  })

  it('a byte order mark and Windows line breaks change nothing', () => {
    const text = 'locals {\n  a = <<EOT\nx\nEOT\n  b = [\n    1,\n  ]\n}\n'
    const windows = readValid(`\ufeff${text.replaceAll('\n', '\r\n')}`)
    assert.equal(printBody(windows.body).replaceAll('\\r', ''), printBody(readValid(text).body))
  })

  it('an empty file is one', () => {
    for (const text of ['', '\n', '# only a word', '\ufeff']) {
      const { body } = readValid(text)
      assert.deepEqual([body.attributes, body.blocks], [[], []])
    }
  })
})

describe('problems say what is wrong, and what would be right', () => {
  it('about arguments', () => {
    assertProblems(`locals {
  ami = "a", type = "b"
#          ^ unexpected ",": arguments are separated by line breaks
  ami = "b"
# ^^^ argument "ami" is already set at line 2, expected it once
  count == 1
#       ^^ unexpected "==", expected "= value" or a block after "count"
  "team" = "fraud"
# ^ unexpected quote ("), expected an argument (name = value) or a block (name { … })
}
`)
  })

  it('about what other languages write', () => {
    assertProblems(`
team = 'fraud'
#      ^ unexpected single quote ('), expected strings in double quotes
size = 1;
#       ^ unexpected ";", expected a line break between arguments
mode = "a" & "b"
#          ^ unknown operator "&", expected "&&"
name = “fraud”
#      ^ unexpected curly quote (“), expected strings in straight double quotes
text = \`a\`
#      ^ unexpected backquote (\`), expected double quotes, or a heredoc (<<EOT) for several lines
cost = €5
#      ^ unexpected "€", expected a value
`)
  })

  it('about blocks', () => {
    assertProblems(`lifecycle { a = 1, b = 2 }
#                ^ unexpected ",": a block on one line holds one argument
resource "aws_instance" "train"
#                              ^ unexpected end of line, expected "{" on the line of block "resource"
timeouts { create { a = 1 } }
#          ^^^^^^ block "create" in a block on one line, expected one argument
network { a = 1 } subnet { }
#                 ^^^^^^ unexpected "subnet", expected a line break after "}"
tags {
  team = "fraud" }
#                ^ unexpected "}", expected a line break before it
`)
  })

  it('about expressions', () => {
    assertProblems(`a = 1 +
#      ^ unexpected end of line, expected a value
b = [1 2]
#      ^ unexpected "2", expected "," or "]"
c = f(1 2)
#       ^ unexpected "2", expected "," or ")" in the arguments of "f"
d = x ? 1
#        ^ unexpected end of line, expected ":" and the value for when the condition is false
e = { a 1 }
#       ^ unexpected "1", expected "=" and a value after the key
f = [for x in y => x]
#               ^^ unexpected "=>", expected ":" after what "for" goes through
g = {for x in y : x}
#                 ^ "for" in braces builds an object, expected "key => value"
h = [for x in y : x => x]
#                 ^ "for" in brackets builds a list, expected a value without "key =>"
i = a::b
#       ^ unexpected end of line, expected "(" after the function name "a::b"
j = x.0.1
#     ^^^ ".0.1" is not an index, expected "[0][1]"
k = 1.2.3
#   ^^^^^ "1.2.3" is not a number, expected one like 16, 0.25 or 1e6
l = var.
#      ^ unexpected end of reference, expected an attribute name after "."
m = a.*.b.*.c
#         ^ ".*" cannot follow within another ".*", expected "[*]" for both
n = f(a..., b)
#         ^ unexpected ",", expected ")" after "..."
`)
  })

  it('about what is too deep', () => {
    const { problems } = read(`a = ${'('.repeat(300)}1${')'.repeat(300)}\nb = 2\n`)
    assert.deepEqual(messages(problems), [
      '1:255: nested more than 250 levels deep. move inner parts into locals or variables',
    ])
    const chain = read(`a = ${'x + '.repeat(2000)}1\nb = 2\n`)
    assert.match(chain.problems[0]!.message, /more than 1000 operations in a row/)
    assert.deepEqual(
      chain.body.attributes.map((attribute) => attribute.name),
      ['a', 'b'],
    )
    assert.equal(print(chain.body.attributes[1]!.value), '2')
  })
})
