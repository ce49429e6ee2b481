import path from 'node:path'
import { type FixPlan, fixDiff, fixJson, fixSummary, planFixes } from '../../core/index.ts'
import { type Arguments, type Command, oneFolder, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fetchInto, MODULE_OPTIONS } from '../module-options.ts'
import { OUTPUT_OPTIONS, outputOf } from '../output-options.ts'
import { embeddedPriceBook } from '../price-book.ts'
import { replaceFile } from '../replace-file.ts'
import { shownPath } from '../terminal.ts'
import { today } from '../today.ts'
import { locateFolder } from '../trees/locate-folder.ts'

const FORMATS = ['diff', 'json'] as const

export const fixCommand: Command = {
  name: 'fix',
  summary: 'Writes the tags that are missing, at as few places as can be; shows the diff first.',
  operands: '[FOLDER]',
  options: {
    set: {
      description: 'the value of a tag wherever it is missing; may be repeated',
      value: 'KEY=VALUE',
      repeated: true,
    },
    'no-neighbours': { description: 'take no value from other resources, though all of them agree' },
    write: { description: 'change the files (otherwise: show the diff)' },
    ...MODULE_OPTIONS,
    format: { description: 'how to print it', value: 'FORMAT', choices: FORMATS },
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'ascribe fix',
    'ascribe fix --set team=fraud-ml | git apply',
    'ascribe fix infra --set team=fraud-ml --write',
  ],
  details: `FOLDER is the current one unless it is named; nothing outside it is written. A value is never invented: --set says it, or
ascribe.yml (owners, the catalogue, a key with one value), or all resources beside it that have the tag. The diff goes to
the output, what was done for which reason, and what cannot be, to the error output.
Exit codes: 0 nothing is left to fix, 1 something is, 2 wrong usage, 3 failure.`,
  run: async (args, terminal) => {
    const { root, below, tree: own } = locateFolder(oneFolder(args))
    const tree = await fetchInto(own, below, args)
    const plan = planFixes({
      tree,
      below,
      prices: embeddedPriceBook(),
      today: today(),
      set: valuesIn(args),
      neighbours: !args.flag('no-neighbours'),
    })
    const isWritten = args.flag('write')
    if (isWritten) for (const { path: name, after } of plan.files) replaceFile(path.join(root, name), after)
    const isJson = args.option('format') === 'json'
    const showPath = shownPath(isJson ? 'json' : 'terminal', root, path.join(root, below))
    const output = outputOf(args, terminal)
    if (isJson) output.print(fixJson(plan, { showPath, isWritten }))
    else {
      const isForScreen = process.stdout.isTTY === true && args.option('output') === undefined
      if (!isWritten) output.print(fixDiff(plan, isForScreen))
      const summary = fixSummary(plan, { showPath, isWritten })
      if (isWritten) output.print(summary)
      else terminal.warn(summary)
    }
    return isDone(plan, isWritten) ? EXIT.nothingFound : EXIT.findings
  },
}

function isDone({ files, refusals }: FixPlan, isWritten: boolean): boolean {
  return refusals.length === 0 && (isWritten || files.length === 0)
}

function valuesIn(args: Arguments): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const given of args.all('set')) {
    const [, key, value] = /^([^=]+)=([\s\S]*)$/.exec(given) ?? []
    if (key === undefined || value === undefined)
      throw new UsageError(`--set expects KEY=VALUE, found "${given}"`)
    if (values.has(key)) throw new UsageError(`--set gives "${key}" twice`)
    values.set(key, value)
  }
  return values
}
