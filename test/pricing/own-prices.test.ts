import assert from 'node:assert/strict'
import { check, inspectTree, renderers, reviewChange } from '../../core/index.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'

const TRAINING = `provider "aws" {
  region = "us-east-1"
}
resource "aws_instance" "train" {
  instance_type = "p4d.24xlarge"
}
`
const NAT = 'resource "aws_nat_gateway" "out" {\n  subnet_id = "subnet-1"\n}\n'

function costs(prices: string, more: Readonly<Record<string, string>> = {}) {
  const tree = memoryTree({ 'main.tf': TRAINING + NAT, 'ascribe.yml': `version: 1\n${prices}`, ...more })
  const inspection = inspectTree(tree, '', frozenBook())
  const resources = Object.fromEntries(inspection.resources.map((each) => [each.resource.address, each]))
  return { inspection, train: resources['aws_instance.train']!, nat: resources['aws_nat_gateway.out']! }
}
const dollars = ({ cost }: { readonly cost: number }) => cost / 1e6
const problems = (prices: string) =>
  costs(prices).inspection.problems.map(({ message, range }) => `${range.start > 0 ? '' : '0 '}${message}`)

// 21.957642 an hour, 730 hours
const LIST = 16029.07866

describe('prices of one’s own', () => {
  it('are list prices where nothing is stated', () => {
    const { train, inspection } = costs('')
    assert.equal(dollars(train), 16029.07866)
    assert.equal(inspection.prices.terms, undefined)
  })

  it('take a discount off what it is for: the list cost stays beside it', () => {
    const { train, nat, inspection } = costs(
      'prices:\n  discounts:\n    - { family: p4d, percent: 35, note: savings plan 2026 }\n',
    )
    assert.ok(train.estimate.kind === 'priced')
    const [charge] = train.estimate.charges
    assert.equal(charge!.listCost, Math.round(LIST * 1e6))
    assert.deepEqual(charge!.contracted, {
      unitPrice: 14.2724673,
      cost: 10418901129,
      percent: 35,
      note: 'savings plan 2026',
    })
    assert.equal(dollars(train), 10418.901129)
    assert.equal(dollars(nat), 32.85)
    assert.deepEqual(inspection.prices.terms, ['35 % off p4d (savings plan 2026) at ascribe.yml:4'])
  })

  it('go by service and SKU too; the first rule that fits holds', () => {
    const discounts = (rules: string) => costs(`prices:\n  discounts:\n${rules}`)
    const service = '    - { service: "Amazon Elastic Compute*", percent: 10 }\n'
    assert.equal(dollars(discounts(service).train), 14426.170794)
    assert.equal(
      dollars(discounts(`    - { sku: "ec2/linux/p4d.*", percent: 50 }\n${service}`).train),
      8014.53933,
    )
    // Both must hold.
    assert.equal(
      dollars(discounts('    - { service: Amazon SageMaker, family: p4d, percent: 50 }\n').train),
      dollars(costs('').train),
    )
  })

  it('override a list price, in one region or all, and take no discount then', () => {
    const own = (rest: string) =>
      costs(`prices:
  overrides: [{ sku: ec2/linux/p4d.24xlarge, usd: 12.5${rest} }]
  discounts: [{ family: p4d, percent: 35 }]
`).train
    const here = own('')
    assert.ok(here.estimate.kind === 'priced')
    assert.equal(dollars(here), 9125)
    assert.equal(here.estimate.charges[0]!.source, 'own price at ascribe.yml:3')
    assert.equal(dollars(own(', region: us-east-1')), 9125)
    assert.equal(dollars(own(', region: us-west-2')), 10418.901129)
  })

  it('say at their place why they cannot be applied', () => {
    const override = (text: string) => problems(`prices:\n  overrides: [{ ${text}, usd: 1 }]\n`)
    assert.deepEqual(override('sku: ec2/linux/p4d.24xlrage'), [
      'there is no list price for "ec2/linux/p4d.24xlrage", so this one needs a "unit", e.g. Hours. ascribe prices show lists SKUs',
    ])
    assert.deepEqual(override('sku: ec2/linux/p4d.24xlarge, unit: Months'), [
      '"ec2/linux/p4d.24xlarge" is priced by Hours, not by "Months": this price is not applied',
    ])
    assert.deepEqual(override('sku: ec2/linux/p9.48xlarge, unit: Hours'), [])
    assert.deepEqual(problems('prices:\n  discounts: [{ percent: 5 }]\n'), [
      'this discount lacks "service", "sku" or "family": what it is for',
    ])
    assert.deepEqual(problems('prices:\n  book: ../elsewhere\n'), [
      '"../elsewhere" leaves the repository. expected a path inside it, from its root or the project\'s folder',
    ])
  })

  it('make a resource unpriced whose price is stated by another unit', () => {
    const text = 'resource "aws_instance" "new" {\n  instance_type = "p9.48xlarge"\n}\n'
    const price = (unit: string) => {
      const yml = `version: 1\nprices:\n  overrides: [{ sku: ec2/linux/p9.48xlarge, usd: 2, unit: ${unit} }]\n`
      const tree = memoryTree({ 'main.tf': `${TRAINING}${text}`, 'ascribe.yml': yml })
      const found = inspectTree(tree, '', frozenBook()).resources
      return found.find(({ resource }) => resource.address === 'aws_instance.new')!.estimate
    }
    assert.equal(price('Hours').kind, 'priced')
    assert.deepEqual(price('Months'), {
      kind: 'unpriced',
      because: 'ec2/linux/p9.48xlarge is priced by Months, not by Hours',
    })
  })

  it('are refused where they are no prices: nothing becomes Infinity, and nothing pays itself', () => {
    const book = (price: string) => ({
      'own/book.csv': '# version 1\n# date 2027-02-01\nProvider,RegionId,Prices\naws,us-east-1,1\n',
      'own/aws/us-east-1.csv': `SkuId,PricingUnit,ListUnitPrice,Source\nec2/linux/p4d.24xlarge,Hours,${price},own\n`,
    })
    for (const price of ['-20', '1e308', 'NaN', ''])
      assert.throws(() => costs('prices:\n  book: own\n', book(price)), {
        name: 'ConfigurationError',
        message: `the price book has "${price}" as the price of ec2/linux/p4d.24xlarge in us-east-1, expected USD from 0 to 1000000`,
      })
    const override = (usd: string) =>
      problems(`prices:\n  overrides: [{ sku: ec2/linux/p4d.24xlarge, usd: ${usd} }]\n`)
    assert.match(override('-1').join(), /expected a number that is not negative/)
    assert.match(override('1e300').join(), /expected at most 1,000,000 USD/)
  })

  it('show no terminal escapes of a note', () => {
    const { inspection } = costs('prices:\n  discounts: [{ family: p4d, percent: 35, note: "\\e[2Kfree" }]\n')
    const text = renderers.inspect.terminal(inspection, {
      colour: false,
      width: 200,
      showPath: (path) => path,
    })
    assert.ok(text.includes('35 %') && !text.includes('\u001b'))
  })

  it('come from a book in the repository where one is named', () => {
    const book = {
      'finance/prices/book.csv':
        '# version 1\n# date 2027-02-01\nProvider,RegionId,Prices\naws,us-east-1,1\n',
      'finance/prices/aws/us-east-1.csv':
        '# source own 2027-02-01 our price list\nSkuId,PricingUnit,ListUnitPrice,Source\nec2/linux/p4d.24xlarge,Hours,10,own\n',
    }
    const { train, inspection } = costs('prices:\n  book: finance/prices\n', book)
    assert.equal(dollars(train), 7300)
    assert.deepEqual(inspection.prices, {
      version: 1,
      date: '2027-02-01',
      currency: 'USD',
      terms: ['prices from finance/prices'],
    })
    assert.throws(() => costs('prices:\n  book: finance/prcies\n', book), {
      message:
        'there is no price book at "finance/prcies" (prices.book): expected finance/prcies/book.csv, as ascribe prices refresh writes it',
    })
  })
})

