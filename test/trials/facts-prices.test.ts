import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DERIVED_FACTS } from '../../scripts/trials/derived-facts.ts'
import { pricesInFacts } from '../../scripts/trials/facts-prices.ts'

const FILES = {
  'compute.csv': `provider,region,instance_type,usd_per_hour,purchase,os,source,source_date
gcp,us-central1,n2-standard-2,0.097118,on_demand,linux,x,2026
gcp,us-central1,n2-highmem-2,0.131014,on_demand,linux,x,2026
azure,eastus,Standard_D4s_v5,0.192,on_demand,linux,x,2026
aws,us-east-1,m5.metal,4.608,on_demand,linux,x:metal-dedicated,2026
`,
  'accelerators.csv': `provider,region,accelerator,usd_per_hour_each,purchase,source,source_date
gcp,us-central1,tpu-v5e,0.29771,spot,x,2026
gcp,us-central1,nvidia-tesla-t4,0.35,on_demand,x,2026
`,
  'services.csv': `provider,region,service,sku,unit,usd_per_unit,source,source_date
azure,eastus,aks,aks.standard,hour,0.1,x,2026
azure,global,azure_openai,azure_openai.o3-mini.input,1m-tokens,1.1,x,2026
`,
  'infracost_derived.csv': `provider,service,resource_type,component,unit,unit_price_usd,region,source
azure,mssql,azurerm_mssql_database,"Compute (provisioned, GP_Gen5_4)",hours,0.6088630137,eastus,golden snap=0.60886
aws,sqs,aws_sqs_queue,Requests,1M requests,0.4,us-east-1,golden
`,
}

describe('prices in the facts', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'facts-'))
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
  })
  after(() => rmSync(folder, { recursive: true }))

  it('are found under the names of the book, for three clouds', () => {
    const prices = pricesInFacts(folder)
    const only = (sku: string, region: string) => prices(sku, region).map((price) => Number(price.toFixed(9)))
    assert.deepEqual(only('azure-vm/linux/Standard_D4s_v5', 'eastus'), [0.192])
    assert.deepEqual(only('ec2/linux-dedicated/m5.metal', 'us-east-1'), [4.608])
    assert.deepEqual(only('gce/tpu-spot/tpu-v5e', 'us-central1'), [0.29771])
    assert.deepEqual(only('gce/gpu/nvidia-tesla-t4', 'us-central1'), [0.35])
    assert.deepEqual(only('aks/standard', 'eastus'), [0.1])
    assert.deepEqual(only('azure_openai/o3-mini/input', 'eastus'), [0.0000011])
    // Four vCores are in the figure, a million requests in the other.
    assert.deepEqual(only('azure/sql/gp_gen5/vcore', 'eastus'), [0.152215])
    assert.ok(prices('sqs/requests', 'us-east-1').includes(0.4 / 1e6))
    // Two machines that differ by 8 GiB.
    assert.deepEqual(only('gce/memory/n2', 'us-central1'), [0.004237])
    assert.deepEqual(only('gce/vcpu/n2', 'us-central1'), [0.031611])
    assert.deepEqual(only('azure/sql/gp_gen5/vcore', 'westeurope'), [])
  })

  it('name every SKU once', () => {
    assert.equal(new Set(DERIVED_FACTS.map(([sku]) => sku)).size, DERIVED_FACTS.length)
  })
})
