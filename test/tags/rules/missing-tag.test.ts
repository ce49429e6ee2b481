import { check } from '../support/drawn.ts'

const small = 'schema: { preset: none, keys: { team: { required: true }, model_id: { required: true } } }'

describe('missing-tag', () => {
  it('names each required key that is not there, and what would be right', () => {
    check(
      'missing-tag',
      `
resource "aws_instance" "gpu_train" {
# <- error aws_instance.gpu_train has no "team" tag. expected one of "fraud-ml", "search-ml"
# <- error aws_instance.gpu_train has no "cost_center" tag. expected a value that matches "^eng-"
  instance_type = "p4d.24xlarge"
  tags          = { model_id = "fraud_xgb_v7" }
}
`,
      `
schema:
  preset: none
  keys:
    team: { required: true, values: [fraud-ml, search-ml] }
    cost_center: { required: true, pattern: "^eng-" }
    model_id: { required: true }
    expires_at: { type: date }
`,
    )
  })

  it('counts provider defaults and merged locals, and says nothing where all is there', () => {
    check(
      'missing-tag',
      `
provider "aws" {
  default_tags { tags = { team = "fraud-ml" } }
}
locals {
  common = { model_id = "fraud_xgb_v7" }
}
resource "aws_sagemaker_endpoint" "fraud" {
  tags = merge(local.common, { Name = "fraud" })
}
`,
      small,
    )
  })

  it('takes an empty value for a missing one, at the value', () => {
    check(
      'missing-tag',
      `
resource "aws_instance" "gpu_train" {
  tags = {
    team     = " "
#   ^^^^^^^^^^^^^^ error the "team" tag of aws_instance.gpu_train is empty
    model_id = "ranker"
  }
}
resource "aws_s3_bucket" "features" {
# <- error aws_s3_bucket.features has no "model_id" tag
  tags = { team = "fraud-ml" }
}
`,
      small,
    )
  })

  it('takes null for no tag at all', () => {
    check(
      'missing-tag',
      `
resource "aws_s3_bucket" "features" {
# <- error aws_s3_bucket.features has no "model_id" tag
  tags = { team = "fraud-ml", model_id = null }
}
`,
      small,
    )
  })

  it('is silent where a tag may be there that cannot be seen', () => {
    check(
      'missing-tag',
      `
variable "tags" { type = map(string) }
variable "team" {}
resource "aws_instance" "gpu_train" {
  tags = merge(var.tags, { Name = "train" })
}
resource "aws_instance" "notebook" {
  tags = { team = var.team, model_id = var.team }
}
resource "datadog_monitor" "gpu" {}
resource "aws_iam_role_policy" "train" {}
`,
      small,
    )
  })

  it('is sure of what is certainly absent, beside values that are not known', () => {
    check(
      'missing-tag',
      `
variable "team" {}
resource "aws_instance" "notebook" {
# <- error aws_instance.notebook has no "model_id" tag
  tags = { team = var.team }
}
`,
      small,
    )
  })

  it('asks for a conditional key only where the condition is known to hold', () => {
    check(
      'missing-tag',
      `
variable "stage" {}
resource "aws_instance" "search" {
# <- error aws_instance.search has no "experiment_id" tag, required where "environment" is "experiment"
  tags = { Env = "experiment" }
}
resource "aws_instance" "serve" {
  tags = { environment = "production" }
}
resource "aws_instance" "either" {
  tags = { environment = var.stage }
}
`,
      `
schema:
  preset: none
  keys: { environment: {}, experiment_id: { required-when: { environment: experiment } } }
  aliases: { Env: environment }
`,
    )
  })

  it('accepts an alias, and points at a spelling that is none', () => {
    check(
      'missing-tag',
      `
resource "aws_instance" "ranker" {
# <- error aws_instance.ranker has no "model_id" tag, but "ModelId". rename it, or add it to schema.aliases
  tags = { Team = "search-ml", ModelId = "ranker" }
}
`,
      `${small.replace(/ }$/, ', aliases: { Team: team } }')}`,
    )
  })

  it('reads Azure tags without regard to letter case, as Azure does', () => {
    check(
      'missing-tag',
      `
resource "azurerm_linux_virtual_machine" "train" {
  tags = { TEAM = "fraud-ml", Model_ID = "fraud_xgb_v7" }
}
resource "azurerm_resource_group" "ml" {
# <- error azurerm_resource_group.ml has no "team" tag
# <- error azurerm_resource_group.ml has no "model_id" tag
}
`,
      small,
    )
  })
})
