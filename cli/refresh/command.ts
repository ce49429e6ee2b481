import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Arguments, type Option, UsageError } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { bookFilesIn, embeddedBookFile, embeddedPriceBook, priceBookIn } from '../price-book.ts'
import { progressLine } from '../progress.ts'
import type { Terminal } from '../terminal.ts'
import type { HeldBack } from './merge.ts'
import { refresh } from './refresh.ts'

export const REFRESH_OPTIONS: Readonly<Record<string, Option>> = {
  out: { description: 'refresh: the folder of the book that is written', value: 'FOLDER' },
  'aws-spot': {
    description:
      'refresh: JSON that aws ec2 describe-spot-price-history printed; without --provider, no more is read',
    value: 'FILE,…',
  },
  'accept-moves': { description: 'refresh: also take prices that moved by more than 30 %' },
  endpoint: {
    description: 'refresh: ask another address, e.g. aws=https://mirror.example',
    value: 'PROVIDER=URL',
  },
}

/** `ascribe prices refresh`: a book that is there in `--out` is refreshed, else the embedded one into it. */
export async function refreshPrices(
  operands: readonly string[],
  args: Arguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const out = args.option('out')
  if (operands.length > 0) throw new UsageError(`expected nothing after refresh, found ${operands.join(' ')}`)
  if (out === undefined) throw new UsageError('where is the book to be written? give --out FOLDER')
  const { book, read } = bookBefore(out)
  const awsSpot = args.option('aws-spot')?.split(',') ?? []
  const providers = args.option('provider')?.split(',') ?? (awsSpot.length > 0 ? [] : book.providers)
  for (const provider of providers)
    if (!book.providers.includes(provider))
      throw new UsageError(`unknown provider "${provider}". expected one of ${book.providers.join(', ')}`)
  const region = args.option('region')
  if (region !== undefined && !/^[a-z0-9-]+$/.test(region))
    throw new UsageError(`"${region}" is no region. expected e.g. us-east-1`)
  const progress = progressLine(process.stderr, args)
  const { heldBack, failures, changed, unchanged, added } = await refresh({
    book,
    read,
    out,
    region,
    providers,
    googleKey: process.env.GOOGLE_API_KEY,
    awsSpot,
    acceptMoves: args.flag('accept-moves'),
    endpoints: endpointsOf(args.option('endpoint')),
    today: new Date().toISOString().slice(0, 10),
    say: progress.show,
  })
  progress.end()
  for (const each of heldBack) terminal.print(`held back: ${heldBackText(each)}\n`)
  for (const failure of failures) terminal.print(`not read: ${failure}\n`)
  terminal.print(
    `${out}: ${changed} prices changed, ${added} new, ${unchanged} as before; all others are left\n`,
  )
  return heldBack.length + failures.length > 0 ? EXIT.findings : EXIT.nothingFound
}

function bookBefore(out: string) {
  if (!existsSync(path.join(out, 'book.csv'))) return { book: embeddedPriceBook(), read: embeddedBookFile }
  return { book: priceBookIn(out), read: bookFilesIn(out) }
}

function endpointsOf(given: string | undefined): Readonly<Record<string, string>> {
  const endpoints: Record<string, string> = {}
  for (const each of given?.split(',') ?? []) {
    const [, provider = '', url = ''] = /^(\w+)=(.+)$/.exec(each) ?? []
    if (!URL.canParse(url) || !/^https?:/.test(url))
      throw new UsageError(
        `--endpoint "${each}" is no address. expected PROVIDER=URL, e.g. aws=https://mirror.example`,
      )
    endpoints[provider] = url.replace(/\/+$/, '')
  }
  return endpoints
}

function heldBackText({ price, before }: HeldBack): string {
  const { provider, regionId, skuId, pricingUnit, listUnitPrice } = price
  const what = `${provider} ${regionId} ${skuId}`
  if (before.pricingUnit !== pricingUnit)
    return `${what} is now by ${pricingUnit}, was by ${before.pricingUnit}`
  const percent = (Number(listUnitPrice) / Number(before.listUnitPrice) - 1) * 100
  return `${what} ${before.listUnitPrice} → ${listUnitPrice} (${percent > 0 ? '+' : ''}${percent.toFixed(0)} %)`
}
