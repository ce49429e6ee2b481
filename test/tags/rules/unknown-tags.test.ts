import { check } from '../support/drawn.ts'

const small =
  'schema: { preset: none, keys: { team: { required: true }, model_id: { required: true }, owner: {} } }'

describe('unknown-tags', () => {
  it('says why the tags cannot all be read, and which of the required may be missing', () => {
    check(
      'unknown-tags',
      `
variable "tags" { type = map(string) }
resource "aws_instance" "gpu_train" {
# <- hint the tags of aws_instance.gpu_train are not all known: var.tags has no default and is given no value. it may lack "model_id"
  tags = merge(var.tags, { team = "fraud-ml" })
}
`,
      small,
    )
  })

  it('says which required value is not known', () => {
    check(
      'unknown-tags',
      `
variable "team" {}
resource "aws_instance" "gpu_train" {
  tags = {
    team     = var.team
#   ^^^^^^^^^^^^^^^^^^^ hint the "team" tag of aws_instance.gpu_train has a value that is not known: var.team has no default and is given no value
    model_id = "fraud_xgb_v7"
    owner    = var.team
  }
}
`,
      small,
    )
  })

  it('says it once where an unknown map lies over the defaults', () => {
    check(
      'unknown-tags',
      `
provider "aws" {
  default_tags { tags = { team = "fraud-ml" } }
}
variable "tags" { type = map(string) }
resource "aws_instance" "gpu_train" {
# <- hint the tags of aws_instance.gpu_train are not all known: var.tags has no default and is given no value. it may lack "model_id"
  tags = var.tags
}
`,
      small,
    )
  })

  it('is silent where everything that is required can be seen', () => {
    check(
      'unknown-tags',
      `
variable "tags" { type = map(string) }
resource "aws_instance" "gpu_train" {
  tags = merge(var.tags, { team = "fraud-ml", model_id = "fraud_xgb_v7" })
}
resource "aws_instance" "untagged" {}
`,
      small,
    )
  })

  it('does not guess whether a type carries tags', () => {
    check(
      'unknown-tags',
      `
resource "datadog_monitor" "gpu" {
# <- hint the tags of datadog_monitor.gpu are not all known: it is not known whether datadog_monitor carries tags. it may lack "team", "model_id"
}
`,
      small,
    )
  })
})
