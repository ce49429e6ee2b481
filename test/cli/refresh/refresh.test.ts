import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RefreshOptions, refresh } from '../../../cli/refresh/refresh.ts'
import { inspectTree, openPriceBook, usd } from '../../../core/index.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { ascribe, CLI } from '../../support/run-cli.ts'
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts'
import { type Answer, cut, json, type PriceServer, priceServer, status, text } from './price-server.ts'

const BEFORE: Readonly<Record<string, string>> = {
  'book.csv': `# version 1
# date 2026-11-21
Provider,RegionId,Prices
aws,us-east-1,4
azurerm,eastus,2
google,us-central1,2
`,
  'aws/us-east-1.csv': `# source k260720 2026-07-20 a mirror of the AWS Price List
SkuId,PricingUnit,ListUnitPrice,Source
ebs/gp3/throughput,MiBps-Months,0.04,k260720
ec2/linux/g5.xlarge,Hours,1.006,k260720
ec2/linux/p4d.24xlarge,Hours,32.7726,k260720
route53/zone,Zone-Months,0.5,k260720
`,
  'azurerm/eastus.csv': `# source ka260618 2026-06-18 a mirror of the Retail Prices API
SkuId,PricingUnit,ListUnitPrice,Source
azure-vm/linux/Standard_D4s_v5,Hours,0.192,ka260618
azure-vm/linux/Standard_NC24ads_A100_v4,Hours,3.673,ka260618
`,
  'google/us-central1.csv': `# source cy260730 2026-07-30 a mirror of the Cloud Billing Catalog
SkuId,PricingUnit,ListUnitPrice,Source
gce/vm/g2-standard-4,Hours,0.706832,cy260730
gce/vm/n2-standard-2,Hours,0.09717,cy260730
`,
  'aws/instance-types.csv':
    'InstanceType,vCPU,MemoryGiB,Accelerator,AcceleratorCount,AcceleratorMemoryGiB,Architecture\n',
  'azurerm/instance-types.csv':
    'InstanceType,vCPU,MemoryGiB,Accelerator,AcceleratorCount,AcceleratorMemoryGiB,Architecture\n',
  'google/instance-types.csv': `InstanceType,vCPU,MemoryGiB,Accelerator,AcceleratorCount,AcceleratorMemoryGiB,Architecture
a2-highgpu-1g,12,85,nvidia-a100-40gb,1,40,amd64
a2-ultragpu-1g,12,170,nvidia-a100-80gb,1,80,amd64
c2-standard-4,4,16,,,,amd64
g2-standard-4,4,16,nvidia-l4,1,24,amd64
n2-standard-2,2,8,,,,amd64
`,
}

const OFFERS = ['AmazonEC2', 'AmazonRDS', 'AmazonElastiCache', 'AmazonES', 'AmazonSageMaker', 'AmazonEKS']
const csvPath = (offer: string) => `/offers/v1.0/aws/${offer}/20261215120000/us-east-1/index.csv`

/** An offer file as AWS writes it: lines about the file, names of columns, then a price each. */
function offerFile(rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = [
    ...['SKU', 'OfferTermCode', 'RateCode', 'TermType', 'PriceDescription', 'EffectiveDate', 'StartingRange'],
    ...['EndingRange', 'Unit', 'PricePerUnit', 'Currency', 'Product Family', 'Location', 'Location Type'],
    ...[
      'Instance Type',
      'Tenancy',
      'Operating System',
      'Database Engine',
      'Deployment Option',
      'Cache Engine',
    ],
    ...['usageType', 'operation', 'CapacityStatus', 'Pre Installed S/W', 'Region Code'],
  ]
  const usual: Readonly<Record<string, string>> = {
    SKU: '2YQXAK5NQZ3GRKDV',
    TermType: 'OnDemand',
    PriceDescription: '$1 per "unit", or part of it',
    StartingRange: '0',
    EndingRange: 'Inf',
    Currency: 'USD',
    'Location Type': 'AWS Region',
  }
  const quoted = (fields: readonly string[]) =>
    fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')
  return [
    '"FormatVersion","v1.0"',
    '"Disclaimer","This pricing list is for informational purposes only. All prices are subject to change."',
    '"Publication Date","2026-12-15T12:00:00Z"',
    '"Version","20261215120000"',
    '"OfferCode","AmazonEC2"',
    quoted(columns),
    ...rows.map((row) => quoted(columns.map((column) => row[column] ?? usual[column] ?? ''))),
    '',
  ].join('\r\n')
}

