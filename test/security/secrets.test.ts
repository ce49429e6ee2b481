import assert from 'node:assert/strict'
import { ascribe } from '../support/run-cli.ts'
import { commitAll, temporaryRepository, writeFiles } from '../support/temporary-folder.ts'
import { planText } from '../terraform/plan-json/plan-of.ts'
import { everyOutput } from './support/every-output.ts'

const PASSWORD = 'correct-horse-battery'
const ENVIRONMENT = {
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI-of-the-job',
  GITHUB_TOKEN: 'ghs_of-the-job',
  TF_TOKEN_registry_acme_example: 'tf-of-the-job',
  TF_VAR_password: 'tf-var-of-the-job',
  TF_VAR_team: 'team-of-the-environment',
} as const

const MAIN = `
variable "password" {
  type      = string
  sensitive = true
}
variable "size" {
  type      = number
  sensitive = true
}
variable "team" {
  default = "none"
}
locals {
  connection = "postgres://fraud:\${var.password}@db"
  nested     = { inner = [var.password, "x"] }
}
resource "aws_db_instance" "features" {
  instance_class = "db.m5.large"
  engine         = "postgres"
  password       = var.password
  tags = {
    team       = var.team
    connection = local.connection
    encoded    = base64encode(var.password)
    deep       = jsonencode(local.nested)
    length     = substr(var.password, 0, 20)
  }
}
resource "aws_instance" "train" {
  for_each      = toset([var.password])
  instance_type = "m5.large"
  user_data     = local.connection
}
module "inner" {
  source   = "./inner"
  password = var.password
}
output "password" {
  value = var.password
}
`
const FILES = {
  'main.tf': MAIN,
  'inner/main.tf':
    'variable "password" {}\nresource "aws_instance" "inner" {\n  instance_type = "m5.large"\n  tags = { name = "x-${var.password}" }\n}\n',
  'terraform.tfvars': `password = "${PASSWORD}"\n`,
  'prod.auto.tfvars': `undeclared = "${PASSWORD}"\nsize = "${PASSWORD}"\n= "${PASSWORD}"\n`,
}
const HIDDEN = [PASSWORD, Buffer.from(PASSWORD).toString('base64'), ...Object.values(ENVIRONMENT)]

function mustHide(line: string, text: string): void {
  for (const secret of HIDDEN) assert.equal(text.includes(secret), false, `${line} shows ${secret}:\n${text}`)
}

describe('a secret', () => {
  before(() => Object.assign(process.env, ENVIRONMENT))
  after(() => {
    for (const name of Object.keys(ENVIRONMENT)) delete process.env[name]
  })

  it('of a sensitive variable, of .tfvars, or of the environment is in no output of any command', () => {
    const repository = temporaryRepository({ 'README.md': 'Nothing yet\n' })
    writeFiles(repository, FILES)
    commitAll(repository, 'A database')
    for (const [line, { out, err }] of everyOutput(repository, 'HEAD~1')) mustHide(line, out + err)
  }).timeout(120_000)

  it('that a plan marks as sensitive is in no output', () => {
    const after = {
      engine: 'postgres',
      instance_class: 'db.m5.large',
      password: PASSWORD,
      tags: { a: PASSWORD, team: 'x' },
    }
    const plan = planText([
      { address: 'aws_db_instance.features', after, sensitive: { password: true, tags: { a: true } } },
      {
        address: 'aws_instance.train',
        after: { instance_type: 'm5.large', tags: { a: PASSWORD } },
        sensitive: { tags: true },
      },
    ])
    const repository = temporaryRepository({ 'main.tf': '', 'plan.json': plan })
    for (const line of [
      ...['terminal', 'json', 'csv'].map((format) => ['inspect', '--format', format]),
      ...['terminal', 'json', 'sarif', 'junit'].map((format) => ['check', '--format', format]),
      ...['terminal', 'markdown', 'html', 'json', 'csv'].map((format) => [
        'review',
        '--base',
        'HEAD',
        '--format',
        format,
      ]),
    ]) {
      const { out, err } = ascribe(repository, ...line, '--plan', 'plan.json')
      mustHide(line.join(' '), out + err)
      assert.match(out + err, /aws_(?:db_)?instance|missing-tag|\$\d/, line.join(' '))
    }
  }).timeout(120_000)
})
