import assert from 'node:assert/strict'
import { findPrice } from '../../core/pricing/basis.ts'
import { openPriceBook } from '../../core/pricing/price-book.ts'
import { frozenBook } from '../support/frozen-book.ts'

const book = frozenBook()
const basisOf = (region: string, sku: string) => findPrice(book, 'aws', region, sku)?.basis

describe('the basis of a price', () => {
  it('is exact where the book has the SKU in the region', () => {
    assert.deepEqual(basisOf('us-east-1', 'ec2/linux/g5.xlarge'), { kind: 'exact' })
  })

  it('is an equivalent of the same region before anything of another', () => {
    assert.deepEqual(findPrice(book, 'aws', 'eu-central-1', 'sagemaker/ml.m5.xlarge/hosting')?.basis, {
      kind: 'equivalent',
      skuId: 'sagemaker/ml.m5.xlarge/studio_notebook',
      rule: 'SageMaker Studio notebook of the same size',
    })
  })

  it('names the rule where another size’s region stands in', () => {
    assert.deepEqual(basisOf('us-east-1', 'sagemaker/ml.g6e.xlarge/hosting'), {
      kind: 'equivalent',
      skuId: 'sagemaker/ml.g6e.xlarge/batch_transform',
      rule: 'SageMaker batch transform of the same size in us-west-2',
    })
  })

  it('is the reference region for EBS where the facts have none', () => {
    assert.deepEqual(basisOf('ap-southeast-3', 'ebs/gp3/storage'), {
      kind: 'reference-region',
      regionId: 'us-east-1',
    })
    assert.deepEqual(basisOf('eu-central-1', 'ebs/gp3/storage'), { kind: 'exact' })
  })

  it('takes half of the GB price for gp3 throughput where the facts have none', () => {
    const found = findPrice(book, 'aws', 'eu-central-1', 'ebs/gp3/throughput')
    assert.equal(found?.price.listUnitPrice, 0.0476)
    assert.equal(found.price.pricingUnit, 'MiBps-Months')
    assert.deepEqual(found.basis, {
      kind: 'equivalent',
      skuId: 'ebs/gp3/storage',
      rule: "half of the region's price of a GB of gp3",
    })
  })

  it('marks bare metal that is only known by its dedicated-tenancy price', () => {
    const files: Record<string, string> = {
      'book.csv': '# version 1\n# date 2026-11-21\nProvider,RegionId,Prices\naws,us-east-1,1\n',
      'aws/us-east-1.csv':
        '# source kd260720 2026-07-20 AWS Price List\nSkuId,PricingUnit,ListUnitPrice,Source\nec2/linux-dedicated/c8a.metal-24xl,Hours,5.69026,kd260720\n',
    }
    const found = findPrice(
      openPriceBook((name) => files[name]),
      'aws',
      'us-east-1',
      'ec2/linux/c8a.metal-24xl',
    )
    assert.equal(found?.price.listUnitPrice, 5.69026)
    assert.equal(found?.basis.kind, 'equivalent')
  })

  it('is none where no rule applies: not for instances of another region, not for a region nobody knows', () => {
    assert.equal(basisOf('eu-central-1', 'ec2/linux/p5.48xlarge'), undefined)
    assert.equal(basisOf('cn-north-1', 'ebs/gp3/storage'), undefined)
    assert.equal(basisOf('us-east-1', 'sagemaker/ml.p6-b200.48xlarge/hosting'), undefined)
  })
})
