import assert from 'node:assert/strict'
import { toPlain } from '../../core/domain/plain.ts'
import { inspect } from '../../core/inspect/inspect.ts'
import { findConfig } from '../../core/settings/find-config.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { ConfigurationLoader, discoverRoots } from '../../core/terraform/index.ts'
import { frozenBook } from '../support/frozen-book.ts'

type Files = Readonly<Record<string, string>>

const roots = (files: Files) => discoverRoots(new ConfigurationLoader(memoryTree(files)))

function inspected(files: Files) {
  const tree = memoryTree(files)
  return inspect(tree, { below: '', placed: findConfig(tree, ''), prices: frozenBook() })
}

const BOX = 'resource "aws_instance" "serve" {\n  instance_type = "g5.xlarge"\n}\n'
const AWS = 'provider "aws" {\n  region = "us-east-1"\n}\n'

describe('root modules that are found', () => {
  it('folders that nobody calls, and called ones with a backend or HCP Terraform', () => {
    const call = (source: string) => `module "m" {\n  source = "${source}"\n}\n`
    assert.deepEqual(
      roots({
        'live/prod/main.tf': call('../../modules/serving') + call('../network').replace('"m"', '"n"'),
        'live/network/main.tf': `terraform {\n  backend "s3" {}\n}\n${BOX}`,
        'live/cloud/main.tf': 'terraform {\n  cloud {}\n}\n',
        'live/all/main.tf': call('../cloud'),
        'modules/serving/main.tf': BOX,
        'modules/serving/examples/complete/main.tf': call('../..'),
        'unused/main.tofu': BOX,
      }),
      ['live/all', 'live/cloud', 'live/network', 'live/prod', 'modules/serving/examples/complete', 'unused'],
    )
  })

  it('a called folder that configures a provider is one only where Terraform runs in it', () => {
    const files = { 'main.tf': 'module "m" {\n  source = "./legacy"\n}\n', 'legacy/main.tf': AWS + BOX }
    assert.deepEqual(roots(files), [''])
    assert.deepEqual(roots({ ...files, 'legacy/.terraform.lock.hcl': '' }), ['', 'legacy'])
    assert.deepEqual(roots({ ...files, 'legacy/terraform.tfvars': '' }), ['', 'legacy'])
  })
})

describe('projects of ascribe.yml', () => {
  const main = `${AWS}
variable "replicas" {}
resource "aws_instance" "serve" {
  count         = var.replicas
  instance_type = "g5.xlarge"
  tags          = { environment = terraform.workspace }
}`
  const yml = `version: 1
projects:
  - name: serving-dev
    path: infra
    var-files: [dev.tfvars]
    workspace: dev
  - name: serving-prod
    path: infra
    var-files: [prod.tfvars]
    workspace: prod
`

  it('the same folder with the values and the workspace of each environment, side by side', () => {
    const { resources, problems } = inspected({
      'ascribe.yml': yml,
      'infra/main.tf': main,
      'infra/dev.tfvars': 'replicas = 1',
      'infra/prod.tfvars': 'replicas = 2',
    })
    assert.deepEqual(problems, [])
    assert.deepEqual(
      resources.map(({ resource: { project, address }, tags }) => [
        project,
        address,
        tags.kind === 'taggable' && toPlain(tags.tags.tags.get('environment')!.value),
      ]),
      [
        ['serving-dev', 'aws_instance.serve[0]', 'dev'],
        ['serving-prod', 'aws_instance.serve[0]', 'prod'],
        ['serving-prod', 'aws_instance.serve[1]', 'prod'],
      ],
    )
  })

  it('a file or a folder that is not there is named at its project, and the others are read', () => {
    const { resources, problems } = inspected({
      'ascribe.yml': `${yml}  - name: gone\n    path: elsewhere\n`,
      'infra/main.tf': main,
      'infra/prod.tfvars': 'replicas = 2',
    })
    assert.deepEqual(
      problems.map(({ message, range }) => [
        range.source.path,
        range.source.position(range.start).line,
        message,
      ]),
      [
        [
          'ascribe.yml',
          3,
          'var-file "infra/dev.tfvars" of project "serving-dev" is not there. expected one from the project\'s folder on',
        ],
        ['ascribe.yml', 11, 'project "gone" is not there: no Terraform configuration lies in "elsewhere"'],
      ],
    )
    assert.deepEqual(
      resources.map(({ resource }) => `${resource.project} ${resource.address}`),
      [
        'serving-dev aws_instance.serve[*]',
        'serving-prod aws_instance.serve[0]',
        'serving-prod aws_instance.serve[1]',
      ],
    )
  })
})
