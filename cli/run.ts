import { ConfigurationError, nearest } from '../core/index.ts'
import packageJson from '../package.json' with { type: 'json' }
import { type Command, helpFor, parseArguments, UsageError } from './command.ts'
import { allCommands, COMMAND_NAMES, commandNamed } from './command-table.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { processTerminal } from './terminal.ts'

/** One command line, from its words to its exit code. Nothing is thrown. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', outputFailed)
  const [name, ...rest] = args
  let about = ''
  try {
    if (name === '--version') return say(`${packageJson.version}\n`)
    if (name === undefined || name === '--help' || name === '-h') return say(await overview())
    if (name === 'help')
      return say(rest[0] === undefined ? await overview() : helpFor(await commandOf(rest[0])))
    const command = await commandOf(name)
    about = `${name} `
    const parsed = parseArguments(command, rest)
    if (parsed.flag('help')) return say(helpFor(command))
    const terminal = processTerminal(parsed)
    const start = performance.now()
    const code = await command.run(parsed, terminal)
    const took = Math.round(performance.now() - start)
    terminal.note(
      `ascribe ${packageJson.version}: ${name} took ${took} ms on Node ${process.version}, exit code ${code}\n`,
    )
    return code
  } catch (error) {
    return explain(error, about)
  }
}

async function commandOf(name: string): Promise<Command> {
  const command = await commandNamed(name)
  if (command) return command
  const meant = nearest(name, COMMAND_NAMES)
  const hint = meant === undefined ? `expected one of ${COMMAND_NAMES.join(', ')}` : `did you mean ${meant}?`
  throw new UsageError(`"${name}" is no command. ${hint}`)
}

function say(text: string): ExitCode {
  process.stdout.write(text)
  return EXIT.nothingFound
}

/** `about` is empty, or names the command whose help says more, with a space behind it. */
function explain(error: unknown, about: string): ExitCode {
  if (error instanceof UsageError) {
    process.stderr.write(`ascribe: ${error.message}\nSee ascribe ${about}--help.\n`)
    return EXIT.wrongUsage
  }
  if (error instanceof ConfigurationError) {
    process.stderr.write(`ascribe: ${error.message}\n`)
    return EXIT.wrongUsage
  }
  const stack = error instanceof Error ? error.stack : String(error)
  process.stderr.write(
    `ascribe ${packageJson.version} failed. This is a mistake in Ascribe: please open an issue with this text.\n${stack}\n`,
  )
  return EXIT.failure
}

/** `ascribe check | head` has read enough: the verdict stays. A full disk is a failure. */
function outputFailed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return
  process.exitCode = EXIT.failure
  process.stderr.write(`ascribe: the output cannot be written: ${error.message}\n`)
}

async function overview(): Promise<string> {
  const width = Math.max(...COMMAND_NAMES.map((name) => name.length))
  const rows = (await allCommands()).map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return `Ascribe ${packageJson.version}: every dollar of ML infrastructure ascribed to its model, before the merge.

Usage: ascribe COMMAND [OPTIONS] [FOLDER]

${rows.join('\n')}

ascribe COMMAND --help says more. Ascribe needs no account, key or cluster; prices are embedded. Modules that are
not installed are downloaded (--no-fetch: no network).
`
}
