import path from 'node:path'
import { check, isSeverity, reaches, renderers, SEVERITIES } from '../../core/index.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { type Command, oneFolder } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fetchInto, MODULE_OPTIONS } from '../module-options.ts'
import { OUTPUT_OPTIONS, outputOf } from '../output-options.ts'
import { PLAN_OPTIONS, plansIn } from '../plan-options.ts'
import { warnOfOldPrices } from '../price-age.ts'
import { embeddedPriceBook } from '../price-book.ts'
import { rulePage } from '../rule-page.ts'
import { shownPath } from '../terminal.ts'
import { today } from '../today.ts'
import { locateFolder } from '../trees/locate-folder.ts'

export const checkCommand: Command = {
  name: 'check',
  summary: 'Checks the cost-attribution tags of everything in a folder that costs money, or may.',
  operands: '[FOLDER]',
  options: {
    'fail-on': {
      description: 'the least severity that makes the exit code 1 (error)',
      value: 'SEVERITY',
      choices: SEVERITIES,
    },
    'no-baseline': { description: 'findings of ascribe.baseline.json count like any other' },
    ...PLAN_OPTIONS,
    ...MODULE_OPTIONS,
    format: { description: 'how to print it', value: 'FORMAT', choices: Object.keys(renderers.check) },
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'ascribe check',
    'ascribe check --fail-on warning infra',
    'ascribe check --format sarif --output ascribe.sarif',
  ],
  details: `FOLDER is the current one unless it is named. The schema is that of the nearest ascribe.yml at or above
it, else the preset ml-attribution. What cannot be read counts as an error.
Exit codes: 0 nothing found, 1 findings, 2 wrong usage, 3 failure.`,
  run: async (args, terminal) => {
    const { root, below, tree: own } = locateFolder(oneFolder(args))
    const tree = await fetchInto(own, below, args)
    const result = check(tree, below, embeddedPriceBook(), plansIn(args, 'plan', root), today(), {
      baseline: !args.flag('no-baseline'),
    })
    const format = (args.option('format') ?? 'terminal') as keyof typeof renderers.check
    const output = outputOf(args, terminal)
    output.print(
      renderers.check[format](result, {
        ...output,
        showPath: shownPath(format, root, path.join(root, below)),
        rulePage,
        version: packageJson.version,
      }),
    )
    warnOfOldPrices(result.inspection.prices.date, terminal)
    const asked = args.option('fail-on')
    const limit = isSeverity(asked) ? asked : 'error'
    const unreadable =
      !result.reportsOnly && result.inspection.problems.some(({ severity }) => severity === 'error')
    return unreadable || reaches(result.findings, limit) ? EXIT.findings : EXIT.nothingFound
  },
}
