import assert from 'node:assert/strict'
import fc from 'fast-check'
import { inspectTree } from '../../core/check.ts'
import { toDollars, usd } from '../../core/domain/money.ts'
import { diagnosticsOf } from '../../core/editor/diagnostics.ts'
import { renderers } from '../../core/render/index.ts'
import { findConfig } from '../../core/settings/find-config.ts'
import { memoryTree, type SourceTree } from '../../core/source/source-tree.ts'
import { nearTo } from '../../core/workspace/pending.ts'
import { createWorkspace, type Workspace } from '../../core/workspace.ts'
import { frozenBook } from '../support/frozen-book.ts'

const prices = frozenBook()

const PROVIDER = 'provider "aws" {\n  region = "us-east-1"\n}\n'
const MODULE = `variable "size" {}
variable "tags" { default = {} }
resource "aws_ebs_volume" "features" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = var.size
  tags              = var.tags
}
`
const PLATFORM: Readonly<Record<string, string>> = {
  'training/main.tf': `${PROVIDER}module "store" {\n  source = "../modules/store"\n  size   = 100\n}\n`,
  'serving/main.tf': `${PROVIDER}resource "aws_instance" "endpoint" {\n  instance_type = "g5.xlarge"\n}\n`,
  'features/main.tf': `${PROVIDER}module "store" {\n  source = "../modules/store"\n  size   = jsondecode(file("size.json"))\n}\n`,
  'features/size.json': '50',
  'modules/store/main.tf': MODULE,
}

/** What runs on a cluster: in which set of manifests, and with which cluster, decides its cost. */
const CLUSTER = `${PROVIDER}resource "aws_eks_cluster" "ml" {
  name = "ml"
}
resource "aws_eks_node_group" "gpu" {
  cluster_name   = aws_eks_cluster.ml.name
  instance_types = ["g5.xlarge"]
  scaling_config {
    desired_size = 2
    min_size     = 1
    max_size     = 4
  }
}
`
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: scorer
  labels: { team: fraud-ml }
spec:
  replicas: 2
  selector: { matchLabels: { app: scorer } }
  template:
    metadata: { labels: { app: scorer } }
    spec:
      containers:
        - name: scorer
          image: scorer:1
          resources: { requests: { cpu: "2", memory: 4Gi, nvidia.com/gpu: 1 }, limits: { nvidia.com/gpu: 1 } }
`

const POOL = `apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: spare }
spec:
  template:
    spec:
      requirements:
        - { key: node.kubernetes.io/instance-type, operator: In, values: [g5.xlarge, g5.2xlarge] }
`
const SCALER = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: scorer }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: scorer }
  minReplicas: 3
  maxReplicas: 9
`
const IN_TERRAFORM = `${CLUSTER}resource "kubectl_manifest" "agent" {
  yaml_body = <<-YAML
    apiVersion: apps/v1
    kind: Deployment
    metadata: { name: agent }
    spec:
      replicas: 2
      template:
        spec:
          containers:
            - { name: agent, resources: { requests: { cpu: 1, memory: 2Gi } } }
  YAML
}
`

