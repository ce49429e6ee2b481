import assert from 'node:assert/strict'
import { staticDataSources, WHY_UNKNOWN } from '../../core/terraform/evaluation/static-data-sources.ts'
import { attribute, load, problemsOf } from '../support/load.ts'

type Files = Readonly<Record<string, string>>

const AWS =
  'provider "aws" {\n  region = "cn-north-1"\n  default_tags {\n    tags = { team = "fraud-ml" }\n  }\n}\n'
const GOOGLE = 'provider "google" {\n  project = "ml-prod"\n  region  = "europe-west4"\n}\n'

/** A story for each: files around the data source, its arguments, and what is known of it. */
const stories: Readonly<
  Record<string, { files?: Files; provider?: string; body?: string; answers: Record<string, unknown> }>
> = {
  aws_region: { provider: AWS, answers: { name: 'cn-north-1', id: 'cn-north-1', region: 'cn-north-1' } },
  aws_partition: {
    provider: AWS,
    answers: {
      id: 'aws-cn',
      partition: 'aws-cn',
      dns_suffix: 'amazonaws.com.cn',
      reverse_dns_prefix: 'cn.com.amazonaws',
    },
  },
  aws_default_tags: { provider: AWS, answers: { tags: { team: 'fraud-ml' } } },
  google_client_config: {
    provider: GOOGLE,
    answers: {
      project: 'ml-prod',
      region: 'europe-west4',
      zone: { $unknown: 'provider "google" sets no zone' },
      access_token: { $unknown: 'data.google_client_config.it is read from the provider at plan time' },
    },
  },
  local_file: {
    files: { 'models/fraud.json': '{"size": "ml.g5.xlarge"}' },
    body: 'filename = "${path.module}/models/fraud.json"',
    answers: { content: '{"size": "ml.g5.xlarge"}' },
  },
  null_data_source: {
    body: 'inputs = { team = "fraud-ml" }',
    answers: { outputs: { team: 'fraud-ml' } },
  },
  template_file: {
    files: { 'user.tpl': 'cluster ${name}%{ if gpu == "yes" } with GPUs%{ endif }' },
    body: 'template = file("user.tpl")\n  vars = { name = "ml", gpu = "yes" }',
    answers: { rendered: 'cluster ml with GPUs' },
  },
}

describe('data sources whose answer follows from what is written', () => {
  it('have a story each', () =>
    assert.deepEqual(Object.keys(stories).sort(), Object.keys(staticDataSources).sort()))

  for (const [type, { files = {}, provider = '', body = '', answers }] of Object.entries(stories))
    it(type, () => {
      const wanted = Object.keys(answers).map((name) => `${name} = data.${type}.it.${name}`)
      const project = load({
        ...files,
        'main.tf': `${provider}data "${type}" "it" {\n  ${body}\n}\nresource "terraform_data" "seen" {\n  input = {\n${wanted.join('\n')}\n}\n}\n`,
      })
      assert.deepEqual(attribute(project, 'terraform_data.seen', 'input'), answers)
      assert.deepEqual(problemsOf(project), [])
    })

  it('one that cannot be made is unknown for that reason', () => {
    const project = load(`
      data "local_file" "gone" { filename = "gone.json" }
      data "local_file" "outside" { filename = "/etc/passwd" }
      data "template_file" "open" {
        template = "$$\{name}"
        vars     = { name = data.aws_caller_identity.me.account_id }
      }
      data "aws_caller_identity" "me" {}
      resource "terraform_data" "seen" {
        input = [data.local_file.gone.content, data.local_file.outside.content, data.template_file.open.rendered]
      }`)
    const [gone, outside, open] = attribute(project, 'terraform_data.seen', 'input') as { $unknown: string }[]
    assert.match(gone!.$unknown, /no file exists|gone\.json/)
    assert.match(outside!.$unknown, /outside the repository/)
    assert.match(open!.$unknown, /depends on who runs Terraform/)
  })

  for (const [type, why] of Object.entries(WHY_UNKNOWN))
    it(`${type} ${why}`, () => {
      const project = load(
        `data "${type}" "it" {}\nresource "terraform_data" "seen" {\n  input = data.${type}.it.some.output\n}\n`,
      )
      assert.deepEqual(attribute(project, 'terraform_data.seen', 'input'), {
        $unknown: `data.${type}.it ${why}`,
      })
    })
})
