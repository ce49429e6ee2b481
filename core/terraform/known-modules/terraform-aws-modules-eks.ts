import type { KnownModule } from './known-module.ts'

const NODE_GROUP = `
variable "group" {}
variable "defaults" {}
variable "tags" {}

locals {
  # Unless the group says otherwise it has a launch template, which then says what disks there are.
  has_template = try(var.group.use_custom_launch_template, var.defaults.use_custom_launch_template, true)
}

resource "aws_launch_template" "this" {
  count = local.has_template ? 1 : 0
  dynamic "block_device_mappings" {
    for_each = try(var.group.block_device_mappings, var.defaults.block_device_mappings, {})
    content {
      device_name = try(block_device_mappings.value.device_name, null)
      dynamic "ebs" {
        for_each = try([block_device_mappings.value.ebs], [])
        content {
          volume_size = try(ebs.value.volume_size, null)
          volume_type = try(ebs.value.volume_type, null)
          iops        = try(ebs.value.iops, null)
          throughput  = try(ebs.value.throughput, null)
        }
      }
    }
  }
  # The module hands tags on to what is started, as a node group by itself does not.
  dynamic "tag_specifications" {
    for_each = toset(try(var.group.tag_specifications, var.defaults.tag_specifications, ["instance", "volume"]))
    content {
      resource_type = tag_specifications.value
      tags          = merge(var.tags, try(var.group.launch_template_tags, var.defaults.launch_template_tags, {}))
    }
  }
  tags = var.tags
}

resource "aws_eks_node_group" "this" {
  count          = 1
  instance_types = try(var.group.instance_types, var.defaults.instance_types, null)
  capacity_type  = try(var.group.capacity_type, var.defaults.capacity_type, null)
  ami_type       = try(var.group.ami_type, var.defaults.ami_type, null)
  disk_size      = local.has_template ? null : try(var.group.disk_size, var.defaults.disk_size, null)
  scaling_config {
    min_size     = try(var.group.min_size, var.defaults.min_size, 1)
    max_size     = try(var.group.max_size, var.defaults.max_size, 3)
    desired_size = try(var.group.desired_size, var.defaults.desired_size, 1)
  }
  dynamic "launch_template" {
    for_each = aws_launch_template.this[*].id
    content {
      id = launch_template.value
    }
  }
  tags = var.tags
}
`

// https://registry.terraform.io/modules/terraform-aws-modules/eks/aws; versions 19 to 21 have these inputs in common
export const terraformAwsModulesEks: KnownModule = {
  source: 'terraform-aws-modules/eks/aws',
  main: `
variable "create" { default = true }
variable "tags" { default = {} }
variable "cluster_tags" { default = {} }
variable "eks_managed_node_groups" { default = {} }
variable "eks_managed_node_group_defaults" { default = {} } # until version 20

resource "aws_eks_cluster" "this" {
  count = var.create ? 1 : 0
  tags  = merge(var.tags, var.cluster_tags)
}

module "eks_managed_node_group" {
  source   = "./node-group"
  for_each = { for name, group in merge(var.eks_managed_node_groups, {}) : name => group if var.create }
  group    = each.value
  defaults = var.eks_managed_node_group_defaults
  tags     = merge(var.tags, try(each.value.tags, var.eks_managed_node_group_defaults.tags, {}))
}
`,
  submodules: { 'node-group': NODE_GROUP },
}
