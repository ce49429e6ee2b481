import assert from 'node:assert/strict'
import { toPlain } from '../../core/domain/plain.ts'
import { locate } from '../../core/source/source-file.ts'
import { attribute, load, problemsOf, resource } from '../support/load.ts'

const POD = { kind: 'Pod', metadata: { name: 'train', labels: { team: 'fraud-ml' } } }
const FILES = {
  'pod.yaml': 'kind: Pod\nmetadata:\n  name: train\n  labels: {team: fraud-ml}\n',
  'many.yaml': 'kind: Pod\nmetadata:\n  name: train\n---\nkind: Service\nmetadata:\n  name: front\n',
  'pod.tftpl':
    'kind: Pod\nmetadata:\n  name: ${name}\n  labels: ${jsonencode(labels)}\n%{ for zone in zones ~}\n# ${zone}\n%{ endfor ~}\n',
}
const LOCALS = 'locals {\n  labels = { team = "fraud-ml" }\n}\n'

function loaded(main: string) {
  const project = load({ ...FILES, 'main.tf': LOCALS + main })
  assert.deepEqual(problemsOf(project), [])
  return project
}

describe('manifests inside Terraform are known in full', () => {
  it('as an object, with the place of every label', () => {
    const project = loaded(`
resource "kubernetes_manifest" "train" {
  manifest = { kind = "Pod", metadata = { name = "train", labels = local.labels } }
}`)
    const manifest = resource(project, 'kubernetes_manifest.train').attributes.entries.get('manifest')!
    assert.deepEqual(toPlain(manifest), POD)
    let at = manifest
    for (const step of ['metadata', 'labels', 'team']) {
      assert.equal(at.kind, 'object')
      at = (at as { entries: ReadonlyMap<string, typeof manifest> }).entries.get(step)!
    }
    const { path, line } = locate(at.origins![0]!)
    assert.equal(`${path}:${line}`, 'main.tf:2')
  })

  it('decoded from a file, one or many documents', () => {
    const project = loaded(`
resource "kubernetes_manifest" "one" {
  manifest = yamldecode(file("\${path.module}/pod.yaml"))
}
resource "kubernetes_manifest" "many" {
  for_each = { for d in [for t in split("---", file("many.yaml")) : yamldecode(t)] : "\${d.kind}/\${d.metadata.name}" => d }
  manifest = each.value
}`)
    assert.deepEqual(attribute(project, 'kubernetes_manifest.one', 'manifest'), POD)
    assert.deepEqual(
      project.resources.map(({ address }) => address),
      [
        'kubernetes_manifest.one',
        'kubernetes_manifest.many["Pod/train"]',
        'kubernetes_manifest.many["Service/front"]',
      ],
    )
  })

  it('as text: a template file, yamlencode and back, a heredoc', () => {
    const project = loaded(`
resource "kubectl_manifest" "file" {
  yaml_body = templatefile("pod.tftpl", { name = "train", labels = local.labels, zones = ["a", "b"] })
}
resource "kubectl_manifest" "encoded" {
  yaml_body = yamlencode({ kind = "Pod", metadata = { name = "train", labels = local.labels } })
}
resource "kubernetes_manifest" "again" {
  manifest = yamldecode(kubectl_manifest.encoded.yaml_body)
}
resource "kubectl_manifest" "heredoc" {
  yaml_body = <<-YAML
    kind: Pod
    metadata:
      labels: \${jsonencode(local.labels)}
  YAML
}`)
    assert.equal(
      attribute(project, 'kubectl_manifest.file', 'yaml_body'),
      'kind: Pod\nmetadata:\n  name: train\n  labels: {"team":"fraud-ml"}\n# a\n# b\n',
    )
    assert.deepEqual(attribute(project, 'kubernetes_manifest.again', 'manifest'), POD)
    assert.equal(
      attribute(project, 'kubectl_manifest.heredoc', 'yaml_body'),
      'kind: Pod\nmetadata:\n  labels: {"team":"fraud-ml"}\n',
    )
    const { origins } = resource(project, 'kubectl_manifest.file').attributes.entries.get('yaml_body')!
    assert.deepEqual(
      origins!.slice(0, 2).map((range) => locate(range).path),
      ['main.tf', 'pod.tftpl'],
    )
  })

  it("a chart's values and single settings, and typed resources", () => {
    const project = loaded(`
resource "helm_release" "ray" {
  chart  = "kuberay-operator"
  values = [file("pod.yaml"), yamlencode({ worker = { replicas = 2 } })]
  set {
    name  = "worker.gpu"
    value = 4
  }
}
resource "kubernetes_deployment_v1" "serve" {
  metadata {
    labels = local.labels
  }
  spec {
    replicas = 3
    template {
      spec {
        dynamic "container" {
          for_each = { main = "2", sidecar = "1" }
          content {
            name = container.key
            resources {
              limits = { cpu = container.value }
            }
          }
        }
      }
    }
  }
}`)
    assert.deepEqual(attribute(project, 'helm_release.ray', 'values'), [
      FILES['pod.yaml'],
      '"worker":\n  "replicas": 2\n',
    ])
    assert.deepEqual(attribute(project, 'helm_release.ray', 'set'), [{ name: 'worker.gpu', value: 4 }])
    const container = (name: string, cpu: string) => ({ name, resources: [{ limits: { cpu } }] })
    assert.deepEqual(attribute(project, 'kubernetes_deployment_v1.serve', 'spec'), [
      {
        replicas: 3,
        template: [{ spec: [{ container: [container('main', '2'), container('sidecar', '1')] }] }],
      },
    ])
  })
})
