import {
  type PriceBook,
  type PricedSku,
  type PriceSearch,
  priceText,
  searchPrices,
} from '../../core/index.ts'
import { type Arguments, type Command, UsageError } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { warnOfOldPrices } from '../price-age.ts'
import { embeddedPriceBook, priceBookIn } from '../price-book.ts'
import { REFRESH_OPTIONS, refreshPrices } from '../refresh/command.ts'
import { table } from '../table.ts'
import type { Terminal } from '../terminal.ts'

export const pricesCommand: Command = {
  name: 'prices',
  summary: 'Lists the price book, or shows every price of an instance type or SKU with its source and date.',
  operands: '[show NAME… | refresh]',
  verbs: ['show', 'refresh'],
  options: {
    provider: { description: 'only this provider; refresh: these, with commas between', value: 'PROVIDER' },
    region: { description: 'only this region', value: 'REGION' },
    format: { description: 'how to print it', value: 'FORMAT', choices: ['terminal', 'json'] },
    json: { description: 'the same as --format json' },
    book: { description: 'a book of your own in place of the shipped one', value: 'FOLDER' },
    ...REFRESH_OPTIONS,
  },
  examples: [
    'ascribe prices show p4d.24xlarge --region us-east-1',
    'ascribe prices --provider aws --format json',
    'ascribe prices refresh --provider azurerm --out prices',
  ],
  details: `NAME is an instance type (p4d.24xlarge), a SKU (ebs/gp3/storage), the beginning of one (ebs/gp3) or a part of
one (nvidia-tesla-t4). Prices are in US dollars, without tax and discounts.

refresh downloads the providers' public price lists and writes a price book of your own (prices.book of ascribe.yml):
AWS's bulk files, Azure's Retail Prices API, and Google's Cloud Billing Catalog, which asks for an API key in
GOOGLE_API_KEY. It is the only command that asks anybody for prices. Prices that moved by more than 30 % are held back
and listed. A run that was broken off goes on where it stopped.

Exit codes: 0 done, 1 nothing found, or something held back or not read, 2 wrong usage, 3 failure.`,
  run: (args, terminal) => {
    const [verb, ...names] = args.operands
    const folder = args.option('book')
    const book = folder === undefined ? embeddedPriceBook() : priceBookIn(folder)
    if (verb !== 'refresh') warnOfOldPrices(book.date, terminal)
    if (verb === undefined) return list(book, args, terminal)
    if (verb === 'refresh') return refreshPrices(names, args, terminal)
    if (verb !== 'show')
      throw new UsageError(`"${verb}" is nothing that prices can do. expected show or refresh`)
    if (names.length === 0) throw new UsageError('what is to be shown? name an instance type or a SKU')
    return show(book, names, args, terminal)
  },
}

const isJson = (args: Arguments) => args.flag('json') || args.option('format') === 'json'

/** What the book holds. */
function list(book: PriceBook, args: Arguments, terminal: Terminal): ExitCode {
  const only = args.option('provider')
  if (only !== undefined && !book.providers.includes(only))
    throw new UsageError(`unknown provider "${only}". expected one of ${book.providers.join(', ')}`)
  const region = args.option('region')
  const regions = book.providers
    .filter((provider) => only === undefined || provider === only)
    .flatMap((provider) =>
      book
        .regions(provider)
        .filter((regionId) => region === undefined || regionId === region)
        .map((regionId) => ({ provider, regionId, prices: [...book.skus(provider, regionId)].length })),
    )
  const { version, date } = book
  if (isJson(args)) {
    terminal.print(`${JSON.stringify({ version: 1, prices: { version, date }, regions }, null, 2)}\n`)
    return EXIT.nothingFound
  }
  const total = regions.reduce((sum, { prices }) => sum + prices, 0)
  terminal.print(`Price book of ${date}: ${grouped(total)} list prices in US dollars\n\n`)
  terminal.print(
    table(
      ['provider', 'region', '#prices'],
      regions.map(({ provider, regionId, prices }) => [provider, regionId, grouped(prices)]),
    ),
  )
  return EXIT.nothingFound
}

function show(book: PriceBook, names: readonly string[], args: Arguments, terminal: Terminal): ExitCode {
  const found = names.map((name) =>
    searchPrices(book, { name, provider: args.option('provider'), regionId: args.option('region') }),
  )
  for (const search of found) if (search.kind === 'none') terminal.warn(`ascribe: ${search.because}\n`)
  if (isJson(args)) terminal.print(jsonOf(book, found))
  else for (const search of found) terminal.print(textOf(search))
  return found.some(({ kind }) => kind === 'none') ? EXIT.findings : EXIT.nothingFound
}

function textOf(search: PriceSearch): string {
  if (search.kind === 'none') return ''
  const specs = search.specs.map(({ provider, spec }) => {
    const { accelerator, vcpu, memoryGiB, instanceType, architecture } = spec
    const model = accelerator && `${accelerator.count ?? '?'} × ${accelerator.model || 'unnamed accelerator'}`
    const parts = [`${vcpu} vCPU`, `${memoryGiB} GiB`, model, architecture]
    return `${instanceType} (${provider}): ${parts.filter((part) => part).join(', ')}\n`
  })
  const rows = search.prices.map(({ provider, price, basis }) => [
    provider,
    price.regionId,
    price.skuId,
    price.pricingUnit,
    priceText(price.listUnitPrice),
    basisText(basis),
    price.sourceDate,
    price.source,
  ])
  return `${specs.join('')}${table(['provider', 'region', 'SKU', 'unit', '#USD', 'basis', 'date', 'source'], rows)}`
}

function jsonOf(book: PriceBook, found: readonly PriceSearch[]): string {
  const { version, date } = book
  const searches = found.flatMap((search) => (search.kind === 'found' ? [search] : []))
  return `${JSON.stringify(
    {
      version: 1,
      prices: { version, date },
      instanceTypes: searches.flatMap(({ specs }) =>
        specs.map(({ provider, spec }) => ({ provider, ...spec })),
      ),
      skus: searches.flatMap(({ prices }) =>
        prices.map(({ provider, price, basis: { kind, ...standIn } }) => ({
          provider,
          ...price,
          basis: kind,
          ...(kind !== 'exact' && { standIn }),
        })),
      ),
    },
    null,
    2,
  )}\n`
}

function basisText(basis: PricedSku['basis']): string {
  switch (basis.kind) {
    case 'exact':
      return 'exact'
    case 'equivalent':
      return `equivalent: ${basis.rule}`
    case 'reference-region':
      return `of ${basis.regionId}`
    default:
      return basis satisfies never
  }
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
