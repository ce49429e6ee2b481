import assert from 'node:assert/strict'
import { reviewChange } from '../../core/changes/review-change.ts'
import { renderers } from '../../core/index.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'
import { type Files, moneyBy, ownerIn, said, told } from './stories.ts'

const PROVIDER = 'provider "aws" {\n  region = "us-east-1"\n}\n'
const SCHEMA =
  'version: 1\nschema: { preset: none, keys: { team: { required: true } }, dimensions: { team: team } }\n'
const tree = (main: string, more: Files = {}): Files => ({
  'ascribe.yml': SCHEMA,
  'main.tf': PROVIDER + main,
  ...more,
})

const NODE_GROUP = `
resource "aws_eks_node_group" "gpu" {
  instance_types = ["g5.xlarge"]
  scaling_config {
    min_size     = 2
    desired_size = 2
    max_size     = 2
  }
  tags = { team = "fraud-ml" }
`

describe('a node group tagged for fraud-ml, its instances billed to nobody', () => {
  it('is two GPU machines that no team owns', () => {
    const files = tree(`${NODE_GROUP}}`)
    const money = moneyBy(files)
    // 2 × 730 h × $1.006, and 2 × 20 GiB gp2 at $0.10.
    assert.deepEqual(money['aws_eks_node_group.gpu'], [1472.76, 'missing'])
    const [finding, ...others] = told(files, 'tag-not-billed')
    assert.deepEqual(others, [])
    assert.match(finding!, /^\$1472\.76 the tag "team" of aws_eks_node_group\.gpu does not reach the bill/)
    assert.deepEqual(told(files, 'missing-tag'), [])
  })

  it('is billed to the team that its launch template names, whatever the group itself says', () => {
    const files = tree(`
resource "aws_launch_template" "gpu" {
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 100
      volume_type = "gp3"
    }
  }
  tag_specifications {
    resource_type = "instance"
    tags          = { team = "search-ml" }
  }
}
${NODE_GROUP}
  launch_template {
    id      = aws_launch_template.gpu.id
    version = "1"
  }
}`)
    assert.equal(moneyBy(files)['aws_eks_node_group.gpu']![1], 'search-ml')
    // Two volumes of 100 GiB at $0.08: what the template says of instances does not reach them.
    assert.deepEqual(told(files, 'tag-not-billed'), [
      '$16 the tag "team" of aws_eks_node_group.gpu does not reach the bill of its volumes. write it in `tag_specifications { resource_type = "volume" }` of aws_launch_template.gpu',
    ])
  })

  it('is not missing a tag that only the launch template has', () => {
    const files = tree(`
resource "aws_launch_template" "gpu" {
  tag_specifications {
    resource_type = "instance"
    tags          = { team = "fraud-ml" }
  }
}
resource "aws_eks_node_group" "gpu" {
  instance_types = ["g5.xlarge"]
  scaling_config {
    min_size     = 1
    desired_size = 1
    max_size     = 1
  }
  launch_template {
    id      = aws_launch_template.gpu.id
    version = "1"
  }
}`)
    assert.equal(moneyBy(files)['aws_eks_node_group.gpu']![1], 'fraud-ml')
    assert.deepEqual(told(files, 'missing-tag'), [])
  })

  it('is billed by what aws_autoscaling_group_tag puts on its scaling group', () => {
    const files = tree(`${NODE_GROUP}}
resource "aws_autoscaling_group_tag" "team" {
  autoscaling_group_name = aws_eks_node_group.gpu.resources[0].autoscaling_groups[0].name
  tag {
    key                 = "team"
    value               = "fraud-ml"
    propagate_at_launch = true
  }
}`)
    assert.equal(moneyBy(files)['aws_eks_node_group.gpu']![1], 'fraud-ml')
  })
})

describe('whose money it is', () => {
  const endpoint = (tags: string, configurationTags: string) => `
resource "aws_sagemaker_endpoint_configuration" "fraud" {
  name = "fraud"
  production_variants {
    model_name             = "fraud"
    instance_type          = "ml.m5.xlarge"
    initial_instance_count = 1
  }
  tags = { ${configurationTags} }
}
resource "aws_sagemaker_endpoint" "fraud" {
  endpoint_config_name = aws_sagemaker_endpoint_configuration.fraud.name
  tags                 = { ${tags} }
}`

  it('of an endpoint is what the endpoint says, not its configuration', () => {
    const files = tree(endpoint('', 'team = "fraud-ml"'))
    assert.equal(said(ownerIn(files, 'aws_sagemaker_endpoint.fraud'), 'team'), 'missing')
    const [missing] = told(files, 'missing-tag')
    assert.match(
      missing!,
      /aws_sagemaker_endpoint\.fraud has no "team" tag: aws_sagemaker_endpoint_configuration\.fraud has it, whose tags do not reach the bill/,
    )
    const other = tree(endpoint('team = "search-ml"', 'team = "fraud-ml"'))
    assert.equal(said(ownerIn(other, 'aws_sagemaker_endpoint.fraud'), 'team'), 'search-ml')
  })

  it('of what takes no tags itself is that of what tags its machines, and may be missing there', () => {
    const group = (labels: string) =>
      tree(`
resource "google_compute_instance_template" "gpu" {
  machine_type = "n1-standard-4"
  labels       = { ${labels} }
}
resource "google_compute_instance_group_manager" "gpu" {
  target_size = 2
  zone        = "us-central1-a"
  version { instance_template = google_compute_instance_template.gpu.id }
}`)
    const address = 'google_compute_instance_group_manager.gpu'
    const tagged = group('team = "fraud-ml"')
    assert.equal(said(ownerIn(tagged, address), 'team'), 'fraud-ml')
    assert.deepEqual(told(tagged, 'missing-tag'), [])
    const [missing] = told(group(''), 'missing-tag').filter((text) => text.includes(address))
    assert.match(missing!, /google_compute_instance_group_manager\.gpu has no "team" tag$/)
  })

  it('is nobody’s where the key is not activated for cost allocation', () => {
    const train =
      'resource "aws_instance" "train" {\n  instance_type = "m5.large"\n  tags = { team = "fraud-ml" }\n}\n'
    const inactive =
      'resource "aws_ce_cost_allocation_tag" "team" {\n  tag_key = "team"\n  status = "Inactive"\n}\n'
    assert.equal(said(ownerIn(tree(train), 'aws_instance.train'), 'team'), 'fraud-ml')
    assert.equal(said(ownerIn(tree(train + inactive), 'aws_instance.train'), 'team'), 'missing')
  })
})

