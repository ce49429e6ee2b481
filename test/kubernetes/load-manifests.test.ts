import assert from 'node:assert/strict'
import type { Resource } from '../../core/domain/resource.ts'
import {
  discoverManifests,
  loadManifests,
  loadTerraformObjects,
  type ManifestSet,
  readManifests,
} from '../../core/kubernetes/index.ts'
import { locate, SourceFile } from '../../core/source/source-file.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { load } from '../support/load.ts'
import { workloadTable } from '../support/workload-table.ts'

function setOf(id: string, text: string): ManifestSet {
  return { id, kind: 'folder', manifests: readManifests(new SourceFile(`${id}/all.yaml`, text)).manifests }
}

const deployment = (name: string, more = '') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name}${more} }\nspec:\n  template: { spec: { containers: [{ name: a, resources: { requests: { cpu: 1 } } }] } }\n`
const scaler = (name: string, max: number) =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: ${name} }\nspec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} }, maxReplicas: ${max} }\n`

function mostOf(resources: readonly Resource[], project: string): unknown {
  const found = resources.find((resource) => resource.project === project && resource.workload)
  const high = found!.workload!.podGroups[0]!.count.high
  return high.kind === 'known' ? high.value : high.kind
}

describe('objects as resources', () => {
  it('are called by kind, namespace and name, and a second one of the same name is told apart', () => {
    const text = [
      deployment('scorer', ', namespace: fraud'),
      deployment('scorer'),
      deployment('scorer'),
      'apiVersion: v1\nkind: Pod\nmetadata: { generateName: run- }\n',
      'apiVersion: example.com/v1alpha1\nkind: Widget\nmetadata: { name: w }\n',
    ].join('---\n')
    const resources = loadManifests([setOf('k8s', text)])
    assert.deepEqual(
      resources.map(({ project, address, type }) => [project, address, type].join(' ')),
      [
        'k8s Deployment/fraud/scorer apps/Deployment',
        'k8s Deployment/scorer apps/Deployment',
        'k8s Deployment/scorer[2] apps/Deployment',
        'k8s Pod/run-* Pod',
        'k8s Widget/w example.com/Widget',
      ],
    )
    assert.equal(resources[4]!.workload, undefined)
    assert.deepEqual(resources[0]!.region.kind, 'unknown')
  })

  it('are scaled by what stands in the same set, or by the only one anywhere', () => {
    const sets = [
      setOf('base', deployment('scorer')),
      setOf('prod', `${deployment('scorer')}---\n${scaler('scorer', 9)}`),
    ]
    assert.equal(mostOf(loadManifests(sets), 'prod'), 9)
    assert.equal(mostOf(loadManifests(sets), 'base'), 9)
    const two = [...sets, setOf('dev', scaler('scorer', 2))]
    assert.equal(mostOf(loadManifests(two), 'prod'), 9)
    assert.equal(mostOf(loadManifests(two), 'base'), 1)
  })

  it('are not scaled by what lies in another namespace', () => {
    const set = setOf(
      'k8s',
      `${deployment('scorer', ', namespace: a')}---\n${scaler('scorer', 9).replace('{ name: scorer }', '{ name: scorer, namespace: b }')}`,
    )
    assert.equal(mostOf(loadManifests([set]), 'k8s'), 1)
  })

  it('thousands of them are joined in time by their number', function () {
    this.timeout(60_000)
    const names = Array.from({ length: 3000 }, (_, at) => `app-${at}`)
    const set = setOf('k8s', names.map((name) => `${deployment(name)}---\n${scaler(name, 3)}`).join('---\n'))
    const started = performance.now()
    assert.equal(loadManifests([set]).length, 6000)
    assert.ok(performance.now() - started < 5000)
  })
})

