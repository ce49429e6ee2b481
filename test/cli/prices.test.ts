import assert from 'node:assert/strict'
import { ascribe } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder({})

describe('ascribe prices', () => {
  it('shows a price with its source, date and basis', () => {
    const { code, out, err } = ascribe(folder, 'prices', 'show', 'p4d.24xlarge', '--region', 'us-west-2')
    assert.equal(err, '')
    assert.equal(code, 0)
    assert.match(out, /^p4d\.24xlarge \(aws\): 96 vCPU, 1152 GiB, 8 × nvidia-a100-40gb, amd64$/m)
    assert.match(
      out,
      /^aws +us-west-2 +ec2\/linux\/p4d\.24xlarge +Hours +[\d.]+ +exact +\d{4}-\d\d-\d\d +\S.*$/m,
    )
  })

  it('knows machines and accelerators of every provider', () => {
    const shown = (...args: readonly string[]) => ascribe(folder, 'prices', 'show', ...args).out
    assert.match(
      shown('a2-highgpu-1g', '--region', 'us-central1'),
      /^a2-highgpu-1g \(google\): 12 vCPU, 85 GiB, 1 × nvidia-a100-40gb[\s\S]*^google +us-central1 +gce\/vm\/a2-highgpu-1g +Hours +[\d.]+ +exact/m,
    )
    assert.match(
      shown('Standard_NC24ads_A100_v4', '--region', 'eastus'),
      /^Standard_NC24ads_A100_v4 \(azurerm\): 24 vCPU[\s\S]*^azurerm +eastus +azure-vm\/linux\/Standard_NC24ads_A100_v4 +Hours +[\d.]+ +exact/m,
    )
    assert.match(
      shown('tpu-v5e', '--region', 'us-central1'),
      /^google +us-central1 +gce\/tpu\/tpu-v5e +Chip-Hours/m,
    )
  })

  it('prints the same as JSON', () => {
    const { out } = ascribe(
      folder,
      'prices',
      'show',
      'ebs/gp3/storage',
      '--region',
      'us-gov-west-1',
      '--json',
    )
    const { version, prices, skus } = JSON.parse(out)
    assert.equal(version, 1)
    assert.match(prices.date, /^\d{4}-\d\d-\d\d$/)
    assert.deepEqual(
      { basis: skus[0].basis, standIn: skus[0].standIn, unit: skus[0].pricingUnit },
      { basis: 'reference-region', standIn: { regionId: 'us-east-1' }, unit: 'GB-Months' },
    )
  })

  it('looks into a book of your own', () => {
    const own = temporaryFolder({
      'prices/book.csv': '# version 1\n# date 2026-11-01\nProvider,RegionId,Prices\naws,us-east-1,1\n',
      'prices/aws/us-east-1.csv':
        '# source own 2026-11-01 our agreement\nSkuId,PricingUnit,ListUnitPrice,Source\nec2/linux/p9.48xlarge,Hours,120,own\n',
      'prices/aws/instance-types.csv': 'InstanceType,vCPU\n',
    })
    const { out } = ascribe(own, 'prices', 'show', 'p9.48xlarge', '--book', 'prices')
    assert.match(
      out,
      /^aws +us-east-1 +ec2\/linux\/p9\.48xlarge +Hours +120 +exact +2026-11-01 +our agreement$/m,
    )
    assert.equal(
      ascribe(own, 'prices', '--book', 'elsewhere').err,
      'ascribe: elsewhere holds no price book: expected elsewhere/book.csv\n',
    )
  })

  it('lists what the book holds', () => {
    const { code, out } = ascribe(folder, 'prices', '--provider', 'google')
    assert.equal(code, 0)
    assert.match(out, /^Price book of \d{4}-\d\d-\d\d: [\d,]+ list prices in US dollars$/m)
    assert.match(out, /^google +us-central1 +[\d,]+$/m)
    assert.doesNotMatch(out, /^aws/m)
  })

  it('says in one line that the prices are old, as a review does', () => {
    const infrastructure = temporaryFolder({ 'main.tf': 'resource "aws_eip" "nat" {}\n' })
    const today = process.env.SOURCE_DATE_EPOCH
    process.env.SOURCE_DATE_EPOCH = String(Date.UTC(2099, 0, 1) / 1_000)
    try {
      for (const args of [['prices'], ['inspect'], ['check']])
        assert.match(
          ascribe(infrastructure, ...args).err,
          /^ascribe: the prices are of \d{4}-\d\d-\d\d, \d{5} days old: take a newer Ascribe, or refresh them/,
          args.join(),
        )
    } finally {
      process.env.SOURCE_DATE_EPOCH = today
    }
    assert.equal(ascribe(infrastructure, 'inspect').err, '')
  })

  it('says what it cannot find, and how it is used', () => {
    const typo = ascribe(folder, 'prices', 'show', 'p4d.24xlrage')
    assert.deepEqual(
      [typo.code, typo.out, typo.err],
      [1, '', 'ascribe: no price for "p4d.24xlrage". did you mean "p4d.24xlarge"?\n'],
    )
    assert.equal(ascribe(folder, 'prices', 'sho', 'm5.large').code, 2)
    assert.equal(ascribe(folder, 'prices', 'show').code, 2)
    const refresh = (...args: readonly string[]) =>
      ascribe(folder, 'prices', 'refresh', ...args).err.split('\n')[0]
    assert.equal(refresh(), 'ascribe: where is the book to be written? give --out FOLDER')
    assert.equal(
      refresh('--out', 'prices', '--endpoint', 'aws=here'),
      'ascribe: --endpoint "aws=here" is no address. expected PROVIDER=URL, e.g. aws=https://mirror.example',
    )
    assert.equal(
      refresh('--out', 'prices', '--provider', 'google'),
      'ascribe: Google Cloud’s catalogue asks for an API key: set GOOGLE_API_KEY, or name the other providers with --provider',
    )
  })
})
