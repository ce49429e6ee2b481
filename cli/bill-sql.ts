import { type Engine, readBill } from '../bills/read-bill.ts'
import { type Dialect, findConfig, printedSql } from '../core/index.ts'
import type { Arguments } from './command.ts'
import { periodIn } from './read-bill-report.ts'
import { locateFolder } from './trees/locate-folder.ts'

/** SQL that reports on a table whose columns and tag keys are those of the files that the command names. */
export async function billSql(args: Arguments, dialect: Dialect): Promise<string> {
  const { below, tree } = locateFolder(args.option('config') ?? '.')
  const { config } = findConfig(tree, below)
  const bill = await readBill(args.operands, config, args.option('engine') as Engine | undefined)
  try {
    return printedSql(bill.view, args.option('table') ?? 'billing', dialect, periodIn(args))
  } finally {
    bill.close()
  }
}
