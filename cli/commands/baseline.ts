import path from 'node:path'
import {
  baselineSummary,
  locate,
  type RecordedBaseline,
  recordBaseline,
  toDollars,
} from '../../core/index.ts'
import { type Command, oneFolder, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fetchInto, MODULE_OPTIONS } from '../module-options.ts'
import { embeddedPriceBook } from '../price-book.ts'
import { replaceFile } from '../replace-file.ts'
import type { Terminal } from '../terminal.ts'
import { today } from '../today.ts'
import { locateFolder } from '../trees/locate-folder.ts'

export const baselineCommand: Command = {
  name: 'baseline',
  summary: "Records today's findings, so that only new ones fail.",
  operands: '[FOLDER]',
  options: {
    prune: { description: 'only drop what was fixed; add nothing' },
    check: { description: 'write nothing; the exit code is 1 where the file is not what would be written' },
    ...MODULE_OPTIONS,
    format: { description: 'how to say what was done', value: 'FORMAT', choices: ['terminal', 'json'] },
  },
  examples: ['ascribe baseline', 'ascribe baseline --prune', 'ascribe baseline --check'],
  details: `Writes ascribe.baseline.json beside the ascribe.yml at or above FOLDER, or into FOLDER where there is none: every
error and warning about a resource, sorted, one a line. Commit it. Budgets are not recorded. A pull request is judged by the
baseline of its base side.
Exit codes: 0 written or up to date, 1 not up to date, 2 wrong usage, 3 failure.`,
  run: async (args, terminal) => {
    const { root, below, tree: own } = locateFolder(oneFolder(args))
    const [prune, checks] = [args.flag('prune'), args.flag('check')]
    if (prune && checks) throw new UsageError('--prune writes and --check does not. expected one of them')
    const tree = await fetchInto(own, below, args)
    const recorded = recordBaseline(tree, below, embeddedPriceBook(), { onlyDrop: prune, today: today() })
    const name = path.join(root, recorded.path)
    warnOf(recorded.problems, terminal)
    if (!checks && !recorded.isCurrent) replaceFile(name, recorded.text)
    const file = path.relative('', name)
    terminal.print(
      args.option('format') === 'json'
        ? jsonOf(recorded, file, !checks && !recorded.isCurrent)
        : `${baselineSummary(recorded, { file, isWritten: !checks, onlyDrop: prune })}\n`,
    )
    return checks && !recorded.isCurrent ? EXIT.findings : EXIT.nothingFound
  },
}

function jsonOf(recorded: RecordedBaseline, file: string, written: boolean): string {
  const { entries, monthlyCost, currency, added, dropped, isCurrent } = recorded
  const facts = {
    file,
    entries,
    monthlyCost: toDollars(monthlyCost),
    currency,
    added: added.length,
    dropped: dropped.length,
    current: isCurrent,
    written,
  }
  return `${JSON.stringify({ version: 1, ...facts }, null, 2)}\n`
}

/** What cannot be read is not known to be fixed, so nothing was dropped. */
function warnOf(problems: RecordedBaseline['problems'], terminal: Terminal): void {
  const [first] = problems
  if (!first) return
  const { path: file, line, column } = locate(first.range)
  const others = problems.length === 1 ? '' : ` (and ${problems.length - 1} more)`
  terminal.warn(
    `${file}:${line}:${column}: ${first.message}${others}. nothing is dropped from the baseline\n`,
  )
}
