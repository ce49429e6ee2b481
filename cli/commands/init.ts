import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { stdin, stdout } from 'node:process'
import { createInterface, type Interface } from 'node:readline/promises'
import {
  ConfigurationError,
  proposeSetup,
  SETUP_PRESETS,
  type Setup,
  type SetupPreset,
} from '../../core/index.ts'
import { type Arguments, type Command, oneFolder, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fetchInto, MODULE_OPTIONS } from '../module-options.ts'
import { embeddedPriceBook } from '../price-book.ts'
import { createFile } from '../replace-file.ts'
import { authorDomains } from '../trees/git.ts'
import { locateFolder } from '../trees/locate-folder.ts'

export const initCommand: Command = {
  name: 'init',
  summary: 'Proposes ascribe.yml and the GitHub workflow from what the repository uses now.',
  operands: '[FOLDER]',
  options: {
    yes: { description: 'ask nothing and write what is proposed' },
    'dry-run': { description: 'print what would be written, and write nothing' },
    preset: {
      description: 'tag schema, in place of the one that fits',
      value: 'NAME',
      choices: SETUP_PRESETS,
    },
    format: { description: 'how to say what was done', value: 'FORMAT', choices: ['terminal', 'json'] },
    'no-workflow': { description: 'leave out the GitHub workflow' },
    ...MODULE_OPTIONS,
  },
  examples: ['ascribe init --dry-run', 'ascribe init --yes --no-workflow infra'],
  details: `It looks at root modules, providers, regions, clusters, manifests, the tags in use and how they are spelled,
CODEOWNERS, and the domains of those who commit. FOLDER, where ascribe.yml is written, is the current one unless it is
named. Nothing is overwritten: where a file is already there, nothing is written at all.
Exit codes: 0 done, 2 wrong usage or a file is there, 3 failure.`,
  run: async (args, terminal) => {
    const { root, below, tree: own } = locateFolder(oneFolder(args))
    const isDryRun = args.flag('dry-run')
    const asks = !args.flag('yes') && !isDryRun
    if (asks && !(stdin.isTTY && stdout.isTTY))
      throw new UsageError('there is no terminal to ask on. give --yes to write, or --dry-run to see')
    if (!isDryRun)
      mustBeAbsent(root, [path.posix.join(below, 'ascribe.yml'), path.posix.join(below, 'ascribe.yaml')])
    const tree = await fetchInto(own, below, args)
    const propose = (preset?: SetupPreset) =>
      proposeSetup(tree, below, {
        prices: embeddedPriceBook(),
        authors: authorDomains(root),
        ...(preset && { preset }),
      })
    const proposed = propose(args.option('preset') as SetupPreset | undefined)
    const { setup, files } = asks
      ? await ask(proposed, propose, args)
      : { setup: proposed, files: filesOf(proposed, args) }
    if (!isDryRun) write(root, files)
    terminal.print(
      args.option('format') === 'json'
        ? jsonOf(setup, files, !isDryRun)
        : isDryRun
          ? files.map(({ path: name, text }) => `--- ${name}\n${text}\n`).join('')
          : writtenText(root, files),
    )
    return EXIT.nothingFound
  },
}

function jsonOf({ preset, because }: Setup, files: readonly SetupFile[], written: boolean): string {
  return `${JSON.stringify({ version: 1, preset, because, files, written }, null, 2)}\n`
}

function writtenText(root: string, files: readonly SetupFile[]): string {
  const names = files.map((file) => `${path.relative('', path.join(root, file.path))} is written.\n`)
  const pin = files.length > 1 ? ' Pin the Action in the workflow by a commit.' : ''
  return `${names.join('')}Read it, then record what is found today: ascribe baseline.${pin}\n`
}

type SetupFile = Setup['config']

function filesOf({ config, workflow }: Setup, args: Arguments): readonly SetupFile[] {
  return args.flag('no-workflow') ? [config] : [config, workflow]
}

interface Answers {
  readonly setup: Setup
  readonly files: readonly SetupFile[]
}

/** Two questions; an empty answer takes what is proposed. */
async function ask(
  proposed: Setup,
  propose: (preset: SetupPreset) => Setup,
  args: Arguments,
): Promise<Answers> {
  const questions = createInterface({ input: stdin, output: stdout })
  try {
    const setup =
      args.option('preset') === undefined ? await askPreset(questions, proposed, propose) : proposed
    if (args.flag('no-workflow')) return { setup, files: [setup.config] }
    const answer = await questions.question(`Also write ${setup.workflow.path}, for GitHub Actions? [Y/n] `)
    return { setup, files: /^n/i.test(answer.trim()) ? [setup.config] : [setup.config, setup.workflow] }
  } catch (error) {
    // Ctrl+C and Ctrl+D at a question.
    if (error instanceof Error && error.name === 'AbortError')
      throw new ConfigurationError('broken off; nothing is written')
    throw error
  } finally {
    questions.close()
  }
}

async function askPreset(
  questions: Interface,
  proposed: Setup,
  propose: (preset: SetupPreset) => Setup,
): Promise<Setup> {
  const { preset, because } = proposed
  for (;;) {
    const question = `Tag schema, one of ${SETUP_PRESETS.join(', ')} (${preset}: ${because}) [${preset}] `
    const answer = (await questions.question(question)).trim()
    if (answer === '' || answer === preset) return proposed
    const chosen = SETUP_PRESETS.find((name) => name === answer)
    if (chosen) return propose(chosen)
    stdout.write(`"${answer}" is none of them.\n`)
  }
}

/** All are looked at before the first is written. */
function write(root: string, files: readonly SetupFile[]): void {
  mustBeAbsent(
    root,
    files.map((file) => file.path),
  )
  for (const { path: name, text } of files) {
    const file = path.join(root, name)
    try {
      mkdirSync(path.dirname(file), { recursive: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      throw new ConfigurationError(`"${file}" cannot be written: ${error.message}`)
    }
    createFile(file, text)
  }
}

function mustBeAbsent(root: string, names: readonly string[]): void {
  const there = names.find((name) => existsSync(path.join(root, name)))
  if (there !== undefined)
    throw new ConfigurationError(
      `${path.relative('', path.join(root, there))} is already there; nothing is written. --dry-run shows what init would write`,
    )
}
