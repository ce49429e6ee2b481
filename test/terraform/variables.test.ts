import assert from 'node:assert/strict'
import { attribute, load, problemsOf, resource } from '../support/load.ts'

const SIZE = `variable "size" {
  type = string
  validation {
    condition     = startswith(var.size, "ml.")
    error_message = "SageMaker's sizes begin with ml., as in ml.\${var.size}."
  }
}
resource "aws_sagemaker_endpoint_configuration" "fraud" {
  production_variants { instance_type = var.size }
}
`

describe('variables', () => {
  it('a value that a validation refuses is named where it is given, and used all the same', () => {
    const project = load({ 'main.tf': SIZE, 'terraform.tfvars': 'size = "g5.xlarge"\n' })
    assert.deepEqual(problemsOf(project), [
      "terraform.tfvars:1:1: var.size is refused by its validation (main.tf:3): SageMaker's sizes begin with ml., as in ml.g5.xlarge.",
    ])
    assert.deepEqual(
      attribute(project, 'aws_sagemaker_endpoint_configuration.fraud', 'production_variants'),
      [{ instance_type: 'g5.xlarge' }],
    )
  })

  it('of a module: at the argument of the call, once for all its instances', () => {
    const project = load({
      'main.tf': 'module "fraud" {\n  source = "./endpoint"\n  count  = 3\n  size   = "g5.xlarge"\n}',
      'endpoint/main.tf': SIZE,
    })
    assert.equal(problemsOf(project).length, 1)
    assert.match(problemsOf(project)[0]!, /^main\.tf:4:3: var\.size is refused .*\(endpoint\/main\.tf:3\)/)
  })

  it('what is not known refuses nothing, and a sensitive value is not in the message', () => {
    assert.deepEqual(problemsOf(load(SIZE)), [])
    const [problem, ...others] = problemsOf(
      load(SIZE.replace('type = string', 'type = string\n  default = "hush"\n  sensitive = true')),
    )
    assert.match(problem!, /with a message that is sensitive$/)
    assert.deepEqual(others, [])
  })

  it('a value of another type in a variable file is named, though nothing uses it', () => {
    const project = load({
      'main.tf': 'variable "replicas" {\n  type = number\n}\n',
      'terraform.tfvars': 'replicas = "many"\n',
    })
    assert.deepEqual(problemsOf(project), [
      'terraform.tfvars:1:1: var.replicas is given a value of another type: a number is required.',
    ])
  })

  it('names that no variable has, with the one that was meant, once for each file', () => {
    const project = load({
      'main.tf': 'variable "instance_type" {}\n',
      'a.auto.tfvars': 'instance_tpye = "g5.xlarge"\nother = 1\n',
      'b.auto.tfvars.json': '{ "team": "fraud-ml" }',
    })
    assert.deepEqual(problemsOf(project), [
      'a.auto.tfvars:1:1: the root module declares no variable "instance_tpye", "other". did you mean "instance_type"?',
      'b.auto.tfvars.json:1:3: the root module declares no variable "team"',
    ])
  })

  it('a variable file holds values: neither references nor blocks', () => {
    const project = load({
      'main.tf': 'variable "team" {}\nresource "aws_instance" "train" {\n  tags = { team = var.team }\n}\n',
      'terraform.tfvars': 'team = local.team\nlocals {\n  team = "fraud-ml"\n}\n',
    })
    assert.deepEqual(problemsOf(project), [
      'terraform.tfvars:2:1: a variable file holds values. move the block "locals" to a .tf file',
      'terraform.tfvars:1:8: a variable file holds values. expected no reference to others',
    ])
  })

  it("an argument that a module's variables do not know is named, with the one that was meant", () => {
    const project = load({
      'main.tf': 'module "fraud" {\n  source = "./endpoint"\n  sise   = "ml.g5.xlarge"\n}',
      'endpoint/main.tf': SIZE,
    })
    assert.deepEqual(problemsOf(project), [
      'main.tf:3:3: module "fraud" has no variable "sise". did you mean "size"?',
    ])
  })
})

describe('providers', () => {
  it('a child that declares an alias gets the provider that is passed for it', () => {
    const project = load({
      'main.tf': `
        provider "aws" { region = "us-east-1" }
        provider "aws" {
          alias  = "eu"
          region = "eu-west-1"
        }
        module "training" {
          source    = "./training"
          providers = { aws = aws, aws.data = aws.eu }
        }`,
      'training/main.tf': `
        terraform {
          required_providers {
            aws = {
              source                = "hashicorp/aws"
              configuration_aliases = [aws.data]
            }
          }
        }
        resource "aws_instance" "gpu" {}
        resource "aws_s3_bucket" "data" { provider = aws.data }`,
    })
    const region = (address: string) => (resource(project, address).region as { value?: string }).value
    assert.equal(region('module.training.aws_instance.gpu'), 'us-east-1')
    assert.equal(region('module.training.aws_s3_bucket.data'), 'eu-west-1')
    assert.deepEqual(problemsOf(project), [])
  })

  it("OpenTofu's for_each over providers: what differs is unknown with the reason, the rest is known", () => {
    const project = load(`
      provider "aws" {
        for_each = toset(["us-east-1", "eu-west-1"])
        alias    = "by_region"
        region   = each.value
        default_tags {
          tags = { team = "ml-platform" }
        }
      }
      resource "aws_instance" "gpu" {
        for_each = toset(["us-east-1", "eu-west-1"])
        provider = aws.by_region[each.key]
      }`)
    const { region, defaultTags } = resource(project, 'aws_instance.gpu["eu-west-1"]')
    assert.equal(region.kind, 'unknown')
    assert.match((region as { because: string }).because, /provider "aws\.by_region" has for_each/)
    assert.equal(defaultTags?.kind, 'object')
    assert.deepEqual(problemsOf(project), [])
  })
})

describe('dynamic blocks', () => {
  it('in dynamic blocks, with an iterator of their own name', () => {
    const project = load(`
      resource "aws_launch_template" "gpu" {
        dynamic "tag_specifications" {
          for_each = ["instance", "volume"]
          iterator = kind
          content {
            resource_type = kind.value
            dynamic "note" {
              for_each = { a = 1, b = 2 }
              content { text = "\${kind.key}/\${note.key}=\${note.value}" }
            }
          }
        }
      }`)
    assert.deepEqual(attribute(project, 'aws_launch_template.gpu', 'tag_specifications'), [
      { resource_type: 'instance', note: [{ text: '0/a=1' }, { text: '0/b=2' }] },
      { resource_type: 'volume', note: [{ text: '1/a=1' }, { text: '1/b=2' }] },
    ])
  })
})