describe('plain manifests', () => {
  it('are found by folder, and what is no manifest is left alone', () => {
    const tree = memoryTree({
      'k8s/app/deployment.yaml': deployment('scorer'),
      'k8s/app/service.yml': 'apiVersion: v1\nkind: Service\nmetadata: { name: scorer }\n',
      'k8s/app/broken.yaml': 'apiVersion: v1\nkind: Service\n x: [\n',
      'k8s/used.yaml': deployment('used'),
      'k8s/kind.yaml': 'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n',
      'root.json': '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"}}',
      'Taskfile.yml': 'version: 3\ntasks: { a: { cmds: [] } }\n',
      '.github/deploy.yaml': deployment('no'),
      'node_modules/a/deploy.yaml': deployment('no'),
      'charts/app/Chart.yaml': 'apiVersion: v2\nname: app\n',
      'charts/app/templates/a.yaml': deployment('no'),
      'rendered/deploy.yaml': `${deployment('{{ .Values.name }}')}`,
    })
    const { sets, problems, notRendered } = discoverManifests(tree, '', {
      isUsed: (path) => path === 'k8s/used.yaml',
    })
    assert.deepEqual(
      sets.map(
        ({ id, manifests }) => `${id}: ${manifests.map(({ kind, name }) => `${kind}/${name}`).join(' ')}`,
      ),
      ['.: Pod/p', 'k8s/app: Deployment/scorer Service/scorer'],
    )
    assert.deepEqual(
      problems.map(({ range }) => locate(range).path),
      ['k8s/app/broken.yaml'],
    )
    assert.deepEqual(
      notRendered.map(({ path }) => path),
      ['charts/app/Chart.yaml', 'rendered/deploy.yaml'],
    )
  })
})

describe('objects that Terraform makes', () => {
  const project = load(`
variable "image" {}
resource "kubernetes_deployment_v1" "scorer" {
  metadata {
    name      = "scorer"
    namespace = "fraud"
  }
  spec {
    replicas = 3
    template {
      metadata { labels = { team = "fraud", "model-id" = "fraud_v3" } }
      spec {
        node_selector = { "node.kubernetes.io/instance-type" = "g5.xlarge" }
        toleration {
          key      = "nvidia.com/gpu"
          operator = "Exists"
        }
        container {
          name  = "scorer"
          image = var.image
          resources {
            requests = { cpu = "500m", memory = "1Gi" }
            limits   = { "nvidia.com/gpu" = 1 }
          }
        }
      }
    }
  }
}
resource "kubernetes_horizontal_pod_autoscaler_v2" "scorer" {
  metadata {
    name      = "scorer"
    namespace = "fraud"
  }
  spec {
    min_replicas = 2
    max_replicas = 8
    scale_target_ref {
      api_version = "apps/v1"
      kind        = "Deployment"
      name        = "scorer"
    }
  }
}
resource "kubernetes_manifest" "ray" {
  manifest = {
    apiVersion = "ray.io/v1"
    kind       = "RayCluster"
    metadata   = { name = "research" }
    spec = {
      headGroupSpec = { template = { spec = { containers = [{ name = "head", resources = { requests = { cpu = 2 } } }] } } }
    }
  }
}
resource "kubectl_manifest" "job" {
  yaml_body = <<-YAML
    apiVersion: batch/v1
    kind: Job
    metadata: { name: train }
    spec:
      template: { spec: { containers: [{ name: a, resources: { limits: { nvidia.com/gpu: 8 } } }] } }
  YAML
}
resource "kubernetes_storage_class" "fast" {
  metadata { name = "fast" }
  storage_provisioner = "ebs.csi.aws.com"
  parameters          = { type = "gp3", iops_per_gb = "10" }
}
resource "aws_s3_bucket" "other" {}
`)
  const resources = loadTerraformObjects(project.resources)

  it('keep their Terraform addresses, and are read as those of manifests', () => {
    assert.equal(
      resources
        .filter(({ workload }) => workload)
        .map(workloadTable)
        .join('\n'),
      `kubernetes_deployment_v1.scorer (apps/Deployment)
  pods, line 10: 3 (2 to 8) by HorizontalPodAutoscaler fraud/scorer, always
    requests cpu 0.5, memory 1 GiB, nvidia.com/gpu 1; limits cpu none, memory none
    node node.kubernetes.io/instance-type In g5.xlarge
    tolerates nvidia.com/gpu Exists :all effects
    labels team=fraud, model-id=fraud_v3

kubernetes_manifest.ray (ray.io/RayCluster)
  head, line 51: 1, always
    requests cpu 2, memory none; limits cpu none, memory none
    note: container "head" requests no memory

kubectl_manifest.job (batch/Job)
  pods, line 56: 1, until done, 1 a run
    requests cpu none, memory none, nvidia.com/gpu 8; limits cpu none, memory none
    note: container "a" requests neither CPU nor memory
`,
    )
  })

  it('keys of maps stay as they are written', () => {
    const fast = resources.find(({ type }) => type === 'storage.k8s.io/StorageClass')!
    assert.equal(fast.name, 'fast')
    const parameters = fast.attributes.entries.get('parameters')!
    assert.deepEqual(parameters.kind === 'object' && [...parameters.entries.keys()].sort(), [
      'iops_per_gb',
      'type',
    ])
    assert.ok(fast.attributes.entries.has('provisioner'))
  })
})