const machine = (type: string, price: string, more: Readonly<Record<string, string>> = {}) => ({
  'Product Family': 'Compute Instance',
  'Instance Type': type,
  Tenancy: 'Shared',
  'Operating System': 'Linux',
  CapacityStatus: 'Used',
  'Pre Installed S/W': 'NA',
  usageType: `BoxUsage:${type}`,
  Unit: 'Hrs',
  PricePerUnit: price,
  ...more,
})

const EC2 = offerFile([
  machine('g5.xlarge', '1.0560000000'),
  machine('g5.xlarge', '1.2400000000', { 'Operating System': 'Windows' }),
  machine('g5.xlarge', '0.6340000000', { TermType: 'Reserved' }),
  machine('g5.xlarge', '1.1100000000', { 'Location Type': 'AWS Local Zone' }),
  machine('g5.xlarge', '0.0000000000', { CapacityStatus: 'AllocatedCapacityReservation' }),
  machine('p4d.24xlarge', '21.9576420000'),
  machine('p9.48xlarge', '99.5000000000'),
  { usageType: 'EBS:VolumeP-Throughput.gp3', Unit: 'GiBps-mo', PricePerUnit: '40.96' },
  { usageType: 'EBS:VolumeUsage.gp3', Unit: 'GB-Mo', PricePerUnit: '0.08' },
  { usageType: 'NatGateway-Hours', Unit: 'Hrs', PricePerUnit: '0.045' },
])

const SMALL: Readonly<Record<string, string>> = {
  AmazonRDS: offerFile([
    {
      'Product Family': 'Database Instance',
      'Instance Type': 'db.r6g.large',
      'Database Engine': 'PostgreSQL',
      'Deployment Option': 'Multi-AZ',
      usageType: 'Multi-AZUsage:db.r6g.large',
      PricePerUnit: '0.45',
    },
    {
      'Product Family': 'Database Instance',
      'Instance Type': 'db.r6g.large',
      'Database Engine': 'Aurora MySQL',
      usageType: 'InstanceUsageIOOptimized:db.r6g.large',
      PricePerUnit: '0.338',
    },
  ]),
  AmazonElastiCache: offerFile([
    {
      'Instance Type': 'cache.r6g.large',
      'Cache Engine': 'Redis',
      usageType: 'NodeUsage:cache.r6g.large',
      PricePerUnit: '0.206',
    },
  ]),
  AmazonES: offerFile([{ usageType: 'ESInstance:r6g.large', PricePerUnit: '0.167' }]),
  AmazonSageMaker: offerFile([
    { usageType: 'USE1-Host:ml.g5.xlarge', PricePerUnit: '1.408' },
    { usageType: 'USE1-Cluster:ml.g5.8xlarge', PricePerUnit: '3.06' },
    { usageType: 'USE1-ReservedCluster:ml.g5.8xlarge', PricePerUnit: '2.1' },
    { usageType: 'USE1-Processing:ml.m5.xlarge', PricePerUnit: '0.23' },
    { usageType: 'USE1-Studio:JupyterLab-ml.m5.xlarge', PricePerUnit: '0.23' },
    { usageType: 'USE1-Host:VolumeUsage.gp2', PricePerUnit: '0.14' },
    { usageType: 'USE1-ServerlessInf:Memory-1GB', PricePerUnit: '0.00002' },
  ]),
  AmazonEKS: offerFile([{ usageType: 'USE1-AmazonEKS-Hours:perCluster', PricePerUnit: '0.10' }]),
}

