import assert from 'node:assert/strict'
import { ConfigurationError } from '../../core/domain/configuration-error.ts'
import { ASCRIBE_YML, changed, fixed, planned, TEAM_ONLY } from './fixing.ts'

const box = (name: string, tags = '') =>
  `\nresource "aws_instance" "${name}" {\n  instance_type = "p4d.24xlarge"\n${tags}}\n`
const PROVIDER = 'provider "aws" {\n  region = "us-east-1"\n}\n'
const TEAM = { team: 'fraud-ml' }

describe('where tags are written', () => {
  it('three boxes of one provider: once, in its default_tags', () => {
    const files = { 'ascribe.yml': TEAM_ONLY, 'main.tf': PROVIDER + box('a') + box('b') + box('c') }
    const { diff, plan, refused } = fixed(files, { set: TEAM })
    assert.equal(changed(diff), '+\n+  default_tags {\n+    tags = {\n+      team = "fraud-ml"\n+    }\n+  }')
    assert.deepEqual(plan.changes, [
      {
        place: 'default_tags of provider "aws"',
        path: 'main.tf',
        tags: [{ key: 'team', value: 'fraud-ml', sources: ['--set'] }],
        reaches: ['a', 'b', 'c'].map((name) => ({ project: '.', address: `aws_instance.${name}` })),
      },
    ])
    assert.deepEqual(refused, [])
  })

  it('boxes that share a local: once, there', () => {
    const tags = '  tags = merge(local.tags, { Name = "x" })\n'
    const main = `locals {\n  tags = { Project = "fraud" }\n}\n${box('a', tags)}${box('b', tags)}`
    const { diff } = fixed({ 'ascribe.yml': TEAM_ONLY, 'main.tf': main }, { set: TEAM })
    assert.equal(
      changed(diff),
      '-  tags = { Project = "fraud" }\n+  tags = { Project = "fraud", team = "fraud-ml" }',
    )
  })

  it('a local that something else is made of is left alone, and each box gets its own', () => {
    const tags = '  tags = local.tags\n'
    const main = `locals {\n  tags = { Project = "fraud" }\n}\n${box('a', tags)}${box('b', `${tags}  user_data = jsonencode(local.tags)\n`)}`
    const { diff } = fixed({ 'ascribe.yml': TEAM_ONLY, 'main.tf': main }, { set: TEAM })
    assert.equal(changed(diff).match(/^\+.*merge\(local\.tags, \{ team = "fraud-ml" \}\)$/gm)!.length, 2)
  })

  it('a box of another team keeps its own over the default', () => {
    const main = PROVIDER + box('a') + box('b') + box('search', '  tags = { team = "search-ml" }\n')
    const { diff, files } = fixed({ 'ascribe.yml': TEAM_ONLY, 'main.tf': main }, { set: TEAM })
    assert.match(diff, /default_tags/)
    assert.match(files['main.tf']!, /team = "search-ml"/)
  })

  it('where boxes of one provider are of several teams, each is told by its own block', () => {
    const model = (name: string) => `  tags = {\n    model_id = "${name}"\n  }\n`
    const yml = `${ASCRIBE_YML}  search_rank_v2: { team: search-ml }\n`
    const main = PROVIDER + box('a', model('fraud_xgb_v7')) + box('b', model('search_rank_v2'))
    const { plan, diff, refused } = fixed({ 'ascribe.yml': yml, 'main.tf': main })
    assert.deepEqual(refused, [])
    assert.doesNotMatch(diff, /default_tags/)
    assert.deepEqual(
      plan.changes.map(({ place, tags }) => [place, tags[0]!.value, tags[0]!.sources[0]]).sort(),
      [
        ['aws_instance.a', 'fraud-ml', 'models.fraud_xgb_v7 at ascribe.yml:10'],
        ['aws_instance.b', 'search-ml', 'models.search_rank_v2 at ascribe.yml:11'],
      ],
    )
  })

  it('a module that two roots call: each caller says whose its use is', () => {
    const root = (provider: string) => `${provider}module "box" {\n  source = "../box"\n  tags   = {}\n}\n`
    const files = {
      'ascribe.yml': TEAM_ONLY,
      'prod/main.tf': root(''),
      'dev/main.tf': root(''),
      'box/main.tf': `variable "tags" {\n  type = map(string)\n}\n${box('x', '  tags = var.tags\n')}`,
    }
    const { files: after } = fixed(files, { set: TEAM })
    assert.equal(after['box/main.tf'], files['box/main.tf'])
    for (const name of ['prod/main.tf', 'dev/main.tf'] as const)
      assert.match(after[name]!, /tags {3}= \{ team = "fraud-ml" \}/)
  })

  it('a module is not written to where its other caller, outside the folder, would change', () => {
    const files = {
      'ascribe.yml': TEAM_ONLY,
      'ml/main.tf': 'module "box" {\n  source = "./box"\n}\n',
      'ml/box/main.tf': box('x'),
      'web/main.tf': 'module "box" {\n  source = "../ml/box"\n}\n',
    }
    const alone = { ...files, 'web/main.tf': '' }
    assert.equal(planned(alone, { below: 'ml', set: TEAM }).files.length, 1)
    const { files: written, refusals } = planned(files, { below: 'ml', set: TEAM })
    assert.deepEqual(written, [])
    assert.match(
      refusals[0]!.because,
      /module\.box\.aws_instance\.x would have "fraud-ml" for "team", and nothing/,
    )
  })

  it('tags of a node group go on to its machines', () => {
    const main = `resource "aws_eks_node_group" "gpu" {
  instance_types = ["p4d.24xlarge"]
  scaling_config {
    desired_size = 2
    min_size     = 2
    max_size     = 2
  }
  launch_template {
    id = aws_launch_template.gpu.id
  }
}

resource "aws_launch_template" "gpu" {
  name_prefix = "gpu-"
}
`
    const { files, refused } = fixed({ 'ascribe.yml': TEAM_ONLY, 'main.tf': main }, { set: TEAM })
    assert.match(
      files['main.tf']!,
      /tag_specifications \{\n {4}resource_type = "instance"\n\n {4}tags = \{\n {6}team = "fraud-ml"/,
    )
    assert.deepEqual(refused, [])
  })

  it('a misspelled key is renamed and not written again; a value that is nearly right is corrected', () => {
    const yml = TEAM_ONLY.replace('required: true }', 'required: true, values: [fraud-ml, search-ml] }')
    const main = box('a', '  tags = { Taem = "fraud-ml" }\n') + box('b', '  tags = { team = "frud-ml" }\n')
    const { diff, refused } = fixed({ 'ascribe.yml': yml, 'main.tf': main }, { set: { team: 'search-ml' } })
    assert.deepEqual(refused, [])
    assert.equal(
      changed(diff),
      '-  tags = { Taem = "fraud-ml" }\n+  tags = { team = "fraud-ml" }\n-  tags = { team = "frud-ml" }\n+  tags = { team = "fraud-ml" }',
    )
  })
})

describe('whose word a value is', () => {
  it('two neighbours that agree are a reason, and can be refused as one', () => {
    const own = '  tags = { team = "fraud-ml" }\n'
    const files = { 'ascribe.yml': TEAM_ONLY, 'main.tf': box('a', own) + box('b', own) + box('c') }
    const { plan } = fixed(files)
    assert.deepEqual(plan.changes[0]!.tags[0]!.sources, [
      'all 2 neighbours here that have it, e.g. main.tf:2',
    ])
    assert.deepEqual(fixed(files, { neighbours: false }).refused, [
      'aws_instance.c team: nobody says which. give it with --set team=VALUE',
    ])
  })

  it('one neighbour is none, and neither are two that disagree', () => {
    const own = (team: string) => `  tags = { team = "${team}" }\n`
    const one = { 'ascribe.yml': TEAM_ONLY, 'main.tf': box('a', own('fraud-ml')) + box('c') }
    assert.match(
      fixed(one).refused[0]!,
      /only one other resource here has it\. give it with --set team=VALUE/,
    )
    const two = { ...one, 'main.tf': box('a', own('fraud-ml')) + box('b', own('search-ml')) + box('c') }
    assert.match(fixed(two).refused[0]!, /its neighbours disagree: "fraud-ml" \(1\), "search-ml" \(1\)/)
  })

  it('the only value that is listed is a reason; the only team of the catalogue is none', () => {
    const yml = (values: string) => `version: 1
schema: { preset: none, keys: { team: { required: true, values: ${values} } }, dimensions: { team: team } }
teams: { fraud-ml: {} }
`
    const box = 'resource "aws_instance" "new" {\n  instance_type = "m5.large"\n}\n'
    assert.match(fixed({ 'ascribe.yml': yml('[fraud-ml]'), 'main.tf': box }).diff, /team = "fraud-ml"/)
    const { diff, refused } = fixed({ 'ascribe.yml': yml('catalogue'), 'main.tf': box })
    assert.equal(diff, '')
    assert.deepEqual(refused, [
      'aws_instance.new team: no other resource here has it. give it with --set team=VALUE',
    ])
  })

  it('a rule of owners says it, and an option that says otherwise is not taken', () => {
    const yml = `${TEAM_ONLY}owners:\n  - { match: { path: "train/**" }, set: { team: search-ml } }\n`
    const files = { 'ascribe.yml': yml, 'train/main.tf': box('a') }
    const [change] = fixed(files).plan.changes
    assert.deepEqual(change!.tags, [
      { key: 'team', value: 'search-ml', sources: ['owners at ascribe.yml:8'] },
    ])
    assert.deepEqual(fixed(files, { set: TEAM }).refused, [
      'aws_instance.a team: --set says "fraud-ml", and owners at ascribe.yml:8 says "search-ml"',
    ])
  })

  it('what somebody exempts is left alone', () => {
    const main = `\n# ascribe:ignore missing-tag retired in March${box('a')}`
    const { plan } = fixed({ 'ascribe.yml': TEAM_ONLY, 'main.tf': main }, { set: TEAM })
    assert.deepEqual([plan.files, plan.refusals], [[], []])
  })

  it('an option for a key or with a value that the schema does not have is a mistake', () => {
    const files = { 'ascribe.yml': ASCRIBE_YML, 'main.tf': box('a') }
    const said = (set: Readonly<Record<string, string>>) => () => planned(files, { set })
    const message = (text: RegExp) => (error: unknown) =>
      error instanceof ConfigurationError && text.test(error.message)
    assert.throws(said({ taem: 'x' }), message(/the schema has no key "taem"\. did you mean "team"\?/))
    assert.throws(
      said({ team: 'frauds' }),
      message(/the catalogue has no such team\. expected one of "fraud-ml"/),
    )
    assert.throws(said({ team: ' ' }), message(/a value is expected/))
  })
})

describe('what cannot be written', () => {
  it('JSON is left to its writer', () => {
    const json = '{"resource": {"aws_instance": {"train": {"instance_type": "p4d.24xlarge"}}}}'
    const { refused } = fixed({ 'ascribe.yml': TEAM_ONLY, 'main.tf.json': json }, { set: TEAM })
    assert.deepEqual(refused, [
      'aws_instance.train team: it is written in JSON, which is left to whoever writes it',
    ])
  })

  it('a value that a label cannot hold is none', () => {
    const yml = TEAM_ONLY
    const pod = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: scorer\nspec:\n  containers:\n    - name: c\n      image: x\n      resources:\n        requests: { cpu: "1", memory: 1Gi }\n`
    const { refused } = fixed({ 'ascribe.yml': yml, 'pod.yaml': pod }, { set: { team: 'Fraud & Risk' } })
    assert.match(refused[0]!, /"Fraud & Risk" \(--set\) cannot be the value of a Kubernetes label/)
  })
})
