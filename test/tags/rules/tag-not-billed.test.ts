import { check } from '../support/drawn.ts'

const small =
  'schema: { preset: none, keys: { team: { required: true }, model_id: {}, owner: {}, expires_at: { required: true, type: date } }, dimensions: { model: model_id } }'

describe('tag-not-billed', () => {
  it('follows tags of a node group to its instances and volumes, each with what would bring them there', () => {
    check(
      'tag-not-billed',
      `
resource "aws_launch_template" "gpu" {
  tag_specifications {
    resource_type = "volume"
    tags          = { team = "fraud-ml" }
  }
}
resource "aws_eks_node_group" "gpu" {
# <- warning the tags "team", "model_id" of aws_eks_node_group.gpu do not reach the bill of its instances. write them in \`tag_specifications { resource_type = "instance" }\` of aws_launch_template.gpu; the tag "model_id" of aws_eks_node_group.gpu does not reach the bill of its volumes. write it in \`tag_specifications { resource_type = "volume" }\` of aws_launch_template.gpu
  launch_template { id = aws_launch_template.gpu.id }
  tags = { team = "fraud-ml", model_id = "fraud_xgb_v7" }
}
`,
      small,
    )
  })

  it('says one thing of lines that lose the same tags', () => {
    check(
      'tag-not-billed',
      `
provider "aws" {
  default_tags { tags = { team = "fraud-ml" } }
}
resource "aws_eks_node_group" "gpu" {
# <- warning the tag "team" of aws_eks_node_group.gpu does not reach the bill of its instances and volumes. give it a launch template that has it in \`tag_specifications { resource_type = "instance" }\`; give it a launch template that has it in \`tag_specifications { resource_type = "volume" }\`
}
`,
      small,
    )
  })

  it('is silent where part of the way cannot be seen', () => {
    check(
      'tag-not-billed',
      `
variable "template" {}
variable "tags" { type = map(string) }
resource "aws_eks_node_group" "gpu" {
  launch_template { id = var.template }
  tags = { team = "fraud-ml" }
}
resource "aws_launch_template" "cpu" {
  tag_specifications {
    resource_type = "instance"
    tags          = var.tags
  }
  tag_specifications {
    resource_type = "volume"
    tags          = var.tags
  }
}
resource "aws_eks_node_group" "cpu" {
  launch_template { id = aws_launch_template.cpu.id }
  tags = { team = "fraud-ml" }
}
`,
      small,
    )
  })

  it('is about what a bill is read by: a Name, another key or an end need not be on it', () => {
    check(
      'tag-not-billed',
      `
resource "aws_eks_node_group" "gpu" {
  tags = { Name = "gpu", owner = "jo", expires_at = "2026-12-31" }
}
`,
      small,
    )
  })

  it('names keys that are not activated for cost allocation, with the place that says so', () => {
    check(
      'tag-not-billed',
      `
resource "aws_ce_cost_allocation_tag" "team" {
  tag_key = "team"
  status  = "Inactive"
}
resource "aws_instance" "train" {
# <- warning the tag "team" is not on the bill: aws_ce_cost_allocation_tag.team (main.tf:1) has it inactive. set its \`status\` to "Active"
  tags = { team = "fraud-ml", model_id = "fraud_xgb_v7" }
}
`,
      small,
    )
    check(
      'tag-not-billed',
      `
resource "aws_instance" "train" {
# <- warning the tag "model_id" is not on the bill: it is not among "cost-allocation-tags" of ascribe.yml. activate it for cost allocation, and add it
  tags = { team = "fraud-ml", model_id = "fraud_xgb_v7" }
}
resource "google_compute_instance" "train" {
  labels = { team = "fraud-ml", model_id = "fraud_xgb_v7" }
}
`,
      `${small}\nattribution: { cost-allocation-tags: [team] }`,
    )
  })
})
