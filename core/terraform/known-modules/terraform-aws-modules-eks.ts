import type { KnownModule } from './known-module.ts'

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

locals {
  groups = { for name, group in merge(var.eks_managed_node_groups, {}) : name => group if var.create }
  # Unless a group says otherwise it has a launch template, which then says what disks there are.
  templates = { for name, group in local.groups : name => group if try(group.use_custom_launch_template, var.eks_managed_node_group_defaults.use_custom_launch_template, true) }
}

resource "aws_launch_template" "this" {
  for_each = local.templates
  dynamic "block_device_mappings" {
    for_each = try(each.value.block_device_mappings, var.eks_managed_node_group_defaults.block_device_mappings, {})
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
  tags = merge(var.tags, try(each.value.tags, var.eks_managed_node_group_defaults.tags, {}))
}

resource "aws_eks_node_group" "this" {
  for_each       = local.groups
  instance_types = try(each.value.instance_types, var.eks_managed_node_group_defaults.instance_types, null)
  capacity_type  = try(each.value.capacity_type, var.eks_managed_node_group_defaults.capacity_type, null)
  ami_type       = try(each.value.ami_type, var.eks_managed_node_group_defaults.ami_type, null)
  disk_size      = contains(keys(local.templates), each.key) ? null : try(each.value.disk_size, var.eks_managed_node_group_defaults.disk_size, null)
  scaling_config {
    min_size     = try(each.value.min_size, var.eks_managed_node_group_defaults.min_size, 1)
    max_size     = try(each.value.max_size, var.eks_managed_node_group_defaults.max_size, 3)
    desired_size = try(each.value.desired_size, var.eks_managed_node_group_defaults.desired_size, 1)
  }
  dynamic "launch_template" {
    for_each = contains(keys(local.templates), each.key) ? [1] : []
    content {
      id = aws_launch_template.this[each.key].id
    }
  }
  tags = merge(var.tags, try(each.value.tags, var.eks_managed_node_group_defaults.tags, {}))
}
`,
}
