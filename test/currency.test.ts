import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { diskTree } from '../cli/trees/disk-tree.ts'
import {
  baselineOf,
  check,
  codeLensesOf,
  createWorkspace,
  hoverAt,
  inlayHintsOf,
  inspectTree,
  locate,
  mergeReports,
  readReport,
  renderers,
  reviewChange,
  summaryOf,
  type Workspace,
} from '../core/index.ts'
import { markdownComment } from '../core/render/markdown/comment.ts'
import type { SourceTree } from '../core/source/source-tree.ts'
import { memoryTree } from '../core/source/source-tree.ts'
import { costTree } from '../extension/cost-tree.ts'
import { statusText, statusTooltip } from '../extension/status-text.ts'
import { summaryMessage } from '../lsp/messages.ts'
import { frozenBook } from './support/frozen-book.ts'

const EURO = 'prices: { currency: EUR, rate: 0.92, rate-date: 2026-11-02 }\n'
const PLAIN = { colour: false, width: 100 }

const folder = (side: string) => fileURLToPath(new URL(`../examples/ml-platform/${side}`, import.meta.url))

/** The example of the README, with more in its ascribe.yml. */
function example(side: 'base' | 'head', more: string): SourceTree {
  const disk = diskTree(folder(side))
  return {
    list: (directory) => disk.list(directory),
    read(path) {
      const text = disk.read(path)
      return path === 'ascribe.yml' ? `${text}\n${more}` : text
    },
  }
}

function reviewed(more: string) {
  return reviewChange(
    { label: 'base', tree: example('base', more) },
    { label: 'head', tree: example('head', more) },
    { below: '', prices: frozenBook(), failOn: undefined, suggest: true },
  )
}

describe('a company that counts in euros', () => {
  const inDollars = reviewed('')
  const inEuros = reviewed(EURO)

  it('sees every amount at the rate that it states', () => {
    const cents = (amount: number) => Math.round(amount / 1e4)
    for (const [at, { address, cost }] of inEuros.resources.entries()) {
      assert.equal(address, inDollars.resources[at]!.address)
      // Each charge is rounded once, to the millionth.
      assert.ok(Math.abs(cost.after - inDollars.resources[at]!.cost.after * 0.92) <= 20, address)
    }
    assert.equal(cents(inEuros.total.after), cents(inDollars.total.after * 0.92))
    assert.equal(inEuros.suggestions.length, inDollars.suggestions.length)
  })

  it('states its budgets in euros: what was over in dollars may fit', () => {
    const shareOf = (review: typeof inEuros, team: string) =>
      review.budgets.find(({ name }) => name === team)!.share.after!
    const [euros, dollars] = [shareOf(inEuros, 'fraud-ml'), shareOf(inDollars, 'fraud-ml')]
    // The flat fee is 100 of whatever is counted in, so that the rest alone is converted.
    assert.ok(euros < dollars && euros > dollars * 0.92 - 1e-9, `${euros} ${dollars}`)
  })

  it('reads the rate, its day and its place in each report', () => {
    const rate = /0\.92 EUR for a US dollar, the rate of 2026-11-02 stated at ascribe\.yml:\d+/
    for (const format of ['terminal', 'markdown', 'html', 'json'] as const)
      assert.match(renderers.review[format](inEuros, { ...PLAIN, width: 200 }), rate, format)
    assert.match(renderers.inspect.terminal(inspected(), { ...PLAIN, width: 400 }), rate)
  })

  it('is told its currency in every machine’s output', () => {
    assert.equal(JSON.parse(renderers.review.json(inEuros, PLAIN)).prices.currency, 'EUR')
    assert.equal(JSON.parse(renderers.review.json(inDollars, PLAIN)).prices.currency, 'USD')
    assert.equal(JSON.parse(renderers.inspect.json(inspected(), PLAIN)).prices.currency, 'EUR')
    const [names = '', ...lines] = renderers.inspect.csv(inspected(), PLAIN).split('\r\n')
    const at = names.split(',').indexOf('BillingCurrency')
    const currencies = new Set(lines.filter((line) => !line.includes('"')).map((line) => line.split(',')[at]))
    assert.deepEqual([...currencies].filter(Boolean), ['EUR'])
  })

  it('does not add its reports to those of a job that counts in dollars', () => {
    const handedOver = (review: typeof inEuros, name: string) => ({
      name,
      review: readReport(renderers.review.json(review, PLAIN), name),
    })
    const [euros, dollars] = [handedOver(inEuros, 'eu.json'), handedOver(inDollars, 'us.json')]
    assert.equal(euros.review.prices.currency, 'EUR')
    assert.throws(() => mergeReports([euros, dollars]), {
      name: 'ConfigurationError',
      message: 'the reports "eu.json" and "us.json" are not of one change: currency "EUR" and "USD"',
    })
  })

  it('finds no dollar in any report', () => {
    const texts: [string, string][] = []
    for (const [format, render] of Object.entries(renderers.review))
      texts.push([`review ${format}`, render(inEuros, PLAIN)])
    texts.push(['comment', markdownComment(inEuros, { ...PLAIN, limit: 65_536 }, 'ample')])
    for (const [format, render] of Object.entries(renderers.inspect))
      texts.push([`inspect ${format}`, render(inspected(), PLAIN)])
    const checked = check(example('head', EURO), '', frozenBook(), [], '2026-11-21')
    for (const [format, render] of Object.entries(renderers.check))
      texts.push([`check ${format}`, render(checked, PLAIN)])
    for (const [name, text] of texts) hasNoDollar(name, text)
  })

  it('finds none in an editor', () => {
    const open = (side: 'base' | 'head') =>
      createWorkspace({ tree: example(side, EURO), below: '', prices: frozenBook() })
    const workspace = open('head')
    const baseline = baselineOf(open('base').inspection(), [], 'HEAD')
    const summary = summaryOf(workspace.inspection(), baseline)
    for (const path of workspace.files()) editorTexts(workspace, path, baseline)
    const currency = { code: 'EUR', perUsd: 0.92 }
    const message = summaryMessage(
      [{ folder: { uriOf: (path: string) => path } as never, summary, currency }],
      '2026-11-21',
    )
    assert.equal(message.currency, 'EUR')
    const shown = JSON.stringify([costTree(message as never, 'team'), statusTooltip(message as never)])
    assert.match(shown, /€/)
    hasNoDollar('tree', shown)
    assert.match(statusText(message as never), /^\$\(tag\) €[\d,]+\/mo \(\+€[\d,]+\)$/)
  })

  function inspected() {
    return inspectTree(example('head', EURO), '', frozenBook())
  }
})