function aws(): Readonly<Record<string, Answer>> {
  const index = (offer: string) => `/offers/v1.0/aws/${offer}/current/region_index.json`
  return {
    '/offers/v1.0/aws/index.json': json({
      formatVersion: 'v1.0',
      offers: Object.fromEntries(
        OFFERS.map((offer) => [offer, { offerCode: offer, currentRegionIndexUrl: index(offer) }]),
      ),
    }),
    ...Object.fromEntries(
      OFFERS.map((offer) => [
        index(offer),
        json({
          regions: Object.fromEntries(
            ['us-east-1', 'us-west-2-lax-1'].map((region) => [
              region,
              {
                regionCode: region,
                currentVersionUrl: `/offers/v1.0/aws/${offer}/20261215120000/${region}/index.json`,
              },
            ]),
          ),
        }),
      ]),
    ),
    [csvPath('AmazonEC2')]: text(EC2),
    ...Object.fromEntries(Object.entries(SMALL).map(([offer, body]) => [csvPath(offer), text(body)])),
  }
}

const AZURE_FIRST =
  "/api/retail/prices?$filter=serviceName eq 'Virtual Machines' and armRegionName eq 'eastus' and priceType eq 'Consumption'"
const AZURE_SECOND = '/api/retail/prices?$filter=x&$skip=1000'

const retail = (armSkuName: string, retailPrice: number, more: Readonly<Record<string, unknown>> = {}) => ({
  currencyCode: 'USD',
  tierMinimumUnits: 0,
  retailPrice,
  unitPrice: retailPrice,
  armRegionName: 'eastus',
  location: 'US East',
  meterName: armSkuName,
  productName: 'Virtual Machines Series',
  skuName: armSkuName,
  serviceName: 'Virtual Machines',
  unitOfMeasure: '1 Hour',
  type: 'Consumption',
  armSkuName,
  ...more,
})

const azure = (url: string): Readonly<Record<string, Answer>> => ({
  [AZURE_FIRST]: json({
    BillingCurrency: 'USD',
    Items: [
      retail('Standard_D4s_v5', 0.2),
      retail('Standard_D4s_v5', 0.384, { productName: 'Virtual Machines Dsv5 Series Windows' }),
      retail('Standard_D4s_v5', 0.376, { productName: 'Dsv5 Series CloudServices' }),
      retail('Standard_D4s_v5', 0.04, { skuName: 'Standard_D4s_v5 Low Priority' }),
    ],
    // The API's own pages name a port.
    NextPageLink: `${url}${AZURE_SECOND}`,
    Count: 4,
  }),
  [AZURE_SECOND]: json({
    Items: [
      retail('Standard_D4s_v5', 0.0384, { skuName: 'D4s v5 Spot' }),
      retail('Standard_NC24ads_A100_v4', 9.18),
      null,
    ],
    NextPageLink: null,
    Count: 3,
  }),
})

const GOOGLE = '/v1/services/6F81-5844-456A/skus?pageSize=5000'
const catalogue = (description: string, nanos: number, usageType = 'OnDemand', usageUnit = 'h') => ({
  name: 'services/6F81-5844-456A/skus/0000-0000-0000',
  description: `${description} running in Iowa`,
  category: { serviceDisplayName: 'Compute Engine', resourceFamily: 'Compute', usageType },
  serviceRegions: ['us-central1'],
  pricingInfo: [
    {
      effectiveTime: '2026-12-01T00:00:00Z',
      pricingExpression: {
        usageUnit,
        tieredRates: [
          {
            startUsageAmount: 0,
            unitPrice: { currencyCode: 'USD', units: String(Math.floor(nanos / 1e9)), nanos: nanos % 1e9 },
          },
        ],
      },
    },
  ],
})

