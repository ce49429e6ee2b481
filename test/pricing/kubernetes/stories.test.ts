import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import { inspectTree } from '../../../core/check.ts'
import type { Attributed } from '../../../core/domain/owner.ts'
import type { InspectedTree } from '../../../core/inspect/inspect.ts'
import type { InspectedResource } from '../../../core/review/inspection.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { bookAt } from '../../support/frozen-book.ts'

const book = bookAt(join(import.meta.dirname, '../book'))
const inspected = (files: Record<string, string>): InspectedTree => inspectTree(memoryTree(files), '', book)

function the(tree: InspectedTree, address: string): InspectedResource {
  const found = tree.resources.find(({ resource }) => resource.address === address)
  assert.ok(found, `${address} is not among ${tree.resources.map(({ resource }) => resource.address)}`)
  return found
}

const dollars = ({ cost }: InspectedResource) => cost / 1e6
const total = ({ resources }: InspectedTree) => resources.reduce((sum, { cost }) => sum + cost, 0) / 1e6

function assumptions({ estimate }: InspectedResource): string {
  return estimate.kind === 'priced' ? estimate.assumptions.join('\n') : ''
}

/** m5.xlarge in us-east-1: $0.192 an hour, 4 CPU and 16 GiB. */
const cluster = ({ desired = 2, max = 6 } = {}) => `
provider "aws" { region = "us-east-1" }
resource "aws_eks_cluster" "ml" { name = "ml" }
resource "aws_eks_node_group" "cpu" {
  cluster_name    = aws_eks_cluster.ml.name
  node_group_name = "cpu"
  instance_types  = ["m5.xlarge"]
  disk_size       = 20
  tags            = { team = "platform" }
  scaling_config {
    min_size     = 1
    desired_size = ${desired}
    max_size     = ${max}
  }
}
`
const NODE = 0.192 * 730

const deployment = (replicas: number, resources: string, more = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: scorer, namespace: fraud, labels: { team: fraud-ml } }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: scorer } }
  template:
    metadata: { labels: { app: scorer } }
    spec:
${more}      containers:
        - { name: scorer, image: acme/scorer, resources: ${resources} }
`
const ONE_CPU = '{ requests: { cpu: 1, memory: 2Gi } }'

describe('what Kubernetes costs', () => {
  it('counts the nodes that Terraform makes once, and shares them out', () => {
    const alone = inspected({ 'infra/main.tf': cluster() })
    const both = inspected({ 'infra/main.tf': cluster(), 'k8s/app.yaml': deployment(3, ONE_CPU) })
    assert.equal(total(both), total(alone))
    const scorer = the(both, 'Deployment/fraud/scorer')
    const share = (1 * 0.031611 + 2 * 0.004237) / (4 * 0.031611 + 16 * 0.004237)
    assert.ok(Math.abs(dollars(scorer) - 3 * share * NODE) < 1e-5)
    assert.match(assumptions(scorer), /run in aws_eks_cluster\.ml of infra, the nearest cluster/)
    const pool = the(both, 'aws_eks_node_group.cpu')
    assert.ok(
      Math.abs(dollars(pool) + dollars(scorer) - dollars(the(alone, 'aws_eks_node_group.cpu'))) < 1e-9,
    )
  })

  it('counts as many nodes as the workloads need, and says so', () => {
    const tree = inspected({ 'infra/main.tf': cluster(), 'k8s/app.yaml': deployment(10, ONE_CPU) })
    // Three pods of 1 CPU fit beside what the kubelet keeps of four.
    assert.match(
      assumptions(the(tree, 'aws_eks_node_group.cpu')),
      /4 nodes instead of the 2 that are declared: its workloads request as much/,
    )
    const alone = inspected({ 'infra/main.tf': cluster({ desired: 4 }) })
    assert.equal(total(tree), total(alone))
  })

  it("does not take a pool whose name is generated for any other's", () => {
    const unnamed = cluster().replace('node_group_name = "cpu"', 'node_group_name_prefix = "cpu-"')
    const asks = (label: string) =>
      inspected({
        'infra/main.tf': unnamed,
        'k8s/app.yaml': deployment(3, ONE_CPU, `      nodeSelector: { ${label} }\n`),
      })
    const said = (tree: InspectedTree) => assumptions(the(tree, 'Deployment/fraud/scorer'))
    assert.match(
      said(asks('workload: training')),
      /no pool of aws_eks_cluster\.ml is known to admit its pods/,
    )
    assert.doesNotMatch(said(asks('eks.amazonaws.com/nodegroup: cpu-2026')), /is known to admit/)
  })

  it('does not take an AKS pool whose name is not known for one with any label', () => {
    const aks = `
