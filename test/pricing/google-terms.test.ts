import assert from 'node:assert/strict'
import { inspectTree } from '../../core/index.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'

const PLATFORM = `
provider "google" {
  region = "us-central1"
}
resource "google_compute_instance" "notebook" {
  machine_type = "n2-standard-8"
  zone         = "us-central1-a"
}
resource "google_container_cluster" "ml" {
  name     = "ml"
  location = "us-central1-a"
}
resource "google_container_node_pool" "cpu" {
  cluster    = google_container_cluster.ml.id
  location   = "us-central1-a"
  node_count = 2
  node_config {
    machine_type = "n1-standard-8"
  }
}
`

function looked(yml = '') {
  const tree = memoryTree({ 'main.tf': PLATFORM, 'ascribe.yml': `version: 1\n${yml}` })
  const { resources } = inspectTree(tree, '', frozenBook())
  const of = (address: string) => resources.find(({ resource }) => resource.address === address)!
  const said = (address: string) => {
    const { estimate } = of(address)
    return estimate.kind === 'priced'
      ? estimate.assumptions.filter((assumption) => assumption.includes('sustained-use'))
      : []
  }
  const machine = (address: string) => {
    const { estimate } = of(address)
    assert.ok(estimate.kind === 'priced')
    const [charge] = estimate.charges
    return (charge!.contracted?.cost ?? charge!.listCost) / 1e6
  }
  return { said, machine }
}

const NOTEBOOK = 'google_compute_instance.notebook'
const POOL = 'google_container_node_pool.cpu'

describe('what Google takes off its list prices', () => {
  it('is stated where a machine runs all month, alone or in a node pool, and not taken off', () => {
    const { said, machine } = looked()
    assert.equal(machine(NOTEBOOK), 730 * 0.388472)
    assert.deepEqual(said(NOTEBOOK), [
      'without sustained-use discount: a full month of N2 is billed at 80 % of the list price',
    ])
    assert.deepEqual(said(POOL), [
      'without sustained-use discount: a full month of N1 is billed at 70 % of the list price',
    ])
  })

  it('is taken off, and said no more, where ascribe.yml says that it holds', () => {
    const { said, machine } = looked(`prices:
  discounts:
    - { sku: "gce/vm/n2-*", percent: 20, note: sustained use }
    - { family: n1, percent: 37, note: one-year commitment }
`)
    assert.equal(machine(NOTEBOOK).toFixed(6), (730 * 0.388472 * 0.8).toFixed(6))
    assert.equal(machine(POOL).toFixed(6), (2 * 730 * 0.379998 * 0.63).toFixed(6))
    assert.deepEqual([...said(NOTEBOOK), ...said(POOL)], [])
  })

  it('is no matter of a machine that runs by the hour', () => {
    const { said } = looked(
      'usage:\n  - { match: { type: google_compute_instance }, hours-per-month: 160 }\n',
    )
    assert.deepEqual(said(NOTEBOOK), [])
  })
})
