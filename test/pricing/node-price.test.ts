import assert from 'node:assert/strict'
import { attachedGpuPrice, customMachine, nodePrice } from '../../core/pricing/node-price.ts'
import { frozenBook } from '../support/frozen-book.ts'

const book = frozenBook()
const hourly = (provider: string, region: string, type: string, spot = false) =>
  nodePrice(book, provider, region, type, spot)?.price.listUnitPrice

describe('the price of a node', () => {
  it('is the machine type’s in the region, of any provider', () => {
    assert.equal(hourly('aws', 'us-east-1', 'g5.xlarge'), 1.006)
    assert.equal(hourly('google', 'us-central1', 'n1-standard-4'), 0.189999)
    assert.equal(hourly('google', 'us-central1', 'a2-highgpu-1g'), 3.673385)
    assert.equal(hourly('azurerm', 'eastus', 'Standard_NC24ads_A100_v4'), 3.673)
  })

  it('has a spot price where there is one, and never takes another for it', () => {
    assert.equal(hourly('google', 'us-central1', 'g2-standard-4', true), 0.397336)
    assert.equal(hourly('aws', 'us-east-1', 'g5.xlarge', true), undefined)
    assert.equal(hourly('azurerm', 'eastus', 'Standard_NC24ads_A100_v4', true), undefined)
  })

  it('counts the chips of a TPU machine', () => {
    const chip = book.price('google', 'us-central1', 'gce/tpu/tpu-v5e')!.listUnitPrice
    assert.equal(chip, 1.2)
    assert.equal(hourly('google', 'us-central1', 'ct5lp-hightpu-4t'), 4.8)
    assert.equal(book.spec('google', 'ct5lp-hightpu-4t')?.accelerator?.count, 4)
  })

  it('has the L4 of a G2 machine in it, and lists no price to add for it', () => {
    assert.equal(attachedGpuPrice(book, 'us-central1', 'nvidia-l4', false), undefined)
    assert.equal(book.spec('google', 'g2-standard-4')?.accelerator?.model, 'nvidia-l4')
  })

  it('leaves GPUs out that are attached to an N1 machine: they have their own', () => {
    assert.equal(attachedGpuPrice(book, 'us-central1', 'nvidia-tesla-t4', false)?.price.listUnitPrice, 0.35)
    assert.equal(book.spec('google', 'n1-standard-4')?.accelerator, undefined)
  })

  it('prices a custom machine by its vCPUs and memory, and says so', () => {
    const found = nodePrice(book, 'google', 'us-central1', 'n2-custom-6-20480', false)!
    // Infracost's golden of 2024: (116.30 + 51.96) a month, after 20 % sustained-use discount
    assert.ok(Math.abs(found.price.listUnitPrice * 730 * 0.8 - (116.3 + 51.96)) < 0.05)
    assert.deepEqual(found.basis, {
      kind: 'equivalent',
      skuId: 'gce/vcpu/n2',
      rule: 'vCPUs and memory of predefined N2 machines, and 5 % for a custom size',
    })
    assert.deepEqual(customMachine('custom-4-8192'), { family: 'n1', vcpu: 4, memoryGiB: 8 })
    assert.equal(hourly('google', 'us-central1', 'n2-custom-4-65536-ext'), undefined)
  })

  it('has none for what is in no price list', () => {
    assert.equal(hourly('aws', 'us-east-1', 'g5.xlrage'), undefined)
    assert.equal(hourly('google', 'us-central9', 'n1-standard-4'), undefined)
    assert.equal(hourly('oracle', 'eu-frankfurt-1', 'VM.GPU2.1'), undefined)
    assert.equal(hourly('google', 'us-central1', '__proto__'), undefined)
  })
})
