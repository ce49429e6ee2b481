import type { Arguments, Option } from './command.ts'
import { replaceFile } from './replace-file.ts'
import type { Terminal } from './terminal.ts'

export const OUTPUT_OPTIONS: Readonly<Record<string, Option>> = {
  output: { description: 'file to write it to, over what is there (the terminal)', value: 'FILE' },
}

/** Where a result goes: the file of `--output`, in which no colours belong, or the terminal. Warnings stay there. */
export function outputOf(args: Arguments, terminal: Terminal): Terminal {
  const file = args.option('output')
  return file === undefined
    ? terminal
    : { ...terminal, colour: false, print: (text) => replaceFile(file, text) }
}
