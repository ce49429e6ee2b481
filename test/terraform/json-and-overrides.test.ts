import assert from 'node:assert/strict'
import { memoryTree } from '../../core/source/source-tree.ts'
import { ConfigurationLoader, discoverRoots } from '../../core/terraform/index.ts'
import { attribute, attributesOf, load, problemsOf, resource } from '../support/load.ts'

describe('configuration in JSON', () => {
  it('findings point at the resource and its tags in the JSON text', () => {
    const text = `{
  "resource": { "aws_instance": {
    "train": { "instance_type": "p4d.24xlarge", "tags": { "team": "\${var.team}" } },
    "serve": { "instance_type": "g5.xlarge" }
  } },
  "variable": { "team": { "default": "fraud-ml" } }
}`
    const project = load({ 'main.tf.json': text })
    assert.deepEqual(problemsOf(project), [])
    const { range, attributes } = resource(project, 'aws_instance.serve')
    assert.equal(text.slice(range.start, range.end), '"serve"')
    assert.deepEqual(attribute(project, 'aws_instance.train', 'tags'), { team: 'fraud-ml' })
    const tags = resource(project, 'aws_instance.train').attributes.entries.get('tags')
    const [origin] = tags!.origins!
    assert.equal(text.slice(origin!.start, origin!.end), '"tags": { "team": "${var.team}" }')
    assert.equal(attributes.entries.get('instance_type')!.kind, 'string')
  })

  it('providers, aliases, default tags and modules are wired by plain names', () => {
    const project = load({
      'main.tf.json': JSON.stringify({
        terraform: { required_providers: { aws: { source: 'hashicorp/aws' } } },
        provider: {
          aws: [
            { region: 'us-east-1', default_tags: { tags: { team: 'ml-platform' } } },
            { alias: 'eu', region: 'eu-west-1' },
          ],
        },
        module: { serving: { source: './serving', providers: { aws: 'aws.eu' } } },
        resource: { aws_s3_bucket: { here: {}, there: { provider: 'aws.eu' } } },
      }),
      'serving/main.tf': 'resource "aws_s3_bucket" "models" {}',
    })
    const regionOf = (address: string) => resource(project, address).region
    assert.equal((regionOf('aws_s3_bucket.here') as { value: string }).value, 'us-east-1')
    assert.equal((regionOf('aws_s3_bucket.there') as { value: string }).value, 'eu-west-1')
    assert.equal((regionOf('module.serving.aws_s3_bucket.models') as { value: string }).value, 'eu-west-1')
    assert.equal(resource(project, 'aws_s3_bucket.here').defaultTags?.kind, 'object')
    assert.deepEqual(problemsOf(project), [])
  })

  it('dynamic blocks, moves and counts', () => {
    const project = load({
      'main.tf.json': JSON.stringify({
        resource: {
          aws_autoscaling_group: {
            gpu: {
              count: '${1 + 1}',
              dynamic: {
                tag: {
                  for_each: { team: 'fraud-ml' },
                  iterator: 'it',
                  content: { key: '${it.key}', value: '${it.value}', propagate_at_launch: true },
                },
              },
            },
          },
        },
        moved: { from: 'aws_autoscaling_group.old', to: 'aws_autoscaling_group.gpu' },
      }),
    })
    assert.deepEqual(attribute(project, 'aws_autoscaling_group.gpu[1]', 'tag'), [
      { key: 'team', value: 'fraud-ml', propagate_at_launch: true },
    ])
    assert.deepEqual(project.moves, [{ from: 'aws_autoscaling_group.old', to: 'aws_autoscaling_group.gpu' }])
    assert.deepEqual(problemsOf(project), [])
  })

  it('mistakes are named, and the rest is read', () => {
    const project = load({
      'main.tf.json': `{
  "resources": {},
  "resource": { "aws_instance": { "train": [{ "ami": "a", "ami": "b" }, 7] } },
  "locals": "none",
  "data": {}
}`,
    })
    assert.deepEqual(Object.keys(attributesOf(project)), ['aws_instance.train'])
    assert.deepEqual(problemsOf(project), [
      'main.tf.json:2:3: "resources" has no meaning here. expected one of terraform, provider, variable, locals, output, module, resource, data, ephemeral, moved, import, removed, check',
      'main.tf.json:3:59: argument "ami" is already set at line 3, expected it once',
      'main.tf.json:3:73: block "resource" is a JSON number. expected an object, or an array of objects',
      'main.tf.json:4:13: block "locals" is a JSON string. expected an object, or an array of objects',
      'main.tf.json:5:11: "data" lacks a label: expected a property named by it',
    ])
  })
})

