import assert from 'node:assert/strict'
import { attribute, attributesOf, load, problemsOf, resource } from '../support/load.ts'

const MANIFEST = JSON.stringify({
  Modules: [
    { Key: '', Source: '', Dir: '.' },
    {
      Key: 'vpc',
      Source: 'registry.terraform.io/acme/vpc/aws',
      Version: '5.1.0',
      Dir: '.terraform/modules/vpc',
    },
    { Key: 'vpc.subnets', Source: './modules/subnets', Dir: '.terraform/modules/vpc/modules/subnets' },
    { Key: 'escape', Source: 'acme/escape/aws', Version: '1.0.0', Dir: '../../outside' },
  ],
})

describe('modules', () => {
  it('reads installed modules through modules.json, theirs inside too', () => {
    const project = load({
      'main.tf': 'module "vpc" {\n  source  = "acme/vpc/aws"\n  version = "5.1.0"\n  cidr = "10.0.0.0/16"\n}',
      '.terraform/modules/modules.json': MANIFEST,
      '.terraform/modules/vpc/main.tf': `
        variable "cidr" {}
        module "subnets" {
          source = "./modules/subnets"
          vpc_id = aws_vpc.this.id
        }
        resource "aws_vpc" "this" { cidr_block = var.cidr }`,
      '.terraform/modules/vpc/modules/subnets/main.tf': `
        variable "vpc_id" {}
        resource "aws_subnet" "this" { vpc_id = var.vpc_id }`,
    })
    assert.deepEqual(Object.keys(attributesOf(project)), [
      'module.vpc.aws_vpc.this',
      'module.vpc.module.subnets.aws_subnet.this',
    ])
    const vpcId = resource(project, 'module.vpc.module.subnets.aws_subnet.this').attributes.entries.get(
      'vpc_id',
    )
    assert.deepEqual(vpcId?.refs, [{ project: '.', address: 'module.vpc.aws_vpc.this', attribute: 'id' }])
    assert.deepEqual(project.notLoaded, [])
  })

  it('names each module that is not there, and guesses nothing about it', () => {
    const project = load({
      'main.tf': `
        module "eks" {
          source  = "terraform-aws-modules/eks/aws"
          version = "~> 20.0"
        }
        module "outside" { source = "../elsewhere" }
        module "empty" { source = "./empty" }
        module "other" {
          source  = "acme/vpc/aws"
          version = "6.0.0"
        }
        resource "aws_instance" "node" { subnet_id = module.eks.subnet }`,
      '.terraform/modules/modules.json': MANIFEST.replace('"Key":"vpc"', '"Key":"other"'),
    })
    assert.deepEqual(
      project.notLoaded.map(({ address, source, version, because }) => [address, source, version, because]),
      [
        [
          'module.eks',
          'terraform-aws-modules/eks/aws',
          '~> 20.0',
          '"terraform-aws-modules/eks/aws" is not installed in .terraform/modules. run "terraform get" (or "init") there first',
        ],
        ['module.outside', '../elsewhere', undefined, '"../elsewhere" leaves the repository'],
        ['module.empty', './empty', undefined, 'there is no .tf file in "empty"'],
        ['module.other', 'acme/vpc/aws', '6.0.0', 'version 5.1.0 is installed. run "terraform get" again'],
      ],
    )
    const subnet = attribute(project, 'aws_instance.node', 'subnet_id') as { $unknown: string }
    assert.match(subnet.$unknown, /^module\.eks is not loaded/)
  })

  it('a manifest cannot lead out of the repository', () => {
    const project = load({
      'main.tf': 'module "escape" { source = "acme/escape/aws" }',
      '.terraform/modules/modules.json': MANIFEST,
    })
    assert.equal(project.notLoaded.length, 1)
  })

  it('an output may feed an argument of its own module', () => {
    const project = load({
      'main.tf': `
        module "net" {
          source = "./net"
          name   = module.net.prefix
        }`,
      'net/main.tf': `
        variable "name" {}
        output "prefix" { value = "ml" }
        resource "aws_vpc" "this" { tags = { Name = var.name } }`,
    })
    assert.deepEqual(attribute(project, 'module.net.aws_vpc.this', 'tags'), { Name: 'ml' })
    assert.deepEqual(problemsOf(project), [])
  })

  it('for_each on a module gives each its own instance and outputs', () => {
    const project = load({
      'main.tf': `
        module "model" {
          for_each = toset(["fraud", "ranking"])
          source   = "./model"
          name     = each.key
        }
        resource "aws_ssm_parameter" "names" { value = join(",", [for key, model in module.model : model.label]) }
        resource "aws_ssm_parameter" "one" { value = module.model["fraud"].label }`,
      'model/main.tf': `
        variable "name" {}
        resource "aws_s3_bucket" "artifacts" { bucket = "\${var.name}-artifacts" }
        output "label" { value = upper(var.name) }`,
    })
    assert.equal(attribute(project, 'aws_ssm_parameter.names', 'value'), 'FRAUD,RANKING')
    assert.equal(attribute(project, 'aws_ssm_parameter.one', 'value'), 'FRAUD')
    assert.equal(
      attribute(project, 'module.model["ranking"].aws_s3_bucket.artifacts', 'bucket'),
      'ranking-artifacts',
    )
  })

  it('knows the folder that Terraform runs in by its name, and says that it assumes so', () => {
    const files = {
      'examples/complete/main.tf': `
        resource "aws_s3_bucket" "named" { bucket = "ex-\${basename(path.cwd)}" }
        resource "aws_s3_bucket" "placed" { bucket = path.cwd }`,
    }
    const project = load(files, { root: 'examples/complete' })
    assert.equal(attribute(project, 'aws_s3_bucket.named', 'bucket'), 'ex-complete')
    assert.deepEqual(attribute(project, 'aws_s3_bucket.placed', 'bucket'), {
      $unknown: 'path.cwd depends on the machine',
    })
    assert.deepEqual(project.assumptions, [
      "Terraform is started in its root module's folder, which gives `path.cwd` its name; with -chdir it is another",
    ])
  })

  it('abspath(path.root) and abspath(path.module) are the folder with -chdir too: nothing is assumed', () => {
    const project = load(
      {
        'infra/prod/main.tf': `
          module "bucket" { source = "../modules/bucket" }
          resource "aws_s3_bucket" "root" { bucket = basename(abspath(path.root)) }
          resource "aws_s3_bucket" "above" { bucket = basename(dirname(abspath("."))) }`,
        'infra/modules/bucket/main.tf':
          'resource "aws_s3_bucket" "this" { bucket = basename(abspath(path.module)) }',
      },
      { root: 'infra/prod' },
    )
    assert.equal(attribute(project, 'aws_s3_bucket.root', 'bucket'), 'prod')
    assert.equal(attribute(project, 'aws_s3_bucket.above', 'bucket'), 'infra')
    assert.equal(attribute(project, 'module.bucket.aws_s3_bucket.this', 'bucket'), 'bucket')
    assert.deepEqual(project.assumptions, [])
  })

  it("the repository's own folder has no name in it", () => {
    const project = load('resource "aws_s3_bucket" "root" { bucket = basename(abspath(path.root)) }')
    assert.ok((attribute(project, 'aws_s3_bucket.root', 'bucket') as { $unknown: string }).$unknown)
  })

  it('a module that is not loaded may be given what depends on it, and is no loop', () => {
    const project = load(`
      module "eks" {
        source       = "terraform-aws-modules/eks/aws"
        iam_role_arn = aws_iam_role.nodes.arn
      }
      resource "aws_iam_role" "nodes" {
        tags = { team = "ml-platform", cluster = module.eks.cluster_name }
      }`)
    const tags = attribute(project, 'aws_iam_role.nodes', 'tags') as Record<string, unknown>
    assert.equal(tags.team, 'ml-platform')
    assert.match((tags.cluster as { $unknown: string }).$unknown, /^module\.eks is not loaded/)
    assert.deepEqual(problemsOf(project), [])
  })
})