provider "azurerm" {
  features {}
}
variable "suffix" {}
resource "azurerm_kubernetes_cluster" "ml" {
  name     = "ml"
  location = "eastus"
}
resource "azurerm_kubernetes_cluster_node_pool" "cpu" {
  name                  = "cpu\${var.suffix}"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.ml.id
  vm_size               = "Standard_D4s_v5"
  node_count            = 2
}
`
    const said = (label: string) => {
      const app = deployment(3, ONE_CPU, `      nodeSelector: { ${label} }\n`)
      return assumptions(
        the(inspected({ 'infra/main.tf': aks, 'k8s/app.yaml': app }), 'Deployment/fraud/scorer'),
      )
    }
    assert.match(
      said('workload: training'),
      /no pool of azurerm_kubernetes_cluster\.ml is known to admit its pods/,
    )
    for (const label of ['agentpool: cpublue', 'kubernetes.azure.com/agentpool: cpublue'])
      assert.doesNotMatch(said(label), /is known to admit/)
  })

  it('never counts more nodes than the pool may have: a part of the pods stays pending', () => {
    const tree = inspected({ 'infra/main.tf': cluster({ max: 3 }), 'k8s/app.yaml': deployment(60, ONE_CPU) })
    assert.equal(total(tree), total(inspected({ 'infra/main.tf': cluster({ desired: 3, max: 3 }) })))
    assert.match(assumptions(the(tree, 'Deployment/fraud/scorer')), /a part stays pending/)
    assert.ok(dollars(the(tree, 'aws_eks_node_group.cpu')) >= 0)
  })

  const batch = (parallelism: number) => `
apiVersion: batch/v1
kind: Job
metadata: { name: features }
spec:
  parallelism: ${parallelism}
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: features, image: acme/features, resources: ${ONE_CPU} }]
`
  const NIGHTLY = 'version: 1\nusage: [{ match: { kind: Job }, runs-per-month: 30, hours-per-run: 2 }]\n'

  it('keeps no nodes all month for a job that is done in two hours', () => {
    const infra = { 'infra/main.tf': cluster({ desired: 0, max: 60 }) }
    const alone = inspected(infra)
    const unsaid = inspected({ ...infra, 'k8s/job.yaml': batch(40) })
    assert.equal(total(unsaid), total(alone))
    const { estimate } = the(unsaid, 'Job/features')
    assert.ok(estimate.kind === 'usageBased')
    const share = (1 * 0.031611 + 2 * 0.004237) / (4 * 0.031611 + 16 * 0.004237)
    assert.match(
      estimate.because,
      new RegExp(`^runs until it is done, \\$${(40 * share * 0.192).toFixed(2)} an hour`),
    )
    const said = inspected({ ...infra, 'k8s/job.yaml': batch(40), 'ascribe.yml': NIGHTLY })
    const features = the(said, 'Job/features')
    assert.ok(Math.abs(dollars(features) - 40 * share * 0.192 * 60) < 1e-5)
    assert.ok(Math.abs(total(said) - total(alone) - dollars(features)) < 1e-9)
    assert.match(assumptions(features), /aws_eks_node_group\.cpu has no room for Pods/)
  })

  it('runs a job on nodes that are there anyway, where it fits, and counts them once', () => {
    const infra = { 'infra/main.tf': cluster({ desired: 2 }), 'ascribe.yml': NIGHTLY }
    const both = inspected({ ...infra, 'k8s/job.yaml': batch(6) })
    assert.equal(total(both), total(inspected(infra)))
    assert.ok(dollars(the(both, 'Job/features')) > 0)
  })

  it('adds up to the pool, whatever runs on it', () => {
    const pods = fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 3900 }),
      fc.integer({ min: 1, max: 14 }),
    )
    fc.assert(
      fc.property(pods, ([replicas, milli, gib]) => {
        const asked = `{ requests: { cpu: ${milli}m, memory: ${gib}Gi } }`
        const tree = inspected({ 'infra/main.tf': cluster(), 'k8s/app.yaml': deployment(replicas, asked) })
        const estimate = the(tree, 'aws_eks_node_group.cpu').estimate
        assert.ok(estimate.kind === 'priced')
        const whole = estimate.charges.filter(({ listCost }) => listCost > 0)
        const pool = whole.reduce((sum, { listCost }) => sum + listCost, 0)
        const control = the(tree, 'aws_eks_cluster.ml').cost
        assert.equal(Math.round(total(tree) * 1e6), pool + control)
        assert.ok(the(tree, 'aws_eks_node_group.cpu').cost >= 0)
      }),
      { numRuns: 30 },
    )
  })

  it('prices what Karpenter makes by the workload, on the cheapest type that its pool admits', () => {
    const tree = inspected({
      'ascribe.yml': 'version: 1\nclusters: { ml: { manifests: [k8s/**], region: us-east-1 } }\n',
      'k8s/nodes.yaml': `
apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: gpu }
spec:
  limits: { nvidia.com/gpu: 8 }
  template:
    spec:
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: gpu }
      taints: [{ key: nvidia.com/gpu, effect: NoSchedule }]
      requirements: [{ key: karpenter.k8s.aws/instance-family, operator: In, values: [g5, g6] }]
`,
      'k8s/app.yaml': deployment(
        2,
        '{ requests: { cpu: 2, memory: 8Gi }, limits: { nvidia.com/gpu: 1 } }',
        '      tolerations: [{ key: nvidia.com/gpu, operator: Exists }]\n',
      ),
    })
    const scorer = the(tree, 'Deployment/fraud/scorer')
    assert.ok(scorer.estimate.kind === 'priced')
    const [asked, stranded] = scorer.estimate.charges
    assert.match(asked!.description, /2 × 2 CPU, 8 GiB, 1 nvidia\.com\/gpu\) on g6\.xlarge/)
    assert.match(stranded!.description, /^Left unusable beside the GPUs/)
    assert.ok(Math.abs(dollars(scorer) - 2 * 0.8048 * 730) < 1e-5, 'two whole nodes: each has one GPU')
    assert.equal(asked!.basis.kind, 'equivalent')
    assert.equal(dollars(the(tree, 'NodePool/gpu')), 0)
  })

  it('takes the smallest of the machines on which a pod costs the same', () => {
    const scorer = the(
      inspected({
        'app.yaml': deployment(1, ONE_CPU, '      nodeSelector: { karpenter.k8s.aws/instance-family: c5 }\n'),
      }),
      'Deployment/fraud/scorer',
    )
    assert.ok(scorer.estimate.kind === 'priced')
    assert.match(scorer.estimate.charges[0]!.description, /on c5\.large$/)
  })

  it('knows what a GPU costs that Google attaches to machines of any size', () => {
    const { estimate } = the(
      inspected({
        'app.yaml': deployment(
          1,
          '{ limits: { nvidia.com/gpu: 2 } }',
          '      nodeSelector: { cloud.google.com/gke-accelerator: nvidia-tesla-t4 }\n',
        ),
      }),
      'Deployment/fraud/scorer',
    )
    assert.ok(estimate.kind === 'priced')
    const [gpus] = estimate.charges
    assert.equal(gpus!.description, 'GPUs of Pods (1 × 2 nvidia.com/gpu)')
    assert.deepEqual([gpus!.listUnitPrice, gpus!.pricingQuantity], [0.35, 2 * 730])
  })

  it("never prices a known GPU model as if it were anybody's GPU", () => {
    const { estimate } = the(
      inspected({
        'app.yaml': deployment(
          1,
          '{ limits: { google.com/tpu: 4 } }',
          '      nodeSelector: { cloud.google.com/gke-tpu-accelerator: tpu-v2-podslice }\n',
        ),
      }),
      'Deployment/fraud/scorer',
    )
    assert.deepEqual(estimate, {
      kind: 'unpriced',
      because:
        'the price book has no machine that fits with cloud.google.com/gke-tpu-accelerator tpu-v2-podslice',
    })
  })

  it('leaves a pool as it is where a provisioner makes nodes for what does not fit', () => {
    const infra = {
      'infra/main.tf': cluster({ desired: 2, max: 60 }),
      'k8s/nodes.yaml': `
apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: default }
spec:
  template:
    spec:
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: default }
      requirements: [{ key: node.kubernetes.io/instance-type, operator: In, values: [m5.2xlarge] }]
`,
    }
    const alone = inspected(infra)
    const few = inspected({ ...infra, 'k8s/app.yaml': deployment(6, ONE_CPU) })
    assert.equal(total(few), total(alone), 'they fit on the nodes that are there')
    const many = inspected({ ...infra, 'k8s/app.yaml': deployment(40, ONE_CPU) })
    const scorer = the(many, 'Deployment/fraud/scorer')
    assert.ok(scorer.estimate.kind === 'priced')
    assert.match(scorer.estimate.charges[0]!.description, /40 × 1 CPU, 2 GiB\) on m5\.2xlarge/)
    assert.ok(Math.abs(total(many) - total(alone) - dollars(scorer)) < 1e-9)
  })

  it('falls back to rates where nothing is known of the cluster, and marks them', () => {
    const scorer = the(inspected({ 'app.yaml': deployment(1, ONE_CPU) }), 'Deployment/fraud/scorer')
    assert.ok(Math.abs(dollars(scorer) - (0.031611 + 2 * 0.004237) * 730) < 1e-5)
    assert.match(assumptions(scorer), /OpenCost's default rates/)
    assert.ok(scorer.estimate.kind === 'priced')
    assert.ok(scorer.estimate.charges.every(({ basis }) => basis.kind === 'equivalent'))
  })

  it('knows whose machines have Neuron devices, whoever asks for them', () => {
    const asked = '{ requests: { cpu: 4, memory: 16Gi }, limits: { aws.amazon.com/neuron: 1 } }'
    const scorer = the(inspected({ 'app.yaml': deployment(1, asked) }), 'Deployment/fraud/scorer')
    assert.ok(scorer.estimate.kind === 'priced')
    const [first] = scorer.estimate.charges
    assert.match(first!.description, / on (?:inf|trn)\d/)
    assert.equal(first!.basis.kind, 'equivalent')
    assert.match(assumptions(scorer), /prices of us-east-1: nothing says in which region/)
  })

  it('takes the rates that the configuration declares', () => {
    const tree = inspected({
      'ascribe.yml':
        'version: 1\nclusters: { edge: { manifests: ["**"], rates: { cpu: 0.04, memory: 0.005 } } }\n',
      'app.yaml': deployment(2, ONE_CPU),
    })
    assert.ok(Math.abs(dollars(the(tree, 'Deployment/fraud/scorer')) - 2 * (0.04 + 0.01) * 730) < 1e-5)
  })

  it('never makes money of what requests nothing', () => {
    const { estimate } = the(inspected({ 'app.yaml': deployment(3, '{}') }), 'Deployment/fraud/scorer')
    assert.deepEqual(estimate, { kind: 'unpriced', because: 'no container says what it requests' })
  })

  const job = `
apiVersion: batch/v1
kind: Job
metadata: { name: train }
spec:
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: train, image: acme/train, resources: { requests: { cpu: 10, memory: 0 } } }]
`
  it('has no monthly figure for a job until somebody says how long it runs', () => {
    const { estimate } = the(inspected({ 'job.yaml': job }), 'Job/train')
    assert.ok(estimate.kind === 'usageBased')
    assert.match(estimate.because, /^runs until it is done, \$0\.32 an hour/)
    const said = inspected({
      'job.yaml': job,
      'ascribe.yml': 'version: 1\nusage: [{ match: { kind: Job }, runs-per-month: 30, hours-per-run: 2 }]\n',
    })
    assert.ok(Math.abs(dollars(the(said, 'Job/train')) - 60 * 0.31611) < 1e-5)
  })

  it('says in one figure what an hour of a job of many parts costs', () => {
    const { estimate } = the(
      inspected({
        'spark.yaml': `
