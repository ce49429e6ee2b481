import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { NodeDemand } from '../../../core/pricing/kubernetes/node-share.ts'
import { nodesNeeded, type PodBatch } from '../../../core/pricing/kubernetes/pack.ts'

const NONE: NodeDemand = { cpu: 0, memoryGiB: 0, accelerators: 0 }
const P4D: NodeDemand = { cpu: 95, memoryGiB: 1065, accelerators: 8 }

const pods = (count: number, demand: Partial<NodeDemand>): PodBatch => ({ ...NONE, ...demand, count })

describe('how many nodes pods need', () => {
  it('counts a node for every eight GPUs, whatever else is asked', () => {
    assert.equal(nodesNeeded([pods(16, { cpu: 4, accelerators: 1 })], P4D, NONE), 2)
    assert.equal(nodesNeeded([pods(17, { cpu: 4, accelerators: 1 })], P4D, NONE), 3)
  })

  it('gives each a node of its own where two do not fit, though their sums would', () => {
    const five = pods(3, { accelerators: 5 })
    assert.equal(nodesNeeded([five], P4D, NONE), 3)
  })

  it('fills the gaps beside large pods with small ones', () => {
    assert.equal(nodesNeeded([pods(3, { accelerators: 5 }), pods(9, { accelerators: 1 })], P4D, NONE), 3)
  })

  it('leaves room for what runs on every node', () => {
    const node = { cpu: 4, memoryGiB: 16, accelerators: 0 }
    assert.equal(nodesNeeded([pods(4, { cpu: 1 })], node, NONE), 1)
    assert.equal(nodesNeeded([pods(4, { cpu: 1 })], node, { ...NONE, cpu: 0.5 }), 2)
  })

  it('packs seven slices of a GPU onto one', () => {
    assert.equal(nodesNeeded([pods(7, { accelerators: 1 / 7 })], { ...P4D, accelerators: 1 }, NONE), 1)
  })

  it('needs nothing for nothing', () => {
    assert.equal(nodesNeeded([], P4D, NONE), 0)
    assert.equal(nodesNeeded([pods(0, { cpu: 4 })], P4D, NONE), 0)
  })

  const batch = fc.record({
    count: fc.integer({ min: 0, max: 40 }),
    cpu: fc.integer({ min: 0, max: 95 }),
    memoryGiB: fc.integer({ min: 0, max: 1000 }),
    accelerators: fc.integer({ min: 0, max: 8 }),
  })

  it('is never fewer than the sums need, and never more than a node a pod', () => {
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 6 }), (batches) => {
        const needed = nodesNeeded(batches, P4D, NONE)
        for (const dimension of ['cpu', 'memoryGiB', 'accelerators'] as const) {
          const sum = batches.reduce((total, each) => total + each.count * each[dimension], 0)
          assert.ok(needed >= sum / P4D[dimension] - 1e-9)
        }
        assert.ok(needed <= batches.reduce((total, { count }) => total + count, 0))
      }),
    )
  })

  it('is quick for a million pods', () => {
    assert.equal(nodesNeeded([pods(1_000_000, { accelerators: 8 })], P4D, NONE), 1_000_000)
  })
})