/** A cluster with pools, what Terraform runs on it, and what is applied to it in other ways. */
const CLUSTERS: Readonly<Record<string, string>> = {
  'cluster/main.tf': IN_TERRAFORM,
  'cluster/pool.yaml': POOL,
  'app/base/kustomization.yaml': 'resources: [scorer.yaml]\n',
  'app/base/scorer.yaml': DEPLOYMENT,
  'app/prod/kustomization.yaml': 'resources: [../base, scaler.yaml]\nnamePrefix: prod-\n',
  'app/prod/scaler.yaml': SCALER,
  'app/dev/kustomization.yaml':
    'resources: [../base]\nnamespace: dev\nreplicas: [{ name: scorer, count: 1 }]\n',
  'batch/job.yaml': DEPLOYMENT,
  'training/main.tf': `${PROVIDER}resource "aws_instance" "train" {\n  instance_type = "g5.xlarge"\n}\n`,
  'ascribe.yml': 'version: 1\n',
}
const OTHER_CLUSTERS: Readonly<Record<string, string>> = {
  'cluster/main.tf': `# moved down\n${IN_TERRAFORM.replace('g5.xlarge', 'g5.12xlarge').replace('cpu: 1', 'cpu: 3')}`,
  'cluster/pool.yaml': POOL.replace('spare', 'other').replace('g5.xlarge, ', ''),
  'app/base/kustomization.yaml': 'resources: [scorer.yaml, ../prod]\n',
  'app/base/scorer.yaml': DEPLOYMENT.replace('replicas: 2', 'replicas: 4'),
  'app/prod/kustomization.yaml': 'resources: [../base, missing.yaml]\nhelmCharts: [{ name: vllm }]\n',
  'app/prod/scaler.yaml': SCALER.replace('minReplicas: 3', 'minReplicas: 1'),
  'app/dev/kustomization.yaml': 'resources: [../base, "https://example.com/base.yaml"]\n',
  'batch/job.yaml': `${DEPLOYMENT}---\n${SCALER}`,
  'training/main.tf': `${PROVIDER}locals { y = yamldecode(file("../batch/job.yaml")) }\n`,
  'ascribe.yml': `version: 1
clusters:
  - name: ml
    manifests: ["app/**"]
    node-pools: [{ terraform: "aws_eks_node_group.*" }]
`,
}

/** Files that can be changed, with what was read of them. */
function changing(start: Readonly<Record<string, string>>) {
  const files = { ...start }
  const read: string[] = []
  const now = (): SourceTree => memoryTree(files)
  let current = now()
  const tree: SourceTree = {
    read: (path) => {
      read.push(path)
      return current.read(path)
    },
    list: (directory) => current.list(directory),
  }
  const write = (path: string, text: string | undefined): void => {
    if (text === undefined) delete files[path]
    else files[path] = text
    current = now()
  }
  return { tree, write, now, read }
}

function opened(start: Readonly<Record<string, string>>) {
  const disk = changing(start)
  const workspace = createWorkspace({ tree: disk.tree, below: '', prices })
  const stepsAfter = (path: string, text: string | undefined): number => {
    disk.write(path, text)
    disk.read.length = 0
    workspace.invalidate([path])
    return steps(workspace)
  }
  return { ...disk, workspace, stepsAfter, first: steps(workspace) }
}

function steps(workspace: Workspace): number {
  let count = 0
  while (workspace.step()) count++
  return count
}

const json = (workspace: Workspace): string =>
  renderers.inspect.json(workspace.inspection(), { colour: false, width: 100 })
const fresh = (tree: SourceTree): string =>
  renderers.inspect.json(inspectTree(tree, '', prices), { colour: false, width: 100 })

/** What an editor is told, by file. */
const said = (workspace: Workspace): readonly string[] =>
  workspace
    .files()
    .map((path) => `${path}: ${JSON.stringify(saidOf(workspace, path))}`)
    .sort()

const saidOf = (workspace: Workspace, path: string): readonly string[] =>
  diagnosticsOf(workspace.at(path), { scope: 'all', severity: 'configured' })
    .map((diagnostic) => JSON.stringify(diagnostic))
    .sort()