const google: Readonly<Record<string, Answer>> = {
  [GOOGLE]: json({
    skus: [
      catalogue('N2 Instance Core', 31_611_000),
      catalogue('N2 Instance Ram', 4_237_000, 'OnDemand', 'GiBy.h'),
      catalogue('Spot Preemptible N2 Instance Core', 14_990_000, 'Preemptible'),
      catalogue('Commitment v1: N2 Cpu', 19_000_000, 'Commit1Yr'),
    ],
    nextPageToken: 'two',
  }),
  [`${GOOGLE}&pageToken=two`]: json({
    skus: [
      catalogue('G2 Instance Core', 24_988_000),
      catalogue('G2 Instance Ram', 2_927_000, 'OnDemand', 'GiBy.h'),
      catalogue('Nvidia L4 GPU', 560_040_000),
      catalogue('Nvidia Tesla T4 GPU', 350_000_000),
      {
        ...catalogue('', 110_000_000, 'Preemptible'),
        description: 'Nvidia Tesla T4 GPU attached to Spot Preemptible VMs running in Iowa',
      },
      catalogue('A2 Instance Core', 31_611_000),
      catalogue('A2 Instance Ram', 4_237_000, 'OnDemand', 'GiBy.h'),
      catalogue('Nvidia Tesla A100 GPU', 2_933_908_000),
      catalogue('Nvidia Tesla A100 80GB GPU', 3_928_000_000),
      catalogue('Compute optimized Instance Core', 33_980_000),
      catalogue('Compute optimized Ram', 4_550_000, 'OnDemand', 'GiBy.h'),
    ],
    nextPageToken: '',
  }),
}