apiVersion: sparkoperator.k8s.io/v1beta2
kind: SparkApplication
metadata: { name: features }
spec:
  driver: { cores: 1, memory: 1g, memoryOverhead: 0m }
  executor: { instances: 3, cores: 2, memory: 4g, memoryOverhead: 0m }
`,
      }),
      'SparkApplication/features',
    )
    assert.ok(estimate.kind === 'usageBased')
    const hour = 0.031611 + 0.004237 + 3 * (2 * 0.031611 + 4 * 0.004237)
    assert.equal(
      estimate.because,
      `runs until it is done, $${hour.toFixed(2)} an hour. say how long under "usage" in ascribe.yml`,
    )
  })

  it('says why nothing is known of an object that Terraform makes', () => {
    const tree = inspected({
      'main.tf': `
variable "replicas" { type = number }
resource "kubernetes_manifest" "scorer" {
  manifest = yamldecode(templatefile("\${path.module}/scorer.tftpl", { replicas = var.replicas }))
}
resource "kubectl_manifest" "empty" {
  yaml_body = "# nothing yet"
}
resource "helm_release" "addons" {
  name  = "addons"
  chart = "addons"
}
`,
      'scorer.tftpl': `${deployment(3, ONE_CPU)}# \${replicas}\n`,
    })
    const said = (address: string) => {
      const { estimate } = the(tree, address)
      assert.ok(estimate.kind === 'unknown' || estimate.kind === 'unpriced')
      return estimate.because
    }
    assert.match(said('kubernetes_manifest.scorer'), /^`manifest` is unknown: .*replicas/)
    assert.match(said('kubectl_manifest.empty'), /^`yaml_body` holds no Kubernetes object/)
    assert.match(said('helm_release.addons'), /^its chart is not rendered/)
  })

  it('prices an object alike, whether kubectl or Terraform applies it', () => {
    const yaml = the(inspected({ 'app.yaml': deployment(3, ONE_CPU) }), 'Deployment/fraud/scorer')
    const terraform = inspected({
      'main.tf': `resource "kubectl_manifest" "scorer" {\n  yaml_body = file("\${path.module}/scorer.tpl")\n}\n`,
      'scorer.tpl': deployment(3, ONE_CPU),
    })
    const made = the(terraform, 'kubectl_manifest.scorer')
    assert.equal(dollars(made), dollars(yaml))
    assert.equal(made.resource.type, 'apps/Deployment')
  })
})

describe('one object', () => {
  it('is counted once where Terraform applies its file', () => {
    const tree = inspected({
      'k8s/main.tf': `resource "kubectl_manifest" "scorer" {\n  yaml_body = file("\${path.module}/scorer.yaml")\n}\n`,
      'k8s/scorer.yaml': deployment(3, ONE_CPU),
      'k8s/other.yaml': deployment(1, ONE_CPU).replace('name: scorer,', 'name: other,'),
    })
    assert.deepEqual(
      tree.resources.map(({ resource }) => resource.address),
      ['kubectl_manifest.scorer', 'Deployment/fraud/other'],
    )
  })

  it('of a name that another file has too is told by its file, and stays what it is when the other goes', () => {
    const addresses = (files: Record<string, string>) =>
      inspected(files).resources.map(({ resource }) => resource.address)
    const [a, b, c] = ['a.yaml', 'b.yaml', 'c.yaml'].map((name) => ({ [name]: deployment(1, ONE_CPU) }))
    const named = (file: string) => `Deployment/fraud/scorer (${file})`
    assert.deepEqual(addresses({ ...a, ...b, ...c }), [named('a.yaml'), named('b.yaml'), named('c.yaml')])
    assert.deepEqual(addresses({ ...b, ...c }), [named('b.yaml'), named('c.yaml')])
  })
})

