import { type Command, foundText, UsageError } from '../command.ts'
import { bashCompletion, fishCompletion, zshCompletion } from '../completion/shells.ts'
import { EXIT } from '../exit-codes.ts'

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const
type Shell = keyof typeof SHELLS

/** The table holds this command too, so it is asked for when the command runs. */
export function completionCommand(commands: () => Promise<readonly Command[]>): Command {
  const shells = Object.keys(SHELLS) as readonly Shell[]
  return {
    name: 'completion',
    summary: 'Prints a script that completes commands and options in your shell.',
    operands: shells.join(' | '),
    verbs: shells,
    options: {},
    examples: [
      'ascribe completion bash > ~/.local/share/bash-completion/completions/ascribe',
      'ascribe completion zsh > ~/.zfunc/_ascribe',
      'ascribe completion fish > ~/.config/fish/completions/ascribe.fish',
    ],
    details: `It is made from the commands of this version: print it anew after an update.
Exit codes: 0 done, 2 wrong usage.`,
    run: async ({ operands }, terminal) => {
      const [name, ...more] = operands
      const shell = shells.find((one) => one === name)
      if (!shell || more.length > 0)
        throw new UsageError(`expected one of ${shells.join(', ')}, ${foundText(operands)}`)
      terminal.print(SHELLS[shell](await commands()))
      return EXIT.nothingFound
    },
  }
}
