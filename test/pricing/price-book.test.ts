import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ConfigurationError } from '../../core/domain/configuration-error.ts'
import { openPriceBook } from '../../core/pricing/price-book.ts'
import { bookAt, frozenBook } from '../support/frozen-book.ts'

const SHIPPED = join(import.meta.dirname, '../../core/pricing/book')

const BOOK = '# version 1\n# date 2026-11-21\nProvider,RegionId,Prices\naws,us-east-1,1\n'
const REGION =
  '# source k260720 2026-07-20 AWS Price List, through a mirror\nSkuId,PricingUnit,ListUnitPrice,Source\nec2/linux/p4d.24xlarge,Hours,21.957642,k260720\n'

describe('the price book', () => {
  it('gives a price with its unit, source and date', () => {
    const book = openPriceBook((name) => ({ 'book.csv': BOOK, 'aws/us-east-1.csv': REGION })[name])
    assert.deepEqual(book.price('aws', 'us-east-1', 'ec2/linux/p4d.24xlarge'), {
      skuId: 'ec2/linux/p4d.24xlarge',
      regionId: 'us-east-1',
      pricingUnit: 'Hours',
      listUnitPrice: 21.957642,
      source: 'AWS Price List, through a mirror',
      sourceDate: '2026-07-20',
    })
    assert.equal(book.date, '2026-11-21')
  })

  it('reads a region when it is first asked for, and once', () => {
    const reads: string[] = []
    const book = openPriceBook((name) => {
      reads.push(name)
      return { 'book.csv': BOOK, 'aws/us-east-1.csv': REGION }[name]
    })
    assert.deepEqual(reads, ['book.csv'])
    book.price('aws', 'us-east-1', 'ec2/linux/p4d.24xlarge')
    book.price('aws', 'us-east-1', 'ec2/linux/p5.48xlarge')
    assert.deepEqual(reads, ['book.csv', 'aws/us-east-1.csv'])
  })

  it('has no price for what it does not list, and reads no file for it', () => {
    const book = frozenBook()
    assert.equal(book.price('aws', 'us-east-1', 'ec2/linux/p4d.24xlrage'), undefined)
    assert.equal(book.price('aws', '../../etc/passwd', 'ec2/linux/m5.large'), undefined)
    assert.equal(book.price('gcp', 'us-central1', 'gce/vm/n1-standard-4'), undefined)
    assert.equal(book.price('aws', 'us-east-1', 'SkuId'), undefined)
    assert.deepEqual(book.regions('azure'), [])
    assert.deepEqual(book.instanceTypes('azure'), [])
  })

  it('knows what an instance type is made of', () => {
    assert.deepEqual(frozenBook().spec('aws', 'p4d.24xlarge'), {
      instanceType: 'p4d.24xlarge',
      vcpu: 96,
      memoryGiB: 1152,
      accelerator: { model: 'nvidia-a100-40gb', count: 8, memoryGiB: 40 },
      architecture: 'amd64',
    })
    assert.equal(frozenBook().spec('aws', 'm5.large')?.accelerator, undefined)
    assert.equal(frozenBook().spec('aws', 'm5.lrage'), undefined)
    const book = frozenBook()
    const types = book.instanceTypes('google')
    assert.deepEqual(
      types.find(({ instanceType }) => instanceType === 'a3-highgpu-8g'),
      {
        instanceType: 'a3-highgpu-8g',
        vcpu: 208,
        memoryGiB: 1872,
        accelerator: { model: 'nvidia-h100', count: 8, memoryGiB: 80 },
        architecture: 'amd64',
      },
    )
    assert.equal(book.instanceTypes('google'), types, 'read once')
  })

  it('refuses a version it does not read, and a missing file, in one line', () => {
    assert.throws(
      () => openPriceBook(() => BOOK.replace('version 1', 'version 2')),
      new ConfigurationError('the price book is of version "2", expected 1'),
    )
    assert.throws(
      () => openPriceBook(() => undefined),
      new ConfigurationError('the price book lacks its file "book.csv"; install Ascribe anew'),
    )
  })
})

