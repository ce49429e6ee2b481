import assert from 'node:assert/strict'
import { check, findingsIn } from '../support/drawn.ts'

const schema = `
schema:
  preset: none
  keys:
    lifecycle_phase: { required: true, values: [training, inference] }
    cost_center: { pattern: "^[a-z]+-[a-z]+$", or: [shared] }
    expires_at: { type: date }
`

describe('invalid-tag-value', () => {
  it('points at the value, lists what would be right, and guesses what was meant', () => {
    check(
      'invalid-tag-value',
      `
resource "aws_instance" "gpu_train" {
  tags = {
    lifecycle_phase = "trainning"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error the "lifecycle_phase" tag of aws_instance.gpu_train is "trainning". expected one of "training", "inference". did you mean "training"?
    cost_center     = "Eng Risk"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error the "cost_center" tag of aws_instance.gpu_train is "Eng Risk". expected a value that matches "^[a-z]+-[a-z]+$" (or "shared")
    expires_at      = "2026-02-30"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error the "expires_at" tag of aws_instance.gpu_train is "2026-02-30". expected an ISO 8601 date, e.g. "2026-12-31"
  }
}
`,
      schema,
    )
  })

  it('points at the line that has to change, wherever it is', () => {
    check(
      'invalid-tag-value',
      `
provider "aws" {
  default_tags {
    tags = { cost_center = "risk" }
#            ^^^^^^^^^^^^^^^^^^^^ error the "cost_center" tag of aws_instance.gpu_train is "risk". expected a value that matches "^[a-z]+-[a-z]+$" (or "shared")
  }
}
locals {
  tags = { lifecycle_phase = "serving" }
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error the "lifecycle_phase" tag of aws_instance.gpu_train is "serving". expected one of "training", "inference"
}
resource "aws_instance" "gpu_train" {
  tags = local.tags
}
`,
      schema,
    )
  })

  it('accepts what is allowed, and says nothing of what is not known', () => {
    check(
      'invalid-tag-value',
      `
variable "phase" {}
resource "aws_instance" "gpu_train" {
  tags = { lifecycle_phase = var.phase, cost_center = "shared", expires_at = "2026-12-31T18:00:00Z" }
}
resource "aws_instance" "serve" {
  tags = { lifecycle_phase = "inference", cost_center = "eng-risk", owner = "whoever" }
}
`,
      schema,
    )
  })

  it('leaves an empty value to missing-tag where the key is required', () => {
    check(
      'invalid-tag-value',
      `
resource "aws_instance" "gpu_train" {
  tags = {
    lifecycle_phase = ""
    cost_center     = ""
#   ^^^^^^^^^^^^^^^^^^^^ error the "cost_center" tag of aws_instance.gpu_train is "". expected a value that matches "^[a-z]+-[a-z]+$" (or "shared")
  }
}
`,
      schema,
    )
  })

  it('compares numbers and booleans as the strings that Terraform makes of them', () => {
    check(
      'invalid-tag-value',
      `
resource "aws_instance" "gpu_train" {
  tags = { version = 7, gpu = true }
}
`,
      'schema: { preset: none, keys: { version: { required: true, values: ["7"] }, gpu: { values: ["true"] } } }',
    )
  })

  it('never shows a sensitive value', () => {
    const findings = findingsIn(
      `
variable "phase" {
  sensitive = true
  default   = "hunter2"
}
resource "aws_instance" "gpu_train" {
  tags = { lifecycle_phase = var.phase }
}
`,
      schema,
    )
    assert.deepEqual(
      findings.map(({ message }) => message),
      [
        'the "lifecycle_phase" tag of aws_instance.gpu_train is a sensitive value that is not allowed. expected one of "training", "inference"',
      ],
    )
  })
})
