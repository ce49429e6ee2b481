import assert from 'node:assert/strict'
import { attribute, load } from '../../support/load.ts'
import { seen } from './seen.ts'

const AWS = 'provider "aws" {\n  region = "us-east-1"\n}\n'

describe('from the configuration to the bill', () => {
  it('merge() with an unknown argument: the tag written after it is certain, the one before it may be replaced', () => {
    assert.deepEqual(
      seen({
        'main.tf': `${AWS}
variable "extra_tags" {
  type = map(string)
}
resource "aws_instance" "train" {
  instance_type = "g5.xlarge"
  tags          = merge({ team = "fraud-ml" }, var.extra_tags, { model_id = "fraud_xgb_v7" })
}`,
      }),
      {
        'aws_instance.train': {
          tags: {
            team: 'unknown: var.extra_tags has no default and is given no value',
            model_id: 'fraud_xgb_v7',
            '(further)': 'unknown: var.extra_tags has no default and is given no value',
          },
          cost: 734.38,
        },
      },
    )
  })

  it("default_tags from a module's output are on the volume and the instance, whose own tag wins", () => {
    assert.deepEqual(
      seen({
        'main.tf': `
module "labels" {
  source = "./labels"
  team   = "fraud-ml"
}
provider "aws" {
  region = "us-east-1"
  default_tags {
    tags = module.labels.tags
  }
}
resource "aws_ebs_volume" "features" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 500
}
resource "aws_instance" "train" {
  instance_type = "g5.xlarge"
  tags          = { team = "search-ml" }
}`,
        'labels/main.tf': `
variable "team" {}
output "tags" {
  value = { team = var.team, managed_by = "terraform" }
}`,
      }),
      {
        'aws_ebs_volume.features': { tags: { team: 'fraud-ml', managed_by: 'terraform' }, cost: 40 },
        'aws_instance.train': { tags: { team: 'search-ml', managed_by: 'terraform' }, cost: 734.38 },
      },
    )
  })

  it('a provider alias passed to a child decides the region, and so the price and the default tags', () => {
    assert.deepEqual(
      seen({
        'main.tf': `${AWS}
provider "aws" {
  alias  = "california"
  region = "us-west-1"
  default_tags {
    tags = { team = "search-ml" }
  }
}
module "here" {
  source = "./serving"
}
module "there" {
  source    = "./serving"
  providers = { aws = aws.california }
}`,
        'serving/main.tf': `
resource "aws_ebs_volume" "index" {
  availability_zone = "any"
  type              = "gp3"
  size              = 100
}`,
      }),
      {
        'module.here.aws_ebs_volume.index': { tags: {}, cost: 8 },
        'module.there.aws_ebs_volume.index': { tags: { team: 'search-ml' }, cost: 9.6 },
      },
    )
  })

  it('for_each over models with optional attributes: each has its size, its count and its tags', () => {
    assert.deepEqual(
      seen({
        'main.tf': `${AWS}
variable "models" {
  type = map(object({
    instance_type = optional(string, "g5.xlarge")
    gb            = optional(number, 100)
    tags          = optional(map(string), {})
  }))
}
resource "aws_instance" "train" {
  for_each      = var.models
  instance_type = each.value.instance_type
  root_block_device {
    volume_type = "gp3"
    volume_size = each.value.gb
  }
  tags = merge({ model_id = each.key }, each.value.tags)
}`,
        'terraform.tfvars': `
models = {
  fraud = {}
  churn = { instance_type = "g5.2xlarge", gb = 500, tags = { team = "churn-ml" } }
}`,
      }),
      {
        'aws_instance.train["churn"]': { tags: { model_id: 'churn', team: 'churn-ml' }, cost: 884.76 + 40 },
        'aws_instance.train["fraud"]': { tags: { model_id: 'fraud' }, cost: 734.38 + 8 },
      },
    )
  })

  it('dynamic tag blocks of an Auto Scaling group', () => {
    assert.deepEqual(
      seen({
        'main.tf': `${AWS}
locals {
  tags = { team = "ml-platform", lifecycle_phase = "serving" }
}
resource "aws_launch_template" "gpu" {
  instance_type = "g5.xlarge"
}
resource "aws_autoscaling_group" "gpu" {
  min_size         = 1
  max_size         = 4
  desired_capacity = 2
  launch_template {
    id = aws_launch_template.gpu.id
  }
  dynamic "tag" {
    for_each = local.tags
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
}`,
      }),
      {
        'aws_launch_template.gpu': { tags: {}, cost: 'free' },
        'aws_autoscaling_group.gpu': {
          tags: { team: 'ml-platform', lifecycle_phase: 'serving' },
          cost: 2 * 734.38,
        },
      },
    )
  })

  it("a launch template's tag_specifications, and the size that its instance takes from it", () => {
    const files = {
      'main.tf': `${AWS}
locals {
  tags = { team = "fraud-ml" }
}
resource "aws_launch_template" "train" {
  instance_type = "g5.xlarge"
  dynamic "tag_specifications" {
    for_each = toset(["volume", "instance"])
    content {
      resource_type = tag_specifications.value
      tags          = merge(local.tags, { part = tag_specifications.key })
    }
  }
}
resource "aws_instance" "train" {
  launch_template {
    id = aws_launch_template.train.id
  }
}`,
    }
    assert.equal(seen(files)['aws_instance.train']?.cost, 734.38)
    assert.deepEqual(attribute(load(files), 'aws_launch_template.train', 'tag_specifications'), [
      { resource_type: 'instance', tags: { team: 'fraud-ml', part: 'instance' } },
      { resource_type: 'volume', tags: { team: 'fraud-ml', part: 'volume' } },
    ])
  })

  it('count by a conditional variable: staging has none, production two; without a value, one stands for them', () => {
    const main = `${AWS}
variable "environment" {
  type = string
}
resource "aws_instance" "serve" {
  count         = var.environment == "production" ? 2 : 0
  instance_type = "g5.xlarge"
  tags          = { Name = "serve-\${count.index}" }
}`
    assert.deepEqual(seen({ 'main.tf': main, 'terraform.tfvars': 'environment = "staging"' }), {})
    assert.deepEqual(seen({ 'main.tf': main, 'terraform.tfvars': 'environment = "production"' }), {
      'aws_instance.serve[0]': { tags: { Name: 'serve-0' }, cost: 734.38 },
      'aws_instance.serve[1]': { tags: { Name: 'serve-1' }, cost: 734.38 },
    })
    const unknown = 'unknown: var.environment has no default and is given no value'
    assert.deepEqual(seen({ 'main.tf': main }), {
      'aws_instance.serve[*]': { tags: { Name: unknown }, cost: 734.38 },
    })
  })

  it('the same module twice with different tags', () => {
    assert.deepEqual(
      seen({
        'main.tf': `${AWS}
module "fraud" {
  source = "./model"
  tags   = { team = "fraud-ml", model_id = "fraud_xgb_v7" }
}
module "search" {
  source = "./model"
  size   = "g5.2xlarge"
  tags   = { team = "search-ml" }
}`,
        'model/main.tf': `
variable "tags" {
  type = map(string)
}
variable "size" {
  default = "g5.xlarge"
}
resource "aws_instance" "serve" {
  instance_type = var.size
  tags          = merge(var.tags, { lifecycle_phase = "serving" })
}`,
      }),
      {
        'module.fraud.aws_instance.serve': {
          tags: { team: 'fraud-ml', model_id: 'fraud_xgb_v7', lifecycle_phase: 'serving' },
          cost: 734.38,
        },
        'module.search.aws_instance.serve': {
          tags: { team: 'search-ml', lifecycle_phase: 'serving' },
          cost: 884.76,
        },
      },
    )
  })
})
