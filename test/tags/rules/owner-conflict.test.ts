import { check } from '../support/drawn.ts'

const YML = `
schema:
  preset: none
  keys: { team: { required: true }, project: {}, cost_center: {}, model_id: {} }
  dimensions: { team: team, project: project, cost-center: cost_center, model: model_id }
teams:
  fraud-ml: { cost-center: eng-risk }
  search-ml: {}
models:
  fraud_xgb_v7: { team: fraud-ml, project: fraud-detection }
  ranker: {}
`

describe('owner-conflict', () => {
  it('names the team that the model belongs to, and where that is written', () => {
    check(
      'owner-conflict',
      `
resource "aws_instance" "train" {
  tags = {
    model_id    = "fraud_xgb_v7"
    team        = "search-ml"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ warning the "team" tag of aws_instance.train is "search-ml", and its model "fraud_xgb_v7" is of "fraud-ml" (ascribe.yml:11)
    project     = "fraud"
#   ^^^^^^^^^^^^^^^^^^^^^ warning the "project" tag of aws_instance.train is "fraud", and its model "fraud_xgb_v7" is of "fraud-detection" (ascribe.yml:11)
    cost_center = "eng-risk"
  }
}
`,
      YML,
    )
  })

  it('compares the cost center with that of the team', () => {
    check(
      'owner-conflict',
      `
resource "aws_instance" "train" {
  tags = { team = "fraud-ml", cost_center = "eng-search" }
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning the "cost_center" tag of aws_instance.train is "eng-search", and its team "fraud-ml" is of "eng-risk" (ascribe.yml:8)
}
`,
      YML,
    )
  })

  it('has nothing to say where the catalogue or the tags do not', () => {
    check(
      'owner-conflict',
      `
variable "team" {}
resource "aws_instance" "a" {
  tags = { model_id = "fraud_xgb_v7" }
}
resource "aws_instance" "b" {
  tags = { model_id = "ranker", team = "search-ml", cost_center = "any" }
}
resource "aws_instance" "c" {
  tags = { model_id = "fraud_xgb_v7", team = var.team }
}
resource "aws_instance" "d" {
  tags = { model_id = "shared", team = "search-ml" }
}
`,
      YML,
    )
  })
})
