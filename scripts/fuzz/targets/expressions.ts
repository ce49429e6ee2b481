import { toPlain } from '../../../core/domain/plain.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { ConfigurationLoader, loadProject } from '../../../core/terraform/index.ts'
import { EXPRESSION_WORDS, expression } from '../grammars/expressions.ts'
import { mustBeTold, mustBeWithin } from '../must.ts'
import type { FuzzTarget } from '../target.ts'

/** What an expression may refer to. */
const SURROUNDINGS = `
variable "team" { default = "fraud-ml" }
variable "sizes" {
  type    = map(number)
  default = { a = 1, b = 2 }
}
variable "absent" {}
locals {
  names   = ["fraud", "ranking", "fraud"]
  tags    = { team = var.team, model_id = "fraud-v3" }
  nested  = [[1, [2]], [], ["x"]]
  unknown = data.aws_ami.gpu.id
  secret  = sensitive("hunter2")
}
data "aws_ami" "gpu" {}
resource "aws_instance" "train" { tags = local.tags }
resource "aws_instance" "each" {
  for_each = var.sizes
  tags     = { size = each.value }
}
resource "aws_instance" "many" { count = 2 }
`

/** What is the same in every run is parsed once. */
const SAME = new ConfigurationLoader(memoryTree({ 'main.tf': SURROUNDINGS }))
SAME.module('')

export default {
  files: /^core\/terraform\/(?:evaluation|functions|types)\//,
  seeds: () => EXPRESSION_WORDS.filter((word) => !/[({]$/.test(word)),
  grammar: expression,
  words: EXPRESSION_WORDS,
  run: (text) => {
    const tree = memoryTree({
      'main.tf': SURROUNDINGS,
      'drawn.tf': `resource "aws_instance" "drawn" {\n  for_each = var.sizes\n  tags = ${text}\n}\nlocals {\n  drawn = ${text}\n}\nresource "aws_instance" "counted" {\n  count = local.drawn\n}\n`,
      'fraud.json': '{"team": "fraud"}',
    })
    const spec = { id: '.', root: '', variableFiles: [], workspace: 'default' }
    const { resources, problems } = loadProject(new ConfigurationLoader(tree, SAME), spec)
    mustBeTold(problems)
    for (const { address, attributes, range } of resources) {
      mustBeWithin(range, address)
      toPlain(attributes)
    }
  },
} satisfies FuzzTarget