describe('a stated currency', () => {
  const BOX =
    'provider "aws" {\n  region = "us-east-1"\n}\nresource "aws_instance" "train" {\n  instance_type = "p4d.24xlarge"\n}\n'
  const looked = (prices: string) => {
    const tree = memoryTree({ 'main.tf': BOX, 'ascribe.yml': `version: 1\nprices:\n${prices}` })
    const { resources, problems } = inspectTree(tree, '', frozenBook())
    return {
      cost: resources[0]!.cost / 1e6,
      problems: problems.map(({ message, range }) => ({ message, ...locate(range) })),
    }
  }
  const EUR = '  currency: EUR\n  rate: 0.92\n'

  it('needs its rate, and says where: until then amounts are in dollars', () => {
    const { cost, problems } = looked('  currency: EUR\n')
    assert.equal(cost, 16029.07866)
    assert.deepEqual(
      problems.map(({ message, path, line }) => `${path}:${line} ${message}`),
      [
        'ascribe.yml:3 EUR needs a rate beside it: what one US dollar is, e.g. "rate: 0.92". Without it amounts are in USD',
      ],
    )
  })

  it('is an ISO 4217 code, and a rate one that can be', () => {
    const message = (prices: string) =>
      looked(prices)
        .problems.map((problem) => problem.message)
        .join()
    assert.match(
      message('  currency: euro\n  rate: 0.92\n'),
      /expected an ISO 4217 code in capitals, e\.g\. EUR/,
    )
    assert.match(message('  currency: EUR\n  rate: 0\n'), /expected at least 0\.0001/)
    assert.match(message('  currency: EUR\n  rate: .nan\n'), /expected a number/)
    assert.match(message('  rate: 0.92\n'), /amounts are in USD, which needs no rate/)
    assert.equal(message('  currency: USD\n'), '')
  })

  it('ages as prices do: after 90 days its rate is warned of where it stands, in a check, a review and an editor', () => {
    const said = (rateDate: string, today: string | undefined) => {
      const yml = `version: 1\nprices:\n${EUR}${rateDate}`
      const tree = memoryTree({ 'main.tf': BOX, 'ascribe.yml': yml })
      const side = { label: 'x', tree }
      const options = { below: '', prices: frozenBook(), ...(today && { today }) }
      const all = [
        check(tree, '', frozenBook(), [], today).inspection.problems,
        reviewChange(side, side, options).problems,
        createWorkspace({ tree, ...options }).inspection().problems,
      ].map((problems) =>
        problems.map(({ severity, message, range }) => `${locate(range).line} ${severity}: ${message}`),
      )
      assert.deepEqual(all[1], all[0])
      assert.deepEqual(all[2], all[0])
      return all[0]
    }
    const DATED = '  rate-date: 2026-11-02\n'
    assert.deepEqual(said(DATED, '2027-01-31'), [])
    assert.deepEqual(said(DATED, '2027-02-01'), [
      '4 warning: the rate of EUR is of 2026-11-02, 91 days old: state a newer one, with its rate-date',
    ])
    assert.deepEqual(said(DATED, undefined), [])
    assert.deepEqual(said('', '2027-02-01'), [])
  })

  it('is what one’s own prices are in, unless they say dollars', () => {
    const own = (price: string) => looked(`${EUR}  overrides: [{ sku: ec2/linux/p4d.24xlarge, ${price} }]\n`)
    assert.equal(looked(EUR).cost, 14746.752367)
    assert.equal(own('price: 10').cost, 7300)
    assert.equal(own('usd: 10').cost, 6716)
    assert.match(own('usd: 10, price: 9').problems[0]!.message, /expected either "price".* or "usd"/)
  })

  it('goes with discounts: they are percent of whatever is paid', () => {
    assert.equal(looked(`${EUR}  discounts: [{ family: p4d, percent: 50 }]\n`).cost, 7373.376184)
  })

  it('is said of Kubernetes’ default rates, too, and not of those that ascribe.yml declares', () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: { name: api }\nspec:\n  containers:\n    - name: api\n      image: api\n      resources: { requests: { cpu: "1" } }\n'
    const cost = (yml: string) => {
      const tree = memoryTree({ 'k8s/pod.yaml': pod, 'ascribe.yml': `version: 1\n${yml}` })
      const [only] = inspectTree(tree, '', frozenBook()).resources
      assert.ok(only?.estimate.kind === 'priced')
      return { amount: only.cost / 1e6, said: only.estimate.assumptions.join() }
    }
    const rated = 'clusters: { all: { manifests: [k8s/**], rates: { cpu: 0.05, memory: 0.01 } } }\n'
    assert.equal(cost('').amount, 23.07603)
    assert.equal(cost(EURO).amount, 21.229948)
    assert.match(cost(EURO).said, /€0\.02908212 a core-hour/)
    assert.equal(cost(rated).amount, 36.5)
    assert.equal(cost(rated + EURO).amount, 36.5)
  })

  it('of several folders in an editor: dollars, at each one’s rate', () => {
    const summary = (total: number) => ({
      total,
      delta: 0,
      priceDate: '',
      models: [],
      findings: { error: 0, warning: 0, hint: 0 },
    })
    const folder = { uriOf: (path: string) => path }
    const message = summaryMessage(
      [
        { folder, summary: summary(92e6), currency: { code: 'EUR', perUsd: 0.92 } },
        { folder, summary: summary(50e6), currency: undefined },
      ] as never,
      '2026-11-21',
    )
    assert.deepEqual([message.total, message.currency], [150, 'USD'])
  })
})

function editorTexts(workspace: Workspace, path: string, baseline: ReturnType<typeof baselineOf>) {
  const at = workspace.at(path)
  const lenses = codeLensesOf(at, path, baseline)
  const hovers = lenses.map(({ range }) => hoverAt(at, path, range.start, baseline)?.markdown ?? '')
  const hints = inlayHintsOf(at, path).map(({ label }) => label)
  hasNoDollar(path, [...lenses.map(({ title }) => title), ...hovers, ...hints].join('\n'))
}

/** Besides the word in what states the rate. */
function hasNoDollar(name: string, text: string): void {
  const rest = text.replaceAll(/for\s+a\s+US\s+dollar/g, '')
  const found = /.{0,60}(?:\$ ?[\d,.]|USD|[Dd]ollar).{0,60}/.exec(rest)
  assert.equal(found?.[0], undefined, name)
}