describe('what owners: declares', () => {
  const NOTHING = `
resource "aws_instance" "serve" {
  instance_type = "m5.large"
}
`
  const declared = (rules: string) => tree(NOTHING, { 'ascribe.yml': `${SCHEMA}owners:\n${rules}` })

  it('is an owner, shown as declared, with the rule that says so', () => {
    const files = declared('  - { match: { path: "*.tf" }, set: { team: ml-platform } }\n')
    assert.equal(said(ownerIn(files, 'aws_instance.serve'), 'team'), 'ml-platform (declared, ascribe.yml:4)')
    // Declared is not tagged: the tag is still missing.
    assert.equal(told(files, 'missing-tag').length, 1)
  })

  it('gives way to a tag on the bill, unless the order says otherwise', () => {
    const rules = '  - { match: { type: aws_instance }, set: { team: ml-platform } }\n'
    const tagged = NOTHING.replace('\n}', '\n  tags = { team = "fraud-ml" }\n}')
    const files = { ...tree(tagged), 'ascribe.yml': `${SCHEMA}owners:\n${rules}` }
    assert.equal(said(ownerIn(files, 'aws_instance.serve'), 'team'), 'fraud-ml')
    const order = 'attribution: { order: [declared, bill-tags] }\n'
    const other = { ...files, 'ascribe.yml': `${SCHEMA}owners:\n${rules}${order}` }
    assert.match(said(ownerIn(other, 'aws_instance.serve'), 'team'), /^ml-platform \(declared/)
  })

  it('can be matched by module, provider and namespace; the first rule that matches holds', () => {
    const files: Files = {
      'ascribe.yml': `${SCHEMA}owners:
  - { match: { module: module.search, provider: aws.research }, set: { team: search-ml } }
  - { match: { module: module.search }, set: { team: ranking } }
  - { match: { namespace: fraud }, set: { team: fraud-ml } }
`,
      'main.tf': `
provider "aws" {
  region = "us-east-1"
}
provider "aws" {
  alias  = "research"
  region = "us-east-1"
}
module "search" {
  for_each  = toset(["a"])
  source    = "./m"
  providers = { aws = aws.research }
}
`,
      'm/main.tf': 'resource "aws_instance" "x" {\n  instance_type = "m5.large"\n}\n',
      'k8s/scorer.yaml': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: scorer, namespace: fraud }
spec:
  template:
    spec: { containers: [{ name: a, resources: { requests: { cpu: 1 } } }] }
`,
    }
    const search = said(ownerIn(files, 'module.search["a"].aws_instance.x'), 'team')
    assert.equal(search, 'search-ml (declared, ascribe.yml:4)')
    assert.equal(
      said(ownerIn(files, 'Deployment/fraud/scorer'), 'team'),
      'fraud-ml (declared, ascribe.yml:6)',
    )
  })
})

describe('the comment', () => {
  it('says how much of the coverage is there by declaration', () => {
    const server = 'resource "aws_instance" "serve" {\n  instance_type = "m5.large"\n}\n'
    const owners = 'owners:\n  - { match: { type: aws_instance }, set: { team: ml-platform } }\n'
    const head = tree(server, { 'ascribe.yml': SCHEMA + owners })
    const review = reviewChange(
      { label: 'base', tree: memoryTree({ ...head, 'main.tf': PROVIDER }) },
      { label: 'head', tree: memoryTree(head) },
      { below: '', prices: frozenBook(), failOn: undefined },
    )
    assert.equal(review.coverage.after.declared, review.coverage.after.attributed)
    const options = { colour: false, width: 100 }
    for (const render of [renderers.review.markdown, renderers.review.terminal])
      assert.match(render(review, options), /\(\$70 by declared inheritance\)/)
    assert.match(renderers.review.html(review, options), /\(\$70 declared\)/)
    assert.equal(JSON.parse(renderers.review.json(review, options)).coverage.after.declared, 70.08)
  })
})