describe('a review', () => {
  const side = (label: string, text: string, percent?: number) => ({
    label,
    tree: memoryTree({
      'main.tf': text,
      'ascribe.yml': `version: 1\n${percent === undefined ? '' : `prices:\n  discounts: [{ family: p4d, percent: ${percent} }]\n`}`,
    }),
  })
  const options = { below: '', prices: frozenBook(), failOn: undefined }
  const without = 'provider "aws" {\n  region = "us-east-1"\n}\n'

  it('prices both sides by the base side’s terms: a change cannot discount itself', () => {
    const discounted = reviewChange(side('main', without), side('sale', TRAINING, 90), options)
    assert.equal(discounted.total.after / 1e6, 16029.07866)
    const agreed = reviewChange(side('main', without, 35), side('pr', TRAINING, 90), options)
    assert.equal(agreed.total.after / 1e6, 10418.901129)
    assert.equal(reviewChange(side('a', TRAINING, 35), side('b', TRAINING), options).total.delta, 0)
  })

  it('says the terms beside the figures, and list and contracted cost in JSON', () => {
    const review = reviewChange(side('main', without, 35), side('pr', TRAINING, 35), options)
    const view = { colour: false, width: 200, showPath: (path: string) => path }
    const text = renderers.review.terminal(review, view)
    assert.match(text, /price book of \d{4}-\d\d-\d\d; with 35 % off p4d at ascribe\.yml:3\./)
    const [{ after }] = JSON.parse(renderers.review.json(review, view)).resources
    assert.equal(after.estimate.monthlyListCost, 16029.07866)
    assert.equal(after.estimate.monthlyContractedCost, 10418.901129)
    assert.equal(after.estimate.charges[0].contractedUnitPrice, 14.2724673)
    assert.deepEqual(after.estimate.charges[0].discount, { percent: 35, note: null })
  })

  it('finds at stake what is paid', () => {
    const tree = side('main', TRAINING, 35).tree
    const [finding] = check(tree, '', frozenBook()).findings
    assert.equal(finding!.monthlyCost / 1e6, 10418.901129)
  })
})
