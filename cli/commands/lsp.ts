import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'

export const lspCommand: Command = {
  name: 'lsp',
  summary: 'Runs the language server: costs, owners and missing tags in any editor that speaks its protocol.',
  operands: '',
  options: { stdio: { description: 'speak with the editor over standard input and output' } },
  examples: ['ascribe lsp --stdio'],
  details: `The editor starts it and ends it. docs/language-server.md shows how to set it up.
Exit codes: 0 ended as the protocol asks, 1 ended otherwise, 2 wrong usage.`,
  run: (args) => {
    if (!args.flag('stdio'))
      throw new UsageError('expected --stdio, the only way that editors are spoken with')
    // Loaded only now: no other command needs the protocol.
    void import('../../lsp/main.ts')
    return EXIT.nothingFound
  },
}
