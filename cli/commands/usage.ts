import { existsSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError, inspectTree, usageDraft, usageFilePath } from '../../core/index.ts'
import { type Command, foundText, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { embeddedPriceBook } from '../price-book.ts'
import { createFile } from '../replace-file.ts'
import { locateFolder } from '../trees/locate-folder.ts'

export const usageCommand: Command = {
  name: 'usage',
  summary: 'Writes a usage file: how much is used a month of what is charged by use.',
  operands: 'init [FOLDER]',
  verbs: ['init'],
  options: {
    print: { description: 'print it in place of writing it' },
    format: { description: 'how to say what was done', value: 'FORMAT', choices: ['terminal', 'json'] },
  },
  examples: ['ascribe usage init', 'ascribe usage init --print infra'],
  details: `usage init writes ascribe-usage.yml beside ascribe.yml, or in FOLDER where there is none, with a commented line for
each quantity that decides a cost at or below FOLDER, the current one unless it is named. A file that is there is left alone.
Exit codes: 0 done, 2 wrong usage, 3 failure.`,
  run: (args, terminal) => {
    const [verb, folder = '.', ...more] = args.operands
    if (verb !== 'init') throw new UsageError(`expected "init [FOLDER]", ${foundText(args.operands)}`)
    if (more.length > 0) throw new UsageError(`expected one folder, found ${more.length + 1}`)
    const { root, below, tree } = locateFolder(folder)
    const draft = usageDraft(inspectTree(tree, below, embeddedPriceBook()))
    const name = path.join(root, usageFilePath(tree, below))
    const isWritten = draft !== undefined && !args.flag('print')
    if (isWritten) write(name, draft)
    const shown = path.relative('', name)
    if (args.option('format') === 'json')
      terminal.print(
        `${JSON.stringify({ version: 1, file: shown, text: draft ?? null, written: isWritten }, null, 2)}\n`,
      )
    else if (draft === undefined) terminal.print('Nothing here is charged by use.\n')
    else terminal.print(isWritten ? `${shown} is written.\n` : draft)
    return EXIT.nothingFound
  },
}

function write(name: string, draft: string): void {
  if (existsSync(name))
    throw new ConfigurationError(`${name} is already there. --print shows what init would write`)
  createFile(name, draft)
}
