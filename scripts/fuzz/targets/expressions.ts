import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { toPlain } from '../../../core/domain/plain.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { ConfigurationLoader, loadProject } from '../../../core/terraform/index.ts'
import {
  CONFIGURATION_SEEDS,
  CONFIGURATION_WORDS,
  configuration,
  FILE_LINE,
} from '../grammars/configuration.ts'
import { EXPRESSION_WORDS, expression } from '../grammars/expressions.ts'
import { mustBeTold, mustBeWithin } from '../must.ts'
import type { FuzzTarget } from '../target.ts'

/** What an expression may refer to, from the root module's folder, whose name is in the tree. */
const ROOT = 'ml'
const SURROUNDINGS = {
  'main.tf': `
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
`,
  'serve/main.tf': `
variable "models" { default = [] }
variable "team" {
  type     = string
  nullable = false
  default  = "risk"
}
resource "aws_instance" "serve" { tags = { team = var.team } }
output "tags" { value = aws_instance.serve.tags }
`,
  'fraud.json': '{"team": "fraud"}',
}

const treeOf = (files: Readonly<Record<string, string>>) =>
  memoryTree(Object.fromEntries(Object.entries(files).map(([name, text]) => [`${ROOT}/${name}`, text])))

/** What is the same in every run is parsed once. */
const SAME = new ConfigurationLoader(treeOf(SURROUNDINGS))
for (const folder of [ROOT, `${ROOT}/serve`]) SAME.module(folder)

/** An expression where one may stand, or blocks of a project: of this one, or of one whose first file has a name. */
function filesOf(text: string): Readonly<Record<string, string>> {
  if (
    !/^(?:#=== |(?:resource|ephemeral|data|module|provider|variable|output|locals|moved|terraform)\b)/.test(
      text,
    )
  )
    return {
      ...SURROUNDINGS,
      'drawn.tf': `resource "aws_instance" "drawn" {\n  for_each = var.sizes\n  tags = ${text}\n}\nlocals {\n  drawn = ${text}\n}\nresource "aws_instance" "counted" {\n  count = local.drawn\n}\n`,
    }
  const [first = '', ...files] = text.split(new RegExp(`^${FILE_LINE}`, 'm'))
  const named = files.map((file) => {
    const end = file.indexOf('\n')
    return [file.slice(0, end), file.slice(end + 1)]
  })
  return { ...(first !== '' && { ...SURROUNDINGS, 'drawn.tf': first }), ...Object.fromEntries(named) }
}

export default {
  files: /^core\/terraform\/(?:evaluation|functions|types)\//,
  seeds: (root) => [
    ...CONFIGURATION_SEEDS,
    `${FILE_LINE}main.tf\nvariable "a" {}\nlocals {\n  b = var.a\n}\n${FILE_LINE}terraform.tfvars\na = var.b\n`,
    ...caseExpressions(path.join(root, 'test/terraform/functions')),
    ...projects(path.join(root, 'test/terraform/plan/cases')),
  ],
  grammar: fc.oneof({ arbitrary: expression, weight: 2 }, configuration),
  words: [...EXPRESSION_WORDS, ...CONFIGURATION_WORDS],
  run: (text) => {
    const tree = treeOf(filesOf(text))
    const spec = { id: ROOT, root: ROOT, variableFiles: [], workspace: 'default' }
    const { resources, problems } = loadProject(new ConfigurationLoader(tree, SAME), spec)
    mustBeTold(problems)
    for (const { address, attributes, defaultTags, region, range } of resources) {
      mustBeWithin(range, address)
      toPlain(attributes)
      toPlain(region)
      if (defaultTags) toPlain(defaultTags)
    }
  },
} satisfies FuzzTarget

/** Those that the tests of the functions hold against Terraform's answers. */
function caseExpressions(folder: string): readonly string[] {
  const names = readdirSync(path.join(folder, 'cases')).filter((name) => /^(?!generated).*\.txt$/.test(name))
  const files = [...names.map((name) => path.join('cases', name)), 'messages.golden']
  return files
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .map((line) => line.split('\t')[0]!)
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** The small ones of those whose plans the tests hold against Terraform's. */
function projects(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((story) => {
    const files = readdirSync(path.join(folder, story), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:tf|json|tfvars|tpl|yaml)$/.test(name))
      .map((name) => `${FILE_LINE}${name}\n${readFileSync(path.join(folder, story, name), 'utf8')}`)
    const text = files.join('\n')
    return text.length < 1_500 ? [text] : []
  })
}