describe("OpenTofu's files", () => {
  it('stand in for those of Terraform with the same name, in JSON too', () => {
    const project = load({
      'main.tf': 'resource "aws_instance" "train" {\n  ami = "terraform"\n}',
      'main.tofu': 'resource "aws_instance" "train" {\n  ami = "opentofu"\n}',
      'tags.tf.json': '{"locals": {"team": "terraform"}}',
      'tags.tofu.json': '{"locals": {"team": "opentofu"}}',
      'more.tf': 'resource "aws_s3_bucket" "data" {\n  bucket = local.team\n}',
    })
    assert.equal(attribute(project, 'aws_instance.train', 'ami'), 'opentofu')
    assert.equal(attribute(project, 'aws_s3_bucket.data', 'bucket'), 'opentofu')
    assert.deepEqual(problemsOf(project), [])
  })

  it('alone make a root module, and override too', () => {
    const project = load({
      'main.tofu': 'resource "aws_instance" "train" {\n  ami = "a"\n}',
      'prod_override.tofu': 'resource "aws_instance" "train" {\n  ami = "b"\n}',
    })
    assert.equal(attribute(project, 'aws_instance.train', 'ami'), 'b')
  })
})

describe('override files', () => {
  it('a tag map that an override brings is at its place in the override file', () => {
    const over = 'resource "aws_instance" "train" {\n  tags = { team = "search-ml" }\n}'
    const project = load({
      'main.tf': 'resource "aws_instance" "train" {\n  ami  = "a"\n  tags = { team = "fraud-ml" }\n}',
      'override.tf': over,
    })
    const { attributes, range } = resource(project, 'aws_instance.train')
    assert.equal(range.source.path, 'main.tf')
    const tags = attributes.entries.get('tags')!
    const [origin] = tags.origins!
    assert.equal(origin!.source.path, 'override.tf')
    assert.equal(over.slice(origin!.start, origin!.end), 'tags = { team = "search-ml" }')
    assert.equal(attribute(project, 'aws_instance.train', 'ami'), 'a')
  })

  it('nested blocks of a type replace all of that type, dynamic ones among them', () => {
    const project = load({
      'main.tf': `
        resource "aws_instance" "train" {
          root_block_device { volume_size = 10 }
          ebs_block_device { volume_size = 1 }
          dynamic "ebs_block_device" {
            for_each = [2, 3]
            content { volume_size = ebs_block_device.value }
          }
        }`,
      'size_override.tf': 'resource "aws_instance" "train" {\n  ebs_block_device { volume_size = 9 }\n}',
    })
    assert.deepEqual(attribute(project, 'aws_instance.train', 'ebs_block_device'), [{ volume_size: 9 }])
    assert.deepEqual(attribute(project, 'aws_instance.train', 'root_block_device'), [{ volume_size: 10 }])
  })

  it('providers by alias, count and required providers', () => {
    const project = load({
      'main.tf': `
        terraform { required_providers { aws = { source = "acme/aws" } } }
        provider "aws" { region = "us-east-1" }
        provider "aws" {
          alias  = "eu"
          region = "eu-west-1"
        }
        resource "aws_instance" "train" { provider = aws.eu }`,
      'override.tf': `
        terraform { required_providers { aws = { source = "hashicorp/aws" } } }
        provider "aws" {
          alias  = "eu"
          region = local.region
        }
        resource "aws_instance" "train" { count = 2 }`,
      'locals.tf': 'locals { region = "eu-central-1" }',
    })
    const { region, provider } = resource(project, 'aws_instance.train[1]')
    assert.equal((region as { value: string }).value, 'eu-central-1')
    assert.equal(provider.source, 'hashicorp/aws')
  })

  it('a backend that an override file brings makes a root module; a provider without a name is none', () => {
    const files = {
      'main.tf': 'module "m" {\n  source = "./m"\n}',
      'm/main.tf': 'resource "aws_instance" "train" {}',
      'm/backend_override.tf': 'terraform {\n  backend "s3" {}\n}\nprovider {}',
    }
    assert.deepEqual(discoverRoots(new ConfigurationLoader(memoryTree(files))), ['', 'm'])
  })

  it('what there is nothing to override for is named', () => {
    const project = load({
      'main.tf': 'locals { team = "fraud-ml" }',
      'override.tf': `locals { owner = "x" }
variable "size" {}
provider "aws" {}
moved {
  from = aws_instance.a
  to   = aws_instance.b
}`,
    })
    assert.deepEqual(problemsOf(project), [
      'override.tf:1:10: there is no local "owner" to override. declare it in another file, or rename this one',
      'override.tf:2:1: there is no variable "size" to override. declare it in another file, or rename this one',
      'override.tf:3:1: there is no provider "aws" to override. declare it in another file, or rename this one',
      'override.tf:4:1: an override file cannot hold "moved". move it to another file',
    ])
  })
})
