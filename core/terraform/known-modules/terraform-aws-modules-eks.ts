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

resource "aws_eks_node_group" "this" {
  for_each       = { for name, group in merge(var.eks_managed_node_groups, {}) : name => group if var.create }
  instance_types = try(each.value.instance_types, var.eks_managed_node_group_defaults.instance_types, null)
  capacity_type  = try(each.value.capacity_type, var.eks_managed_node_group_defaults.capacity_type, null)
  ami_type       = try(each.value.ami_type, var.eks_managed_node_group_defaults.ami_type, null)
  scaling_config {
    min_size     = try(each.value.min_size, var.eks_managed_node_group_defaults.min_size, 1)
    max_size     = try(each.value.max_size, var.eks_managed_node_group_defaults.max_size, 3)
    desired_size = try(each.value.desired_size, var.eks_managed_node_group_defaults.desired_size, 1)
  }
  tags = merge(var.tags, try(each.value.tags, var.eks_managed_node_group_defaults.tags, {}))
}
`,
}