describe('workspace', () => {
  it('sees what a whole inspection sees', () => {
    const { workspace, now, first } = opened(PLATFORM)
    assert.equal(first, 3)
    assert.equal(json(workspace), fresh(now()))
  })

  it('an edit of a root is read again alone', () => {
    const { workspace, stepsAfter, read, now } = opened(PLATFORM)
    assert.equal(stepsAfter('serving/main.tf', PLATFORM['serving/main.tf']!.replace('xlarge', '2xlarge')), 1)
    assert.deepEqual(
      read.filter((path) => path.endsWith('.tf')),
      ['serving/main.tf'],
    )
    assert.equal(json(workspace), fresh(now()))
  })

  it('an edit of a shared module reaches the roots that call it', () => {
    const { workspace, stepsAfter, now } = opened(PLATFORM)
    assert.equal(stepsAfter('modules/store/main.tf', MODULE.replace('"gp3"', '"gp2"')), 2)
    assert.equal(json(workspace), fresh(now()))
  })

  it('a file that a function reads reaches its root; one that nobody reads, nobody', () => {
    const { workspace, stepsAfter, now } = opened(PLATFORM)
    assert.equal(stepsAfter('features/size.json', '500'), 1)
    assert.equal(json(workspace), fresh(now()))
    assert.equal(stepsAfter('README.md', 'The platform'), 0)
  })

  it('roots come and go, and what is called is no root', () => {
    const { workspace, stepsAfter, now } = opened(PLATFORM)
    stepsAfter('monitoring/main.tf', PLATFORM['serving/main.tf'])
    assert.ok(workspace.inspection().projects.includes('monitoring'))
    stepsAfter('training/main.tf', undefined)
    stepsAfter('features/main.tf', PROVIDER)
    assert.deepEqual([...workspace.inspection().projects].sort(), [
      'features',
      'modules/store',
      'monitoring',
      'serving',
    ])
    assert.equal(json(workspace), fresh(now()))
  })

  it('another ascribe.yml is asked of all, and none is evaluated again for it', () => {
    const { workspace, stepsAfter, read } = opened(PLATFORM)
    const before = workspace.inspection().findings.length
    assert.equal(stepsAfter('ascribe.yml', 'version: 1\nchecks:\n  severity: { missing-tag: off }\n'), 3)
    assert.ok(!read.some((path) => path.endsWith('.tf')))
    assert.ok(workspace.inspection().findings.length < before)
    assert.equal(stepsAfter('ascribe.yml', 'version: 1\nchecks:\n  severity: { missing-tag: off }\n'), 0)
  })

  it('a file of the catalogue that ascribe.yml includes is read anew', () => {
    const yml = 'version: 1\ninclude: [teams.csv]\n'
    const { workspace, stepsAfter } = opened({ ...PLATFORM, 'ascribe.yml': yml, 'teams.csv': 'team\na\n' })
    const teams = () => [...workspace.config().config.teams.keys()]
    assert.deepEqual(teams(), ['a'])
    assert.equal(stepsAfter('teams.csv', 'team\na\nb\n'), 3)
    assert.deepEqual(teams(), ['a', 'b'])
    stepsAfter('teams.csv', undefined)
    assert.deepEqual(teams(), [])
    stepsAfter('teams.csv', 'team\nc\n')
    assert.deepEqual(teams(), ['c'])
  })

  it('a price book of the repository is read anew where it changes', () => {
    const ownPrices = (hour: number) =>
      `# source own 2027-02-01 our price list\nSkuId,PricingUnit,ListUnitPrice,Source\nec2/linux/g5.xlarge,Hours,${hour},own\n`
    const index = '# version 1\n# date 2027-02-01\nProvider,RegionId,Prices\naws,us-east-1,1\n'
    const { workspace, stepsAfter, now } = opened({
      'serving/main.tf': PLATFORM['serving/main.tf']!,
      'ascribe.yml': 'version: 1\nprices:\n  book: finance\n',
      'finance/book.csv': index,
      'finance/aws/us-east-1.csv': ownPrices(1),
    })
    const cost = () => toDollars(workspace.inspection().resources[0]!.cost)
    assert.equal(cost(), 730)
    stepsAfter('finance/aws/us-east-1.csv', ownPrices(2))
    assert.equal(cost(), 1460)
    assert.equal(json(workspace), fresh(now()))
    stepsAfter('finance/book.csv', undefined)
    assert.equal(cost(), toDollars(usd(730 * 1.006)))
    const { problems } = workspace.at('ascribe.yml')
    assert.match(problems.map(({ message }) => message).join(), /there is no price book at "finance"/)
    stepsAfter('finance/book.csv', index)
    assert.equal(cost(), 1460)
    assert.deepEqual(workspace.at('ascribe.yml').problems, [])
  })

  it('tells of which files something else may be said', () => {
    const { workspace, stepsAfter } = opened(PLATFORM)
    assert.deepEqual([...workspace.takeChanged()].sort(), [
      'features/main.tf',
      'modules/store/main.tf',
      'serving/main.tf',
      'training/main.tf',
    ])
    stepsAfter('serving/main.tf', PROVIDER)
    assert.deepEqual([...workspace.takeChanged()], ['serving/main.tf'])
    assert.deepEqual(workspace.at('serving/main.tf').resources, [])
  })

  it('a text that is tried leaves nothing behind', () => {
    const { workspace } = opened(PLATFORM)
    const before = json(workspace)
    const tried = workspace.tryText('modules/store/main.tf', MODULE.replace('var.size', '1000'))
    assert.deepEqual(
      tried.resources.map(({ resource }) => resource.project),
      ['features', 'training'],
    )
    assert.notEqual(tried.resources[0]!.cost, workspace.readersOf('modules/store/main.tf').resources[0]!.cost)
    assert.equal(json(workspace), before)
  })

  it('a project whose var file is not there has that as its problem, and is read without it', () => {
    const config = `version: 1
projects:
  - { name: training, path: training, var-files: [prod.tfvars] }
  - { name: serving, path: serving }
`
    const { workspace, now } = opened({ ...PLATFORM, 'ascribe.yml': config })
    const { problems, resources } = workspace.inspection()
    assert.match(problems[0]!.message, /prod\.tfvars/)
    assert.equal(problems[0]!.range.source.path, 'ascribe.yml')
    assert.deepEqual(
      resources.map(({ resource }) => resource.project),
      ['training', 'serving'],
    )
    assert.ok(findConfig(now(), '').isWritten)
  })

  it('manifests are looked at again where they or their cluster change', () => {
    const { workspace, stepsAfter, now } = opened({
      ...PLATFORM,
      'cluster/main.tf': CLUSTER,
      'cluster/k8s/scorer.yaml': DEPLOYMENT,
    })
    assert.equal(json(workspace), fresh(now()))
    assert.ok(workspace.at('cluster/k8s/scorer.yaml').resources.length > 0)
    stepsAfter('cluster/k8s/scorer.yaml', DEPLOYMENT.replace('replicas: 2', 'replicas: 3'))
    assert.equal(json(workspace), fresh(now()))
    stepsAfter('cluster/main.tf', CLUSTER.replace('g5.xlarge', 'g5.12xlarge'))
    assert.equal(json(workspace), fresh(now()))
    const tried = workspace.tryText(
      'cluster/k8s/scorer.yaml',
      DEPLOYMENT.replace('replicas: 2', 'replicas: 9'),
    )
    assert.ok(
      tried.resources.some(({ resource }) => resource.range.source.path === 'cluster/k8s/scorer.yaml'),
    )
    stepsAfter('cluster/k8s/scorer.yaml', undefined)
    assert.equal(json(workspace), fresh(now()))
    assert.deepEqual(workspace.at('cluster/k8s/scorer.yaml').resources, [])
  })

  it('after any edits it says what a new one says', () => {
    const path = fc.constantFrom(
      ...Object.keys(PLATFORM),
      'k8s/scorer.yaml',
      'ascribe.yml',
      'serving/locals.tf',
      'new/main.tf',
    )
    const text = fc.constantFrom(
      undefined,
      ...Object.values(PLATFORM),
      CLUSTER,
      DEPLOYMENT,
      'resource "aws_instance" "half" {\n  instance_type = ',
      'version: 1\nusage:\n  - { match: { type: aws_instance }, hours-per-month: 100 }\n',
      `${PROVIDER}terraform {\n  backend "s3" {}\n}\nmodule "s" {\n  source = "../serving"\n}\n`,
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(path, text, fc.boolean()), { maxLength: 8 }), (edits) => {
        const { tree, write, now } = changing(PLATFORM)
        const workspace = createWorkspace({ tree, below: '', prices })
        for (const [name, content, isLookedAt] of edits) {
          write(name, content)
          workspace.invalidate([name])
          if (isLookedAt) workspace.step()
        }
        assert.equal(json(workspace), fresh(now()))
      }),
      { numRuns: 60 },
    )
  })

  it('clusters, manifests, kustomizations and objects in Terraform: the same after any edits', () => {
    const paths = Object.keys(CLUSTERS)
    const texts = [undefined, ...new Set(Object.values(CLUSTERS)), ...Object.values(OTHER_CLUSTERS)]
    const edit = fc.oneof(
      // Mostly what belongs there, and sometimes anything anywhere.
      {
        weight: 3,
        arbitrary: fc
          .constantFrom(...paths)
          .chain((path) =>
            fc
              .constantFrom(CLUSTERS[path], OTHER_CLUSTERS[path] ?? undefined)
              .map((text) => ({ path, text })),
          ),
      },
      {
        weight: 1,
        arbitrary: fc.record({ path: fc.constantFrom(...paths), text: fc.constantFrom(...texts) }),
      },
    )
    const steps = fc.array(fc.tuple(edit, fc.nat({ max: 20 }), fc.boolean()), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(steps, (edits) => {
        const { tree, write, now } = changing(CLUSTERS)
        const workspace = createWorkspace({ tree, below: '', prices })
        for (const [{ path, text }, count, isTried] of edits) {
          for (let n = 0; n < count && workspace.step(); n++);
          if (isTried && text !== undefined) workspace.tryText(path, text)
          write(path, text)
          workspace.invalidate([path])
          // Sooner or later than the next edit, in any state of the work.
          if (count % 2 === 0) assert.equal(json(workspace), fresh(now()))
        }
        assert.equal(json(workspace), fresh(now()))
        const again = createWorkspace({ tree: now(), below: '', prices, like: workspace })
        assert.equal(json(again), fresh(now()))
        const anew = createWorkspace({ tree: now(), below: '', prices })
        while (anew.step());
        assert.deepEqual(said(workspace), said(anew))
      }),
      { numRuns: 25 },
    )
  })

  it('of a file that is edited it says what a new one says before it looks at what is far', () => {
    const all = { ...PLATFORM, ...CLUSTERS }
    const edit = fc
      .constantFrom(...Object.keys(all))
      .chain((path) => fc.constantFrom(all[path], OTHER_CLUSTERS[path]).map((text) => ({ path, text })))
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const { tree, write, now } = changing(all)
        const workspace = createWorkspace({ tree, below: '', prices })
        while (workspace.step());
        for (const { path, text } of edits) {
          write(path, text)
          workspace.invalidate([path])
          while (workspace.stepNear(nearTo([path])));
          const anew = createWorkspace({ tree: now(), below: '', prices })
          while (anew.step());
          assert.deepEqual(saidOf(workspace, path), saidOf(anew, path))
        }
        assert.equal(json(workspace), fresh(now()))
      }),
      { numRuns: 30 },
    )
  })

  it('what only has to be looked at again waits for what is near', () => {
    const { workspace, write, now } = opened({
      ...PLATFORM,
      'cluster/main.tf': CLUSTER,
      'cluster/k8s/scorer.yaml': DEPLOYMENT,
    })
    write('cluster/main.tf', CLUSTER.replace('g5.xlarge', 'g5.12xlarge'))
    workspace.invalidate(['cluster/main.tf'])
    workspace.takeChanged()
    const near = nearTo(['cluster/main.tf'])
    while (workspace.stepNear(near));
    assert.deepEqual([...workspace.takeChanged()], ['cluster/main.tf'])
    while (workspace.step());
    assert.deepEqual([...workspace.takeChanged()], ['cluster/k8s/scorer.yaml'])
    assert.equal(json(workspace), fresh(now()))
  })

  it('an edit of a manifest leaves the sets alone that it does not reach', () => {
    const { workspace, stepsAfter, now } = opened(CLUSTERS)
    workspace.takeChanged()
    const edited = DEPLOYMENT.replace('team: fraud-ml', 'team: risk')
    assert.equal(stepsAfter('batch/job.yaml', edited), 1)
    assert.deepEqual([...workspace.takeChanged()], ['batch/job.yaml'])
    assert.equal(json(workspace), fresh(now()))
  })

  it('an edit of a base reaches its overlays and nothing else', () => {
    const { workspace, stepsAfter, now } = opened(CLUSTERS)
    workspace.takeChanged()
    stepsAfter('app/base/scorer.yaml', DEPLOYMENT.replace('team: fraud-ml', 'team: risk'))
    const beside = ['app/base/scorer.yaml', 'app/prod/scaler.yaml']
    assert.deepEqual([...workspace.takeChanged()].sort(), beside)
    assert.equal(json(workspace), fresh(now()))
  })
})
