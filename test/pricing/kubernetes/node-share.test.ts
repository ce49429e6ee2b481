import assert from 'node:assert/strict'
import fc from 'fast-check'
import { BASE_RATES, nodeShare } from '../../../core/pricing/kubernetes/node-share.ts'

const g5 = {
  instanceType: 'g5.2xlarge',
  vcpu: 8,
  memoryGiB: 32,
  accelerator: { model: 'nvidia-a10g', count: 1, memoryGiB: 24 },
  architecture: 'amd64',
}
const m5 = { ...g5, instanceType: 'm5.2xlarge', accelerator: undefined }

describe("a pod's part of a node", () => {
  it('is all of it for a pod that asks for all', () => {
    assert.deepEqual(nodeShare(g5, { cpu: 8, memoryGiB: 32, accelerators: 1 }), { requested: 1, stranded: 0 })
  })

  it('keeps the ratio of the base prices: a GPU is most of a GPU node', () => {
    const base = 8 * BASE_RATES.cpu + 32 * BASE_RATES.memoryGiB + BASE_RATES.accelerator
    const { requested, stranded } = nodeShare(g5, { cpu: 0, memoryGiB: 0, accelerators: 1 })
    assert.equal(requested, BASE_RATES.accelerator / base)
    assert.ok(
      Math.abs(requested + stranded - 1) < 1e-12,
      'what is left beside its only GPU is of use to nobody',
    )
  })

  it('strands nothing on a node without GPUs', () => {
    assert.equal(nodeShare(m5, { cpu: 1, memoryGiB: 4, accelerators: 0 }).stranded, 0)
  })

  it('adds up: the pods that fill a node cost the node', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, share, (cpu, memory, gpu) => {
        const one = nodeShare(g5, { cpu: 8 * cpu, memoryGiB: 32 * memory, accelerators: gpu })
        const rest = nodeShare(g5, {
          cpu: 8 * (1 - cpu),
          memoryGiB: 32 * (1 - memory),
          accelerators: 1 - gpu,
        })
        assert.ok(Math.abs(one.requested + rest.requested - 1) < 1e-9)
      }),
    )
  })
})
