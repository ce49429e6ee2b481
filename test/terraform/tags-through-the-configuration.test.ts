import assert from 'node:assert/strict'
import { toPlain } from '../../core/domain/plain.ts'
import { isMapping } from '../../core/domain/value.ts'
import { attribute, load, problemsOf, resource } from '../support/load.ts'

describe('tags on their way through a configuration', () => {
  it('merge() with an unknown argument: what is certain stays, what may be overwritten is unknown', () => {
    const project = load(`
      variable "extra" { type = map(string) }
      locals { tags = merge({ team = "fraud-ml" }, var.extra, { model_id = "fraud_xgb_v7" }) }
      resource "aws_instance" "train" { tags = local.tags }`)
    assert.deepEqual(attribute(project, 'aws_instance.train', 'tags'), {
      team: { $unknown: 'var.extra has no default and is given no value' },
      model_id: 'fraud_xgb_v7',
      $unknown: 'var.extra has no default and is given no value',
    })
  })

  it('default_tags from a module output reach every resource of that provider', () => {
    const project = load({
      'main.tf': `
        module "labels" {
          source = "./labels"
          team   = "fraud-ml"
        }
        provider "aws" {
          region = "us-east-1"
          default_tags { tags = module.labels.tags }
        }
        resource "aws_s3_bucket" "features" {}`,
      'labels/main.tf': `
        variable "team" {}
        output "tags" { value = { team = var.team, managed_by = "terraform" } }`,
    })
    const { defaultTags } = resource(project, 'aws_s3_bucket.features')
    assert.deepEqual(toPlain(defaultTags!), { team: 'fraud-ml', managed_by: 'terraform' })
  })

  it('a provider alias passed to a child decides its region and default tags', () => {
    const project = load({
      'main.tf': `
        provider "aws" { region = "us-east-1" }
        provider "aws" {
          alias  = "oregon"
          region = "us-west-2"
          default_tags { tags = { team = "search-ml" } }
        }
        module "serving" {
          source    = "./serving"
          providers = { aws = aws.oregon }
        }
        resource "aws_instance" "here" {}`,
      'serving/main.tf': 'resource "aws_instance" "serve" {}',
    })
    const served = resource(project, 'module.serving.aws_instance.serve')
    assert.equal(toPlain(served.region), 'us-west-2')
    assert.deepEqual(toPlain(served.defaultTags!), { team: 'search-ml' })
    assert.equal(toPlain(resource(project, 'aws_instance.here').region), 'us-east-1')
  })

  it('for_each over a map of objects with optional attributes', () => {
    const project = load(`
      variable "boxes" {
        type = map(object({
          size = optional(string, "g5.2xlarge")
          tags = optional(map(string), {})
        }))
        default = { fraud = {}, ranking = { size = "p4d.24xlarge", tags = { model_id = "product_rec_v3" } } }
      }
      resource "aws_instance" "train" {
        for_each      = var.boxes
        instance_type = each.value.size
        tags          = merge({ Name = each.key }, each.value.tags)
      }`)
    assert.equal(attribute(project, 'aws_instance.train["fraud"]', 'instance_type'), 'g5.2xlarge')
    assert.deepEqual(attribute(project, 'aws_instance.train["ranking"]', 'tags'), {
      Name: 'ranking',
      model_id: 'product_rec_v3',
    })
  })

  it('dynamic tag blocks of an autoscaling group', () => {
    const project = load(`
      locals { tags = { team = "fraud-ml", model_id = "fraud_xgb_v7" } }
      resource "aws_autoscaling_group" "serve" {
        dynamic "tag" {
          for_each = local.tags
          content {
            key                 = tag.key
            value               = tag.value
            propagate_at_launch = true
          }
        }
        tag {
          key                 = "Name"
          value               = "serve"
          propagate_at_launch = false
        }
      }`)
    assert.deepEqual(attribute(project, 'aws_autoscaling_group.serve', 'tag'), [
      { key: 'model_id', value: 'fraud_xgb_v7', propagate_at_launch: true },
      { key: 'team', value: 'fraud-ml', propagate_at_launch: true },
      { key: 'Name', value: 'serve', propagate_at_launch: false },
    ])
  })

  it('a key of for_each that looks like a template is quoted in the address as Terraform quotes it', () => {
    const project = load(`
      resource "aws_sqs_queue" "scores" {
        for_each = toset(["fraud-$\${stage}", "churn-%%{if}", "price \\"$\\""])
      }`)
    assert.deepEqual(
      project.resources.map(({ address }) => address),
      [
        'aws_sqs_queue.scores["churn-%%{if}"]',
        'aws_sqs_queue.scores["fraud-$${stage}"]',
        'aws_sqs_queue.scores["price \\"$\\""]',
      ],
    )
  })

  it('count by a conditional variable: off means no resource, unknown means one that stands for some', () => {
    const text = `
      variable "gpu" { type = bool }
      resource "aws_instance" "gpu" {
        count         = var.gpu ? 2 : 0
        instance_type = "g5.xlarge"
      }`
    const addresses = (files: Record<string, string>) => load(files).resources.map(({ address }) => address)
    assert.deepEqual(addresses({ 'main.tf': text, 'terraform.tfvars': 'gpu = false' }), [])
    assert.deepEqual(addresses({ 'main.tf': text, 'terraform.tfvars': 'gpu = true' }), [
      'aws_instance.gpu[0]',
      'aws_instance.gpu[1]',
    ])
    const [only, ...more] = load(text).resources
    assert.equal(more.length, 0)
    assert.equal(only!.address, 'aws_instance.gpu[*]')
    assert.equal(only!.multiplicity?.because, 'var.gpu has no default and is given no value')
  })

  it('the same module twice with different tags', () => {
    const project = load({
      'main.tf': `
        module "fraud" {
          source = "./endpoint"
          tags   = { model_id = "fraud_xgb_v7" }
        }
        module "ranking" {
          source = "./endpoint"
          tags   = { model_id = "product_rec_v3" }
        }`,
      'endpoint/main.tf': `
        variable "tags" { type = map(string) }
        resource "aws_sagemaker_endpoint" "this" { tags = merge(var.tags, { managed_by = "terraform" }) }`,
    })
    assert.deepEqual(attribute(project, 'module.fraud.aws_sagemaker_endpoint.this', 'tags'), {
      model_id: 'fraud_xgb_v7',
      managed_by: 'terraform',
    })
    assert.deepEqual(attribute(project, 'module.ranking.aws_sagemaker_endpoint.this', 'tags'), {
      model_id: 'product_rec_v3',
      managed_by: 'terraform',
    })
  })

  it('an unknown condition between two tag maps leaves what both agree on', () => {
    const project = load(`
      variable "gpu" {}
      locals {
        base = { team = "fraud-ml", environment = "production" }
        tags = var.gpu ? merge(local.base, { purpose = "gpu" }) : local.base
      }
      resource "aws_instance" "train" { tags = local.tags }`)
    assert.deepEqual(attribute(project, 'aws_instance.train', 'tags'), {
      team: 'fraud-ml',
      environment: 'production',
      $unknown: 'var.gpu has no default and is given no value',
    })
  })

  it('a tag remembers where its key is written and where its value comes from', () => {
    const project = load({
      'main.tf':
        'variable "team" {}\nlocals {\n  tags = {\n    team = var.team\n  }\n}\n\nresource "aws_instance" "train" {\n  tags = merge(local.tags, { model_id = "fraud_xgb_v7" })\n}\n',
      'terraform.tfvars': 'team = "fraud-ml"\n',
    })
    const tags = resource(project, 'aws_instance.train').attributes.entries.get('tags')!
    assert.ok(isMapping(tags))
    const origins = tags.entries.get('team')?.origins ?? []
    const places = origins.map(({ source, start }) => `${source.path}:${source.position(start).line}`)
    assert.deepEqual([places[0], places.at(-1)], ['main.tf:4', 'terraform.tfvars:1'])
    assert.deepEqual(problemsOf(project), [])
  })
})
