import path from 'node:path'
import { inspectTree, renderers } from '../../core/index.ts'
import { type Command, oneFolder } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fetchInto, MODULE_OPTIONS } from '../module-options.ts'
import { OUTPUT_OPTIONS, outputOf } from '../output-options.ts'
import { PLAN_OPTIONS, plansIn } from '../plan-options.ts'
import { warnOfOldPrices } from '../price-age.ts'
import { embeddedPriceBook } from '../price-book.ts'
import { shownPath } from '../terminal.ts'
import { today } from '../today.ts'
import { locateFolder } from '../trees/locate-folder.ts'

export const inspectCommand: Command = {
  name: 'inspect',
  summary:
    'Shows what Ascribe sees: every resource with its values, tags and where they come from, and its cost.',
  operands: '[FOLDER]',
  options: {
    ...PLAN_OPTIONS,
    ...MODULE_OPTIONS,
    format: { description: 'how to print it', value: 'FORMAT', choices: Object.keys(renderers.inspect) },
    ...OUTPUT_OPTIONS,
  },
  examples: ['ascribe inspect infra', 'ascribe inspect --format csv --output costs.csv'],
  details: 'FOLDER is the current one unless it is named. Exit codes: 0 done, 2 wrong usage, 3 failure.',
  run: async (args, terminal) => {
    const { root, below, tree: own } = locateFolder(oneFolder(args))
    const tree = await fetchInto(own, below, args)
    const inspection = inspectTree(tree, below, embeddedPriceBook(), plansIn(args, 'plan', root), today())
    const format = (args.option('format') ?? 'terminal') as keyof typeof renderers.inspect
    const output = outputOf(args, terminal)
    output.print(
      renderers.inspect[format](inspection, {
        ...output,
        showPath: shownPath(format, root, path.join(root, below)),
      }),
    )
    warnOfOldPrices(inspection.prices.date, terminal)
    return EXIT.nothingFound
  },
}
