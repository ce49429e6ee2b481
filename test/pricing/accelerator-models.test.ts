import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { acceleratorModels, knownAccelerators } from '../../core/pricing/accelerator-models.ts'
import { bookAt } from '../support/frozen-book.ts'

const SHIPPED = join(import.meta.dirname, '../../core/pricing/book')

describe('names of accelerators', () => {
  const known: Readonly<Record<string, readonly string[]>> = {
    // nvidia.com/gpu.product, as the GPU feature discovery writes it
    'NVIDIA-A100-SXM4-80GB': ['nvidia-a100-80gb'],
    'NVIDIA-A100-SXM4-40GB': ['nvidia-a100-40gb'],
    'NVIDIA-A100-SXM4-40GB-MIG-1g.5gb': ['nvidia-a100-40gb'],
    'NVIDIA-A10G': ['nvidia-a10g'],
    'NVIDIA-A10G-SHARED': ['nvidia-a10g'],
    'NVIDIA-L40S': ['nvidia-l40s'],
    'NVIDIA-H100-80GB-HBM3': ['nvidia-h100', 'nvidia-h100-mega'],
    'Tesla-T4': ['nvidia-t4'],
    'Tesla-V100-SXM2-16GB': ['nvidia-v100-16gb'],
    AMD_Instinct_MI300X_OAM: ['amd-mi300x'],
    // cloud.google.com/gke-accelerator
    'nvidia-l4': ['nvidia-l4'],
    'nvidia-tesla-t4': ['nvidia-t4'],
    'nvidia-tesla-a100': ['nvidia-a100-40gb'],
    'nvidia-a100-80gb': ['nvidia-a100-80gb'],
    'nvidia-h100-80gb': ['nvidia-h100'],
    'nvidia-h100-mega-80gb': ['nvidia-h100-mega'],
    'nvidia-h200-141gb': ['nvidia-h200'],
    // cloud.google.com/gke-tpu-accelerator
    'tpu-v5-lite-podslice': ['tpu-v5e'],
    'tpu-v5p-slice': ['tpu-v5p'],
    'tpu-v6e-slice': ['tpu-v6e'],
    tpu7x: ['tpu-v7x'],
    // karpenter.k8s.aws/instance-gpu-name and instance-accelerator-name
    a10g: ['nvidia-a10g'],
    t4: ['nvidia-t4'],
    l40s: ['nvidia-l40s'],
    a100: ['nvidia-a100-40gb', 'nvidia-a100-80gb'],
    v100: ['nvidia-v100-16gb', 'nvidia-v100-32gb'],
    trainium: ['aws-trainium'],
    inferentia2: ['aws-inferentia2'],
  }
  for (const [name, ids] of Object.entries(known))
    it(`${name} is ${ids.join(' or ')}`, () => assert.deepEqual(acceleratorModels(name), ids))

  it('does not guess', () => {
    assert.deepEqual(acceleratorModels('nvidia-a1000'), [])
    assert.deepEqual(acceleratorModels('constructor'), [])
    assert.deepEqual(acceleratorModels(''), [])
  })

  it('has one entry for each model, in the form that it looks names up in', () => {
    const models = knownAccelerators()
    assert.equal(new Set(models.map(({ id }) => id)).size, models.length)
    for (const { id, names } of models)
      for (const name of [id, ...names]) {
        assert.match(name, /^[a-z0-9-]+$/)
        assert.ok(acceleratorModels(name).includes(id), `${name} of ${id}`)
      }
  })

  it('has every model that an instance type of the book has', () => {
    const book = bookAt(SHIPPED)
    const ids = new Set(knownAccelerators().map(({ id }) => id))
    const providers = readdirSync(SHIPPED).filter((name) => !name.includes('.'))
    const unknown = providers.flatMap((provider) =>
      [...book.instanceTypes(provider)]
        .filter(({ accelerator }) => accelerator && !ids.has(accelerator.model))
        .map(({ instanceType, accelerator }) => `${instanceType}: ${accelerator?.model}`),
    )
    assert.deepEqual(unknown, [])
  })
})
