import assert from 'node:assert/strict'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { createWorkspace } from '../../../core/workspace.ts'
import { frozenBook } from '../../support/frozen-book.ts'
import { check, findingsIn } from '../support/drawn.ts'

const schema = `
schema:
  preset: none
  keys:
    created_by: { pattern: "^[a-z.]+@acme\\\\.example$" }
    cost_center: { pattern: "^[A-Z]{2}-[0-9]+$" }
    model_id: { values: ["meta-llama/Llama-3.1-8B"] }
    expires_at: { type: date }
    team: { required: true }
`
const none = 'schema: { preset: none, keys: { team: { required: true } } }'

/** What is said of tags that are there. */
const found = (text: string, yml = schema) =>
  findingsIn(text, yml).filter(({ ruleId }) => ruleId !== 'missing-tag')
const ids = (text: string, yml?: string) => found(text, yml).map(({ ruleId, key }) => [ruleId, key])
const bucket = (labels: string) => `resource "google_storage_bucket" "data" {\n  labels = { ${labels} }\n}\n`

describe('illegal-tag', () => {
  it('says how a value is spelled as a Google label, wherever it is written', () => {
    check(
      'illegal-tag',
      `
provider "google" {
  default_labels = { created_by = "ann@acme.example" }
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error the "created_by" tag of google_storage_bucket.data is "ann@acme.example", which a Google label cannot be: at most 63 lower-case letters, digits, "_" and "-". there it is spelled "ann_acme_example"
}
resource "google_storage_bucket" "data" {
  labels = {
    model_id   = "meta-llama/Llama-3.1-8B"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error the "model_id" tag of google_storage_bucket.data is "meta-llama/Llama-3.1-8B", which a Google label cannot be: at most 63 lower-case letters, digits, "_" and "-". there it is spelled "meta-llama_llama-3_1-8b"
    expires_at = "2026-12-31T18:00:00Z"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error the "expires_at" tag of google_storage_bucket.data is "2026-12-31T18:00:00Z", which a Google label cannot be: at most 63 lower-case letters, digits, "_" and "-". there it is spelled "2026-12-31"
    Name       = "data"
#   ^^^^^^^^^^^^^^^^^^^ error the "Name" tag of google_storage_bucket.data has a key that a Google label cannot have: at most 63 lower-case letters, digits, "_" and "-", a letter first. there it is spelled "name"
  }
}
`,
      schema,
    )
  })

  it('takes what is spelled so for right, by every rule', () => {
    const spelled = `created_by = "ann_acme_example", cost_center = "cc-123", model_id = "meta-llama_llama-3_1-8b"`
    assert.deepEqual(ids(bucket(`${spelled}, expires_at = "2026-12-31t18_00_00z"`)), [])
    assert.deepEqual(ids(bucket('created_by = "ann_bcme_example"')), [['invalid-tag-value', 'created_by']])
    // On AWS nobody has to spell it otherwise.
    const aws = 'resource "aws_s3_bucket" "data" {\n  tags = { created_by = "ann_acme_example" }\n}\n'
    assert.deepEqual(ids(aws), [['invalid-tag-value', 'created_by']])
  })

  it('spells with the separator that schema.targets names, where it is legal there', () => {
    const message = (separator: string) =>
      found(
        bucket('owner = "a@b.c"'),
        `schema: { targets: { google: { separator: "${separator}" } } }`,
      )[0]!.message.slice(-7)
    assert.equal(message('-'), '"a-b-c"')
    assert.equal(message('.'), '"a_b_c"')
  })

  it('leaves to invalid-tag-value what the schema does not allow anyway', () => {
    assert.deepEqual(ids(bucket('model_id = "GPT/4"')), [['invalid-tag-value', 'model_id']])
  })

  it('says nothing of what is not known, and does not show what is sensitive', () => {
    assert.deepEqual(ids(`variable "who" {}\n${bucket('owner = var.who')}`), [])
    const secret = `variable "who" {\n  sensitive = true\n  default = "Hunter2"\n}\n${bucket('owner = var.who')}`
    assert.deepEqual(
      found(secret).map(({ message }) => message),
      [
        'the "owner" tag of google_storage_bucket.data is a sensitive value that a Google label cannot be: at most 63 lower-case letters, digits, "_" and "-"',
      ],
    )
  })

  it('takes letters of other alphabets, keys of Google itself, and 63 characters', () => {
    assert.deepEqual(ids(bucket(`équipe = "données", goog-packaged = "x", owner = "${'a'.repeat(63)}"`)), [])
    assert.deepEqual(ids(bucket(`owner = "${'a'.repeat(64)}"`)), [['illegal-tag', 'owner']])
  })

  it('never takes network tags for labels', () => {
    const text = `resource "google_compute_instance" "train" {\n  tags = ["Allow SSH!"]\n  labels = {}\n}\n`
    assert.deepEqual(ids(text), [])
  })

  it('knows what Azure and AWS refuse', () => {
    const azure = (type: string, key: string) =>
      ids(`resource "${type}" "x" {\n  tags = { "${key}" = "x" }\n}\n`, none)
    assert.deepEqual(azure('azurerm_storage_account', 'a'.repeat(129)).length, 1)
    assert.deepEqual(azure('azurerm_managed_disk', 'a'.repeat(129)), [])
    assert.deepEqual(azure('azurerm_managed_disk', 'team/owner'), [['illegal-tag', 'team/owner']])
    const aws = (key: string, value: string) =>
      ids(`resource "aws_instance" "x" {\n  tags = { "${key}" = "${value}" }\n}\n`, none)
    assert.deepEqual(aws('Name', 'train (spot) #1 <a@b.c>'), [])
    assert.deepEqual(aws('aws:team', 'x'), [['illegal-tag', 'aws:team']])
    assert.deepEqual(aws('note', 'x'.repeat(257)), [['illegal-tag', 'note']])
  })

  it('two keys that differ by nothing but case are one tag on Azure, and two on AWS', () => {
    const machine = (type: string) =>
      `resource "${type}" "train" {\n  tags = {\n    Team = "growth-ml"\n    team = "risk-ml"\n  }\n}\n`
    const [azure, ...more] = found(machine('azurerm_linux_virtual_machine'), none)
    assert.deepEqual(more, [])
    assert.deepEqual([azure!.ruleId, azure!.key], ['illegal-tag', 'team'])
    assert.equal(
      azure!.message,
      'azurerm_linux_virtual_machine.train has the tags "Team" and "team", which are one tag to its cloud: case makes no difference in a key. expected one of them',
    )
    assert.equal(azure!.range.source.position(azure!.range.start).line, 4)
    assert.deepEqual(found(machine('aws_instance'), none), [])
    // A label of Google has no upper case at all.
    assert.deepEqual(
      found(machine('google_compute_instance').replace('tags =', 'labels ='), none).map(
        ({ key, message }) => [key, /cannot have/.test(message)],
      ),
      [['Team', true]],
    )
  })

  it('counts the tags', () => {
    const tags = (count: number) =>
      Array.from({ length: count }, (_, index) => `k${index} = "v"`).join('\n    ')
    const text = (count: number) => `resource "aws_s3_object" "x" {\n  tags = {\n    ${tags(count)}\n  }\n}\n`
    const messages = (count: number) => found(text(count), none).map(({ message }) => message)
    assert.deepEqual(messages(10), [])
    assert.deepEqual(messages(11), ['aws_s3_object.x has 11 tags. expected at most 10'])
  })

  it('judges labels of pods, not their annotations, nor what is filled in later', () => {
    const pod = (metadata: string) => {
      const yaml = `apiVersion: v1
kind: Pod
metadata:
  name: train
  ${metadata}
spec:
  containers: [{ name: a, image: a, resources: { requests: { cpu: 1, memory: 1Gi } } }]
`
      const tree = memoryTree({ 'pod.yaml': yaml, 'ascribe.yml': `version: 1\n${none}\n` })
      return createWorkspace({ tree, below: '', prices: frozenBook() })
        .inspection()
        .findings.flatMap(({ ruleId, message }) => (ruleId === 'illegal-tag' ? [message] : []))
    }
    assert.deepEqual(pod('labels: { created-by: "a@b.c" }'), [
      'the "created-by" tag of Pod/train is "a@b.c", which a Kubernetes label cannot be: at most 63 letters, digits, "-", "_" and ".", a letter or digit at both ends. there it is spelled "a-b.c"',
    ])
    assert.deepEqual(pod('annotations: { created-by: "a@b.c" }'), [])
    assert.deepEqual(pod('labels: { created-by: "${USER}", app.kubernetes.io/name: fraud_v7.1 }'), [])
  })
})
