import { type ParseArgsConfig, parseArgs } from 'node:util'
import { nearest } from '../core/index.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** A command of the CLI. Its table of options is what is parsed, what `--help` prints and what the docs list. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** What comes after the options, e.g. `[FOLDER]`. */
  readonly operands: string
  /** Words that the first operand is one of. */
  readonly verbs?: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  /** Command lines that work as they are, for the help. */
  readonly examples: readonly string[]
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

/** The operands as a message names them. */
export function foundText(operands: readonly string[]): string {
  return operands.length === 0 ? 'found nothing' : `found "${operands.join(' ')}"`
}

/** Options that every command has. */
export const COMMON: Readonly<Record<string, Option>> = {
  quiet: { description: 'no progress, notes or warnings: only what was asked for, and errors' },
  verbose: { description: 'also say on the error output what is done, and how long it took' },
  'no-color': { description: 'plain text, also with NO_COLOR set or when output is no terminal' },
  help: { description: 'print this help' },
}

/** Those of a command and those of every command. */
export function optionsOf(command: Command): Readonly<Record<string, Option>> {
  return { ...command.options, ...COMMON }
}

export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const known = optionsOf(command)
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const [name, { value, repeated }] of Object.entries(known))
    options[name] = { type: value === undefined ? 'boolean' : 'string', multiple: repeated ?? false }
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(complaintOf(error, Object.keys(known)))
  }
  const { values, positionals } = parsed
  if (values.quiet === true && values.verbose === true)
    throw new UsageError('--quiet and --verbose exclude each other')
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

/** Node's words without its advice about `--`, which is of no use here; and which option may be meant. */
function complaintOf(error: unknown, known: readonly string[]): string {
  if (!(error instanceof Error)) return String(error)
  const [complaint = ''] = error.message.split('. ')
  const [, unknown] = /^Unknown option '--([\w-]+)'/.exec(complaint) ?? []
  const meant = unknown === undefined ? undefined : nearest(unknown, known)
  return meant === undefined ? complaint : `${complaint}. did you mean --${meant}?`
}

/** At most one folder may be named; without one it is the current. */
export function oneFolder({ operands }: Arguments): string {
  if (operands.length > 1)
    throw new UsageError(`expected one folder, found ${operands.length}: ${operands.join(' ')}`)
  return operands[0] ?? '.'
}

/** The page of `ascribe COMMAND --help`. */
export function helpFor(command: Command): string {
  const width = Math.max(
    ...Object.entries(optionsOf(command)).map(([name, option]) => leftOf(name, option).length),
  )
  const listed = (options: Readonly<Record<string, Option>>) =>
    Object.entries(options)
      .map(([name, option]) => `  ${leftOf(name, option).padEnd(width)}  ${rightOf(option)}\n`)
      .join('')
  const own = listed(command.options)
  return `${command.summary}

Usage: ascribe ${[command.name, '[OPTIONS]', command.operands].filter((part) => part !== '').join(' ')}

${own === '' ? '' : `Options:\n${own}\n`}Of every command:
${listed(COMMON)}
Examples:
${command.examples.map((example) => `  ${example}\n`).join('')}
${command.details}
`
}

const leftOf = (name: string, { value }: Option) => (value === undefined ? `--${name}` : `--${name} ${value}`)

const rightOf = ({ description, choices }: Option) =>
  choices ? `${description}: ${choices.join(', ')}` : description
