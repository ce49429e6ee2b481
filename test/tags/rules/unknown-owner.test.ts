import { check } from '../support/drawn.ts'

const SCHEMA =
  'schema: { preset: none, keys: { team: { required: true }, model_id: {} }, dimensions: { team: team, model: model_id } }'
const CATALOGUE = `${SCHEMA}
teams: { fraud-ml: {}, search-ml: {} }
models: { fraud_xgb_v7: {}, "meta-llama/Llama-3.1-8B": {} }
`

describe('unknown-owner', () => {
  it('suggests the nearest name of the catalogue, or lists its names', () => {
    check(
      'unknown-owner',
      `
resource "aws_instance" "train" {
  tags = {
    team     = "fraud-mll"
#   ^^^^^^^^^^^^^^^^^^^^^^ warning the "team" tag of aws_instance.train is "fraud-mll", and the catalogue has no such team. did you mean "fraud-ml"?
    model_id = "ranker"
#   ^^^^^^^^^^^^^^^^^^^ warning the "model_id" tag of aws_instance.train is "ranker", and the catalogue has no such model. expected one of "fraud_xgb_v7", "meta-llama/Llama-3.1-8B"
  }
}
`,
      CATALOGUE,
    )
  })

  it('knows a model as a label can spell it, and only there', () => {
    check(
      'unknown-owner',
      `
resource "google_compute_instance" "serve" {
  labels = { model_id = "meta-llama-llama-3-1-8b" }
}
resource "aws_instance" "serve" {
  tags = { model_id = "meta-llama-llama-3-1-8b" }
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning the "model_id" tag of aws_instance.serve is "meta-llama-llama-3-1-8b", and the catalogue has no such model. did you mean "meta-llama/Llama-3.1-8B"?
}
resource "google_compute_instance" "train" {
  labels = { model_id = "fraud-xgb-v7" }
#            ^^^^^^^^^^^^^^^^^^^^^^^^^ warning the "model_id" tag of google_compute_instance.train is "fraud-xgb-v7", and the catalogue has no such model. did you mean "fraud_xgb_v7"?
}
`,
      CATALOGUE,
    )
  })

  it('is silent without a catalogue, about "shared", and where the values are listed', () => {
    const text = `
resource "aws_instance" "train" {
  tags = { team = "anybody", model_id = "shared" }
}
`
    check('unknown-owner', text, SCHEMA)
    check('unknown-owner', text, CATALOGUE.replace('required: true', 'required: true, values: [anybody]'))
  })
})