describe('the shipped price book', () => {
  const book = bookAt(SHIPPED)

  it('has every region that it says, each price with a unit, a source and a date', () => {
    const counts = { aws: 36, google: 51, azurerm: 60 }
    for (const [provider, count] of Object.entries(counts)) {
      assert.equal(book.regions(provider).length, count)
      for (const region of book.regions(provider)) isWhole(provider, region)
    }
  })

  function isWhole(provider: string, region: string) {
    const lines = readFileSync(join(SHIPPED, `${provider}/${region}.csv`), 'utf8')
      .trimEnd()
      .split('\n')
    const skus = lines.slice(lines.indexOf('SkuId,PricingUnit,ListUnitPrice,Source') + 1)
    assert.deepEqual(skus, [...skus].sort(compareSkus), `${region} is sorted`)
    for (const line of skus) {
      const sku = line.split(',')[0]!
      const price = book.price(provider, region, sku)
      assert.ok(price && price.listUnitPrice > 0 && price.pricingUnit !== '', `${sku} in ${region}`)
      assert.match(price.sourceDate, /^(\d{4}-\d\d(-\d\d)?|2024|undated-2026)$/, `${sku} in ${region}`)
      assert.notEqual(price.source, '')
    }
  }

  it('stays below 1.5 MB compressed, so that the Action and the extension can hold it', () => {
    const files = readdirSync(SHIPPED, { recursive: true, encoding: 'utf8' })
    const bytes = files
      .filter((name) => name.endsWith('.csv'))
      .map((name) => gzipSync(readFileSync(join(SHIPPED, name))).length)
    assert.ok(bytes.reduce((total, size) => total + size) < 1_500_000)
  })

  it('says in its first line what writes each file', () => {
    for (const file of readdirSync(SHIPPED, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.csv'))
        assert.match(
          readFileSync(join(SHIPPED, file), 'utf8'),
          /^# Written by (scripts\/price-book\/build\.ts|ascribe prices refresh); do not edit\.$/m,
        )
  })

  it('agrees with figures that everybody knows', () => {
    const price = (region: string, sku: string) => book.price('aws', region, sku)?.listUnitPrice
    assert.equal(price('us-east-1', 'ec2/linux/m5.large'), 0.096)
    assert.equal(price('us-east-1', 'ec2/linux/p5.48xlarge'), 55.04)
    assert.equal(price('us-east-1', 'eks/control_plane'), 0.1)
    assert.equal(price('us-east-1', 'nat/gateway/hour'), 0.045)
    assert.equal(price('us-east-1', 'ebs/gp3/storage'), 0.08)
    assert.equal(price('us-east-1', 's3/standard/storage'), 0.023)
    assert.equal(price('us-east-1', 'sagemaker/ml.m5.xlarge/hosting'), 0.23)
    assert.equal(price('eu-west-1', 'ec2/linux/m5.large'), 0.107)
    assert.equal(book.price('google', 'us-central1', 'gce/vm/e2-standard-4')?.listUnitPrice, 0.134023)
    assert.equal(book.price('google', 'us-central1', 'gce/tpu/tpu-v5e')?.listUnitPrice, 1.2)
    assert.equal(book.price('azurerm', 'eastus', 'azure-vm/linux/Standard_D4s_v5')?.listUnitPrice, 0.192)
    assert.equal(
      book.price('azurerm', 'eastus', 'azure-vm/linux/Standard_ND96isr_H100_v5')?.listUnitPrice,
      98.32,
    )
  })
})

function compareSkus(a: string, b: string): number {
  const [left = '', right = ''] = [a.split(',')[0], b.split(',')[0]]
  return left < right ? -1 : left > right ? 1 : 0
}