describe('ascribe prices refresh', () => {
  const servers: PriceServer[] = []
  const start = async (documents: Parameters<typeof priceServer>[0]) => {
    const server = await priceServer(documents)
    servers.push(server)
    return server
  }
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()))
  })

  const read = (name: string) => BEFORE[name]
  const run = (out: string, more: Partial<RefreshOptions>) =>
    refresh({
      book: openPriceBook(read),
      read,
      out,
      providers: ['aws'],
      region: undefined,
      googleKey: undefined,
      awsSpot: [],
      acceptMoves: false,
      endpoints: {},
      today: '2026-12-16',
      firstPauseMs: 1,
      say: () => {},
      ...more,
    })
  const pricesIn = (out: string, name: string) =>
    readFileSync(join(out, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .slice(1)

  it('reads AWS’s bulk files into the same format, and leaves what it cannot tell', async () => {
    const { url } = await start(aws)
    const out = temporaryFolder({})
    const result = await run(out, { endpoints: { aws: url } })
    assert.deepEqual(result.failures, [])
    assert.deepEqual(pricesIn(out, 'aws/us-east-1.csv'), [
      'aurora/mysql/db.r6g.large/io_optimized,Hours,0.338,aws261216',
      'ebs/gp3/storage,GB-Months,0.08,aws261216',
      'ebs/gp3/throughput,MiBps-Months,0.04,aws261216',
      'ec2/linux/g5.xlarge,Hours,1.056,aws261216',
      'ec2/linux/p4d.24xlarge,Hours,32.7726,k260720',
      'ec2/linux/p9.48xlarge,Hours,99.5,aws261216',
      'eks/control_plane,Hours,0.1,aws261216',
      'elasticache/redis/cache.r6g.large,Hours,0.206,aws261216',
      'nat/gateway/hour,Hours,0.045,aws261216',
      'opensearch/r6g.large/search,Hours,0.167,aws261216',
      'rds/postgresql/db.r6g.large/multi_az,Hours,0.45,aws261216',
      'route53/zone,Zone-Months,0.5,k260720',
      'sagemaker/ml.g5.8xlarge/cluster,Hours,3.06,aws261216',
      'sagemaker/ml.g5.xlarge/hosting,Hours,1.408,aws261216',
      'sagemaker/ml.m5.xlarge/processing,Hours,0.23,aws261216',
      'sagemaker/ml.m5.xlarge/studio_jupyterlab,Hours,0.23,aws261216',
      'sagemaker/storage/hosting,GB-Months,0.14,aws261216',
    ])
    const book = openPriceBook((name) => readFileSync(join(out, name), 'utf8'))
    assert.equal(book.date, '2026-12-16')
    assert.deepEqual(
      book.price('aws', 'us-east-1', 'ec2/linux/g5.xlarge')?.source,
      'AWS Price List, bulk files',
    )
    assert.equal(book.price('azurerm', 'eastus', 'azure-vm/linux/Standard_D4s_v5')?.listUnitPrice, 0.192)
    assert.ok(!existsSync(join(out, '.refresh')))
  })

  it('holds back a price that moved by more than 30 %, unless it is told to take it', async () => {
    const { url } = await start(aws)
    const out = temporaryFolder({})
    const { heldBack, changed, added, unchanged } = await run(out, { endpoints: { aws: url } })
    assert.deepEqual(
      heldBack.map(({ price, before }) => [price.skuId, before.listUnitPrice, price.listUnitPrice]),
      [['ec2/linux/p4d.24xlarge', '32.7726', '21.957642']],
    )
    assert.deepEqual({ changed, added, unchanged }, { changed: 1, added: 13, unchanged: 1 })
    await run(out, { endpoints: { aws: url }, acceptMoves: true })
    assert.ok(pricesIn(out, 'aws/us-east-1.csv').includes('ec2/linux/p4d.24xlarge,Hours,21.957642,aws261216'))
  })

  it('asks again after 429, 503 and an answer that was cut short', async () => {
    const server = await start(aws)
    server.interrupt('/offers/v1.0/aws/index.json', status(429, { 'retry-after': '0' }), status(503))
    server.interrupt(csvPath('AmazonEC2'), status(503), cut(EC2))
    const { failures, added } = await run(temporaryFolder({}), { endpoints: { aws: server.url } })
    assert.deepEqual([failures, added], [[], 13])
    assert.equal(server.asked.filter((path) => path === csvPath('AmazonEC2')).length, 3)
  })

  it('leaves a region’s prices alone whose list stays broken, and goes on from there the next time', async () => {
    const server = await start(aws)
    const broken = [cut(EC2), text(EC2.slice(0, -30)), text('<html>be back soon</html>\n')]
    server.interrupt(csvPath('AmazonEC2'), ...broken)
    const out = temporaryFolder({})
    const said: string[] = []
    const say = (line: string) => said.push(line)
    const { failures } = await run(out, { endpoints: { aws: server.url }, say })
    assert.deepEqual(failures, ['AWS AmazonEC2 in us-east-1: there is no line of column names'])
    assert.match(said[0]!, /^AWS AmazonEC2 in us-east-1: not read \(1 of \d+\)$/)
    assert.ok(pricesIn(out, 'aws/us-east-1.csv').includes('ec2/linux/g5.xlarge,Hours,1.006,k260720'))
    assert.match(readFileSync(join(out, 'book.csv'), 'utf8'), /^# date 2026-11-21$/m)

    server.asked.length = 0
    said.length = 0
    const again = await run(out, { endpoints: { aws: server.url }, say })
    assert.deepEqual(again.failures, [])
    assert.match(said.at(-1)!, /^AWS \w+ in us-east-1: \d+ prices, kept from the run before \(/)
    assert.deepEqual(
      server.asked.filter((path) => path.endsWith('.csv')),
      [csvPath('AmazonEC2')],
      'what was read is not asked for again',
    )
    assert.ok(pricesIn(out, 'aws/us-east-1.csv').includes('ec2/linux/g5.xlarge,Hours,1.056,aws261216'))
  })

  it('follows no address in a list that leads elsewhere', async () => {
    const { url } = await start(() => ({
      '/offers/v1.0/aws/index.json': json({
        offers: { AmazonEC2: { currentRegionIndexUrl: 'https://elsewhere.example/offers' } },
      }),
    }))
    const { failures } = await run(temporaryFolder({}), { endpoints: { aws: url } })
    assert.deepEqual(failures, [
      'aws: expected the path of a price list, found "https://elsewhere.example/offers"',
    ])
    const pages = await start(() => ({
      [AZURE_FIRST]: json({ Items: [], NextPageLink: 'https://elsewhere.example/api' }),
    }))
    const azurerm = await run(temporaryFolder({}), {
      providers: ['azurerm'],
      endpoints: { azurerm: pages.url },
    })
    assert.match(azurerm.failures[0]!, /expected "NextPageLink" to lead to 127\.0\.0\.1/)
  })

  it('reads Azure page by page: Linux on demand and spot, without Windows licences', async () => {
    const server = await start(azure)
    server.interrupt(AZURE_SECOND, status(429), text('{"Items":[{"curr'))
    const out = temporaryFolder({})
    const { failures, heldBack } = await run(out, {
      providers: ['azurerm'],
      endpoints: { azurerm: server.url },
    })
    assert.deepEqual(failures, [])
    assert.deepEqual(pricesIn(out, 'azurerm/eastus.csv'), [
      'azure-vm/linux-spot/Standard_D4s_v5,Hours,0.0384,azurerm261216',
      'azure-vm/linux/Standard_D4s_v5,Hours,0.2,azurerm261216',
      'azure-vm/linux/Standard_NC24ads_A100_v4,Hours,3.673,ka260618',
    ])
    assert.equal(heldBack.length, 1)
  })

  it('reads Google’s catalogue with a key, and adds machines up from their parts', async () => {
    const keys: unknown[] = []
    const server = await start(() => ({
      ...google,
      [GOOGLE]: (response, request) => {
        keys.push(request.headers['x-goog-api-key'])
        google[GOOGLE]!(response, request)
      },
    }))
    const out = temporaryFolder({})
    const options = { providers: ['google'], endpoints: { google: server.url } }
    const { failures } = await run(out, { ...options, googleKey: 'k-1' })
    assert.deepEqual([failures, keys], [[], ['k-1']])
    assert.ok(!server.asked.join('').includes('k-1'), 'no key in an address')
    assert.deepEqual(pricesIn(out, 'google/us-central1.csv'), [
      'gce/gpu-spot/nvidia-tesla-t4,GPU-Hours,0.11,google261216',
      'gce/gpu/nvidia-tesla-t4,GPU-Hours,0.35,google261216',
      'gce/memory/n2,GB-Hours,0.004237,google261216',
      'gce/vcpu/n2,vCPU-Hours,0.031611,google261216',
      // 12 × 0.031611 + 85 × 0.004237 + 2.933908; A2 Ultra has a local disk in its price, which is no part here
      'gce/vm/a2-highgpu-1g,Hours,3.673385,google261216',
      'gce/vm/c2-standard-4,Hours,0.20872,google261216',
      // 4 × 0.024988 + 16 × 0.002927 + 0.56004, as the mirror had it
      'gce/vm/g2-standard-4,Hours,0.706824,google261216',
      'gce/vm/n2-standard-2,Hours,0.097118,google261216',
    ])
    await assert.rejects(run(out, options), {
      name: 'ConfigurationError',
      message:
        'Google Cloud’s catalogue asks for an API key: set GOOGLE_API_KEY, or name the other providers with --provider',
    })
  })

  it('goes on where it was killed, and leaves the book as it was until all is read', async () => {
    const server = await start(aws)
    const out = temporaryFolder(BEFORE)
    const command = [
      'prices',
      'refresh',
      '--out',
      out,
      '--provider',
      'aws',
      '--endpoint',
      `aws=${server.url}`,
    ]
    const killed = new Promise<void>((resolve) => {
      // Its last list begins and never ends: half a line, and then nothing.
      server.interrupt(csvPath('AmazonEKS'), (response) => {
        response.write(SMALL.AmazonEKS!.slice(0, 400))
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      })
    })
    const child = spawn(process.execPath, [CLI, ...command], { stdio: 'ignore' })
    await killed
    for (const [name, text] of Object.entries(BEFORE))
      assert.equal(readFileSync(join(out, name), 'utf8'), text)

    server.asked.length = 0
    const { failures } = await run(out, { endpoints: { aws: server.url } })
    assert.deepEqual(failures, [])
    const lists = server.asked.filter((path) => path.endsWith('.csv'))
    assert.deepEqual(lists, [csvPath('AmazonEKS')], 'what was read before is not asked for again')
    const straight = temporaryFolder({})
    await run(straight, { endpoints: { aws: server.url } })
    assert.deepEqual(pricesIn(out, 'aws/us-east-1.csv'), pricesIn(straight, 'aws/us-east-1.csv'))
    assert.deepEqual(readdirSync(out).sort(), ['aws', 'azurerm', 'book.csv', 'google'])
  })

  it('asks Google again for a page that is throttled or cut short', async () => {
    const server = await start(() => google)
    server.interrupt(`${GOOGLE}&pageToken=two`, status(429), text('{"skus":[{"name'), status(503))
    const { failures } = await run(temporaryFolder({}), {
      providers: ['google'],
      endpoints: { google: server.url },
      googleKey: 'k-1',
    })
    assert.deepEqual(failures, [])
    assert.equal(server.asked.filter((path) => path.endsWith('two')).length, 4)
  })

  it('takes AWS’s spot prices from what the user’s own CLI printed', async () => {
    const folder = temporaryFolder({})
    const entry = (zone: string, price: string, time: string, product = 'Linux/UNIX') => ({
      AvailabilityZone: zone,
      InstanceType: 'g5.xlarge',
      ProductDescription: product,
      SpotPrice: price,
      Timestamp: time,
    })
    const file = join(folder, 'spot.json')
    writeFileSync(
      file,
      JSON.stringify({
        SpotPriceHistory: [
          entry('us-east-1a', '0.4000', '2026-12-15T10:00:00+00:00'),
          entry('us-east-1a', '0.3000', '2026-12-14T10:00:00+00:00'),
          entry('us-east-1b', '0.6000', '2026-12-15T09:00:00+00:00'),
          entry('us-east-1b', '2.0000', '2026-12-15T12:00:00+00:00', 'Windows'),
        ],
      }),
    )
    const machines = `provider "aws" {
  region = "us-east-1"
}
resource "aws_instance" "train" {
  instance_type = "g5.xlarge"
  instance_market_options {
    market_type = "spot"
  }
}
`
    const estimated = () => {
      const tree = memoryTree({ 'main.tf': machines })
      const book = openPriceBook((name) => readFileSync(join(folder, name), 'utf8'))
      return inspectTree(tree, '', book).resources[0]!.estimate
    }
    writeFiles(folder, BEFORE)
    assert.deepEqual(estimated(), {
      kind: 'unpriced',
      because: 'spot prices move and the price book holds none; on demand it would be $734.38 a month',
    })
    const { code, out, err } = ascribe(folder, 'prices', 'refresh', '--out', '.', '--aws-spot', 'spot.json')
    assert.deepEqual([code, err], [0, ''], out)
    assert.ok(
      pricesIn(folder, 'aws/us-east-1.csv').some((line) =>
        /^ec2\/linux-spot\/g5.xlarge,Hours,0.5,awsspot\d{6}$/.test(line),
      ),
    )
    const spot = estimated()
    assert.ok(spot.kind === 'priced')
    // (0.40 + 0.60) / 2 an hour, 730 hours
    assert.equal(spot.charges[0]!.listCost, usd(365))
    assert.match(readFileSync(join(folder, 'book.csv'), 'utf8'), /^# date 2026-11-21$/m)
    writeFileSync(file, '{"Spot')
    await assert.rejects(run(folder, { providers: [], awsSpot: [file] }), { name: 'ConfigurationError' })
  })
})
