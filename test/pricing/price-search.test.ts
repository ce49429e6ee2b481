import assert from 'node:assert/strict'
import { ageWarning } from '../../core/pricing/price-age.ts'
import { type PriceQuery, searchPrices } from '../../core/pricing/price-search.ts'
import { frozenBook } from '../support/frozen-book.ts'

const book = frozenBook()
const search = (name: string, regionId?: string, provider?: string) =>
  searchPrices(book, { name, regionId, provider } satisfies PriceQuery)
const skus = (...query: Parameters<typeof search>) => {
  const found = search(...query)
  return found.kind === 'found'
    ? found.prices.map(({ price }) => `${price.regionId} ${price.skuId} ${price.listUnitPrice}`)
    : found.because
}

describe('asking for a price', () => {
  it('finds every price of an instance type, with its source and what it is made of', () => {
    const found = search('p4d.24xlarge', 'us-west-2')
    assert.ok(found.kind === 'found')
    assert.deepEqual(
      found.prices.map(({ price }) => price.skuId),
      ['ec2/linux-capacity-block/p4d.24xlarge', 'ec2/linux/p4d.24xlarge'],
    )
    assert.equal(found.prices[1]!.price.sourceDate, '2025-11-03')
    assert.equal(found.specs[0]!.spec.accelerator?.model, 'nvidia-a100-40gb')
  })

  it('finds a SKU, and all that begin with a name', () => {
    assert.deepEqual(skus('ebs/gp3/storage', 'us-east-1'), ['us-east-1 ebs/gp3/storage 0.08'])
    assert.deepEqual(skus('gce/gpu', 'us-central1').length, 5)
    assert.deepEqual(skus('nvidia-tesla-t4', 'us-central1'), [
      'us-central1 dataflow/gpu/nvidia-tesla-t4 0.42',
      'us-central1 gce/gpu-spot/nvidia-tesla-t4 0.1915',
      'us-central1 gce/gpu/nvidia-tesla-t4 0.35',
    ])
  })

  it('shows what stands in where there is no price, and says so', () => {
    const found = search('ebs/gp3/storage', 'ap-southeast-3')
    assert.ok(found.kind === 'found')
    assert.deepEqual(found.prices[0]!.basis, { kind: 'reference-region', regionId: 'us-east-1' })
    const custom = search('n2-custom-4-8192', 'us-central1')
    assert.ok(custom.kind === 'found' && custom.prices[0]!.basis.kind === 'equivalent')
  })

  it('says what was probably meant', () => {
    assert.equal(skus('p4d.24xlrage'), 'no price for "p4d.24xlrage". did you mean "p4d.24xlarge"?')
    assert.equal(
      skus('p4d.24xlarge', 'us-wets-2'),
      'no prices in region "us-wets-2". did you mean "us-west-2"?',
    )
    assert.equal(
      skus('m5.large', undefined, 'gcp'),
      'unknown provider "gcp". expected one of aws, azurerm, google',
    )
    assert.equal(skus('zzz'), 'no price for "zzz"')
  })

  it('says where there is a price, if not in the region that was asked for', () => {
    assert.equal(
      skus('nvidia-tesla-k80', 'europe-west4'),
      'no price for "nvidia-tesla-k80" in europe-west4. it has one in us-central1',
    )
  })
})

describe('the age of the prices', () => {
  it('is told after 90 days', () => {
    assert.equal(ageWarning('2026-11-21', '2026-11-21'), undefined)
    assert.equal(ageWarning('2026-11-21', '2027-02-19'), undefined)
    assert.equal(
      ageWarning('2026-11-21', '2027-02-20'),
      'the prices are of 2026-11-21, 91 days old: take a newer Ascribe, or refresh them (ascribe prices refresh)',
    )
  })
})
