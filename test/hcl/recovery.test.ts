import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Body } from '../../core/hcl/syntax.ts'
import { printBody } from './print-tree.ts'
import { messages, read } from './read.ts'

/** Half-typed files → what is said, and what is still seen. */
const cases: {
  readonly name: string
  readonly text: string
  readonly said: string[]
  readonly seen: string
}[] = [
  {
    name: 'a block left open does not swallow the next',
    text: `resource "aws_instance" "train" {
  ami = "a"

resource "aws_instance" "serve" {
  ami = "b"
}
`,
    said: ['1:1: block "resource" is not closed, expected "}"'],
    seen: `resource "aws_instance" "train" {
  ami = "a"
}
resource "aws_instance" "serve" {
  ami = "b"
}
`,
  },
  {
    name: 'a header just typed does not swallow the next block',
    text: `resource "aws_instance" "train" {
resource "aws_instance" "serve" {
  ami = "b"
}
`,
    said: ['1:1: block "resource" is not closed, expected "}"'],
    seen: `resource "aws_instance" "train" {
}
resource "aws_instance" "serve" {
  ami = "b"
}
`,
  },
  {
    name: 'a nested block left open ends where the indentation says',
    text: `resource "aws_instance" "train" {
  root_block_device {
    volume_size = 200

  tags = {
    team = "fraud"
  }
}
output "id" {
  value = 1
}
`,
    said: ['2:3: block "root_block_device" is not closed, expected "}"'],
    seen: `resource "aws_instance" "train" {
  root_block_device {
    volume_size = 200
  }
  tags = {team: "fraud"}
}
output "id" {
  value = 1
}
`,
  },
  {
    name: 'an object left open ends where the indentation says',
    text: `locals {
  tags = {
    team = "fraud"
  names = ["a"]
}
`,
    said: ['2:10: object is not closed, expected "}"'],
    seen: 'locals {\n  tags = {team: "fraud"}\n  names = ["a"]\n}\n',
  },
  {
    name: 'a value not yet typed',
    text: 'locals {\n  team =\n  phase = "serving"\n  tags = { a = , b = 1 }\n}\n',
    said: ['2:9: unexpected end of line, expected a value', '4:16: unexpected ",", expected a value'],
    seen: 'locals {\n  team = <error>\n  phase = "serving"\n  tags = {a: <error>, b: 1}\n}\n',
  },
  {
    name: 'a name not yet followed by anything',
    text: 'locals {\n  te\n  phase = "serving"\n}\n',
    said: ['2:5: unexpected end of line, expected "= value" or a block after "te"'],
    seen: 'locals {\n  phase = "serving"\n}\n',
  },
  {
    name: 'a reference not yet finished',
    text: 'locals {\n  a = var.\n  b = [local., 1]\n  c = "x-${var.}-y"\n}\n',
    said: [
      '2:10: unexpected end of reference, expected an attribute name after "."',
      '3:13: unexpected end of reference, expected an attribute name after "."',
      '4:15: unexpected end of reference, expected an attribute name after "."',
    ],
    seen: 'locals {\n  a = <error>\n  b = [<error>, 1]\n  c = <"x-" ${<error>} "-y">\n}\n',
  },
  {
    name: 'one bad line in a map costs that line',
    text: 'locals {\n  tags = {\n    team = "fraud"\n    phase "serving"\n    model = x y\n    env = "prod"\n  }\n}\n',
    said: [
      '4:11: unexpected quote ("), expected "=" and a value after the key',
      '5:15: unexpected "y", expected a line break, "," or "}" after the value',
    ],
    seen: 'locals {\n  tags = {team: "fraud", model: x, env: "prod"}\n}\n',
  },
  {
    name: 'an open parenthesis or bracket ends before the next argument',
    text: 'locals {\n  a = merge(x,\n    y\n  b = [1,\n    2,\n  c = 3\n}\n',
    said: [
      '4:3: unexpected "b", expected "," or ")" in the arguments of "merge"',
      '6:3: unexpected "c", expected a value',
    ],
    seen: 'locals {\n  a = merge(x, y)\n  b = [1, 2, <error>]\n  c = 3\n}\n',
  },
  {
    name: 'a string left open ends with its line',
    text: 'resource "aws_instance" "train {\n  ami = "a"\n}\nlocals {\n  b = "c\n  d = "e-${f"\n}\n',
    said: [
      '1:25: string is not closed, expected a quote (") on the same line',
      '1:33: unexpected end of line, expected "{" on the line of block "resource"',
      '5:7: string is not closed, expected a quote (") on the same line',
      '6:13: unexpected quote ("), expected "}" to end "${" (a literal "${" is written "$${")',
    ],
    seen: 'resource "aws_instance" "train {" {\n}\nlocals {\n  b = "c"\n  d = <"e-" ${f}>\n}\n',
  },
  {
    name: 'a heredoc left open costs its argument',
    text: `resource "aws_launch_template" "train" {
  metadata_options {
    note = <<-EOT
      only what
  }
  ami = "a"
}
resource "aws_instance" "serve" {
  user_data = <<-EOT
    #!/bin/sh
  EOT
}
`,
    said: ['3:12: heredoc is not closed, expected a line that holds only "EOT"'],
    seen: `resource "aws_launch_template" "train" {
  metadata_options {
    note = <error>
  }
  ami = "a"
}
resource "aws_instance" "serve" {
  user_data = heredoc"#!/bin/sh\\n"
}
`,
  },
  {
    name: "a shell's own variable in a heredoc costs nothing else",
    text: 'a = <<-EOT\n  echo ${HOME:-x} ${var.y}\n  b = c\n  EOT\nd = 1\n',
    said: ['2:14: unexpected ":", expected "}" to end "${" (a literal "${" is written "$${")'],
    seen: 'a = heredoc<"echo " ${HOME} " " ${var.y} "\\nb = c\\n">\nd = 1\n',
  },
  {
    name: 'a brace too many',
    text: 'resource "a" "b" {\n  tags = {\n    x = 1\n  }\n  }\n  name = "y"\n}\n}\nlocals {\n}\n',
    said: [
      '5:3: unexpected "}": nothing is open at this indentation',
      '8:1: unexpected "}": no block is open that it could close',
    ],
    seen: 'resource "a" "b" {\n  tags = {x: 1}\n  name = "y"\n}\nlocals {\n}\n',
  },
  {
    name: 'a file without indentation is still read as far as it goes',
    text: 'resource "a" "b" {\ntags = {\nx = 1\n}\nroot {\nsize = 1\n}\nname = = 2\nlast = 3\n}\nlocals {\n}\n',
    said: ['8:8: unexpected "=", expected a value'],
    seen: 'resource "a" "b" {\n  tags = {x: 1}\n  root {\n    size = 1\n  }\n  name = <error>\n  last = 3\n}\nlocals {\n}\n',
  },
]