describe('whose a pod is', () => {
  const told = (answer: Attributed) => (answer.kind === 'known' ? answer.value : answer.kind)
  const keys = `version: 1
schema: { preset: none, keys: { team: { required: true } }, dimensions: { team: team } }
`
  const findings = (tree: InspectedTree, address: string) =>
    tree.findings.filter((finding) => finding.address === address).map(({ message }) => message)

  it('is said by the labels of the pod template: on the Deployment alone they are missing', () => {
    const tree = inspected({ 'ascribe.yml': keys, 'app.yaml': deployment(1, ONE_CPU) })
    assert.deepEqual(findings(tree, 'Deployment/fraud/scorer'), [
      'Deployment/fraud/scorer has no "team" label: Deployment/fraud/scorer itself has it, and its pods do not get it',
    ])
  })

  it('comes from the namespace where the configuration says so', () => {
    const tree = inspected({
      'ascribe.yml': `${keys}clusters: { ml: { manifests: ["**"], namespaces: { fraud: { team: fraud-ml } } } }\n`,
      'app.yaml': deployment(1, ONE_CPU),
    })
    const scorer = the(tree, 'Deployment/fraud/scorer')
    assert.deepEqual(findings(tree, 'Deployment/fraud/scorer'), [])
    assert.equal(told(scorer.owner.team), 'fraud-ml')
  })

  it("is the node's where the bill shows nothing else", () => {
    const tree = inspected({
      'ascribe.yml': `${keys}clusters: { ml: { manifests: [k8s/**], region: us-east-1, allocation: node-tags } }\n`,
      'k8s/nodes.yaml': `
apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: cpu }
spec:
  template:
    spec:
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: cpu }
      requirements: [{ key: karpenter.k8s.aws/instance-family, operator: In, values: [m5] }]
---
apiVersion: karpenter.k8s.aws/v1
kind: EC2NodeClass
metadata: { name: cpu }
spec: { tags: { team: platform } }
`,
      'k8s/app.yaml': deployment(1, ONE_CPU),
    })
    assert.equal(told(the(tree, 'Deployment/fraud/scorer').owner.team), 'platform')
    assert.deepEqual(findings(tree, 'Deployment/fraud/scorer'), [])
  })

  it("is nobody's where only the node group is tagged: its tags stop there", () => {
    const tree = inspected({
      'ascribe.yml': `${keys}clusters: { ml: { manifests: [k8s/**], allocation: node-tags } }\n`,
      'infra/main.tf': cluster(),
      'k8s/app.yaml': deployment(1, ONE_CPU),
    })
    assert.equal(told(the(tree, 'Deployment/fraud/scorer').owner.team), 'missing')
  })

  it('is spelled as the schema spells labels', () => {
    const tree = inspected({
      'ascribe.yml': `version: 1
schema:
  preset: none
  keys: { model_id: { required: true } }
  dimensions: { model: model_id }
  targets: { kubernetes: { prefix: ml.acme.example/, separator: "-" } }
`,
      'app.yaml': deployment(1, ONE_CPU).replace(
        '{ app: scorer } }\n    spec',
        '{ app: scorer, ml.acme.example/model-id: fraud_xgb_v7 } }\n    spec',
      ),
    })
    assert.equal(told(the(tree, 'Deployment/fraud/scorer').owner.model), 'fraud_xgb_v7')
    assert.deepEqual(tree.findings, [])
  })
})

describe('a Service that asks its cloud for a load balancer', () => {
  const exposed = `apiVersion: v1
kind: Service
metadata: { name: chat }
spec:
  type: LoadBalancer
  ports: [{ name: http, port: 80 }, { name: grpc, port: 9000 }]
`
  const on = (terraform: string) =>
    the(inspected({ 'infra/main.tf': terraform, 'k8s/service.yaml': exposed }), 'Service/chat')

  it('costs what that cloud takes for one', () => {
    assert.equal(dollars(on(cluster())), 0.025 * 730)
    const gke = on(
      'resource "google_container_cluster" "ml" {\n  name = "ml"\n  location = "us-central1"\n}\n',
    )
    assert.equal(dollars(gke), 0.01 * 730)
    assert.match(assumptions(gke), /every rule is charged as those beyond the first five are/)
    const aks = on(`
resource "azurerm_kubernetes_cluster" "ml" {
  name     = "ml"
  location = "eastus"
  default_node_pool {
    name       = "cpu"
    vm_size    = "Standard_D4s_v5"
    node_count = 1
  }
}
`)
    assert.equal(dollars(aks), 2 * 0.01 * 730)
  })
})
