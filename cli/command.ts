import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** A command of the CLI. Its table of options is what is parsed, what `--help` prints and what the docs list. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** What comes after the options, e.g. `[FOLDER]`. */
  readonly operands: string
  readonly options: Readonly<Record<string, Option>>
  /** Command lines that work as they are, for the help. */
  readonly examples?: readonly string[]
  /** Further paragraphs of the help. */
  readonly details: string
  run(args: Arguments, terminal: Terminal): ExitCode | Promise<ExitCode>
}

export interface Option {
  readonly description: string
  /** What stands for the value in the help; a flag has none. */
  readonly value?: string
  readonly choices?: readonly string[]
  /** May be given several times. */
  readonly repeated?: true
}

export interface Arguments {
  readonly operands: readonly string[]
  /** The value of an option, undefined where it is not given. */
  option(name: string): string | undefined
  /** All values of an option that may be repeated, in order. */
  all(name: string): readonly string[]
  flag(name: string): boolean
}

/** The command line was wrong: told in one line, with where to read more. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Options that every command has. */
export const COMMON: Readonly<Record<string, Option>> = {
  'no-color': { description: 'plain text, also with NO_COLOR set or when output is no terminal' },
  help: { description: 'print this help' },
}

export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const known = { ...command.options, ...COMMON }
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const [name, { value, repeated }] of Object.entries(known))
    options[name] = { type: value === undefined ? 'boolean' : 'string', multiple: repeated ?? false }
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    // Node's messages go on with advice about `--`, which is of no use here.
    throw new UsageError(error instanceof Error ? error.message.split('. ')[0]! : String(error))
  }
  const { values, positionals } = parsed
  for (const [name, { choices }] of Object.entries(known)) {
    const given = values[name]
    if (choices && typeof given === 'string' && !choices.includes(given))
      throw new UsageError(`--${name} "${given}" is unknown. expected one of ${choices.join(', ')}`)
  }
  return {
    operands: positionals,
    option: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    all: (name) => {
      const given = values[name]
      return Array.isArray(given) ? given.map(String) : []
    },
    flag: (name) => values[name] === true,
  }
}

/** At most one folder may be named; without one it is the current. */
export function oneFolder({ operands }: Arguments): string {
  if (operands.length > 1)
    throw new UsageError(`expected one folder, found ${operands.length}: ${operands.join(' ')}`)
  return operands[0] ?? '.'
}

export function helpFor(command: Command): string {
  const rows = Object.entries({ ...command.options, ...COMMON }).map(([name, option]) => {
    const left = option.value === undefined ? `--${name}` : `--${name} ${option.value}`
    const choices = option.choices ? `: ${option.choices.join(', ')}` : ''
    return [left, option.description + choices] as const
  })
  const width = Math.max(...rows.map(([left]) => left.length))
  const options = rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
  return `${command.summary}

Usage: ascribe ${command.name} [OPTIONS] ${command.operands}

${options}

${command.details}
`
}