describe('recovery: half-typed files', () => {
  for (const { name, text, said, seen } of cases) {
    it(name, () => {
      const { body, problems } = read(text)
      assert.equal(printBody(body), seen)
      assert.deepEqual(messages(problems), said)
    })
  }
})

describe('recovery: while a file is typed', () => {
  const text = readFileSync(new URL('fixtures/gpu-training-run.tf', import.meta.url), 'utf8')
  const whole = blockNames(read(text).body)

  it('a line cut short anywhere leaves the other blocks', () => {
    let kept = 0
    let all = 0
    const lines = text.split('\n')
    lines.forEach((line, index) => {
      for (const cut of [Math.floor(line.length / 3), Math.floor((2 * line.length) / 3)]) {
        const typed = lines.with(index, line.slice(0, cut)).join('\n')
        const seen = new Set(blockNames(read(typed).body))
        kept += whole.filter((name) => seen.has(name)).length
        all += whole.length
      }
    })
    assert.ok(kept / all > 0.97, `${kept} of ${all} blocks kept`)
  })
})

function blockNames(body: Body, path = ''): string[] {
  return body.blocks.flatMap((block) => {
    const name = `${path}/${[block.type, ...block.labels.map((label) => label.value)].join('.')}`
    return [name, ...blockNames(block.body, name)]
  })
}
