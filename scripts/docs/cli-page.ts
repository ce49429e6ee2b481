import { COMMON, type Command, type Option } from '../../cli/command.ts'
import { allCommands } from '../../cli/command-table.ts'

const COMMANDS = await allCommands()

/** docs/cli.md: what `--help` says, as one page. */
export function cliPage(): string {
  return `<!-- Written by scripts/docs/build.ts from the table of commands (cli/command-table.ts). -->
# The command line

\`\`\`text
ascribe COMMAND [OPTIONS] [FOLDER]
\`\`\`

| Command | |
| --- | --- |
${COMMANDS.map(({ name, summary }) => `| [\`${name}\`](#ascribe-${name}) | ${cell(summary)} |`).join('\n')}

\`ascribe COMMAND --help\` and \`ascribe help COMMAND\` print the same. What is asked for goes to the output; warnings, notes and
progress go to the error output, progress only where that is a terminal. \`--format json\` is described in
[JSON output](json-output.md), \`sarif\`, \`junit\` and \`csv\` in [their page](ci-formats.md).

| Exit code | |
| --- | --- |
| 0 | nothing found, or done |
| 1 | findings: what each command counts is said there |
| 2 | wrong usage: of the command line, or of \`ascribe.yml\` |
| 3 | Ascribe itself failed; the text asks for an issue |

Of every command:

${optionsTable(COMMON)}
\`NO_COLOR\` takes colours away, \`FORCE_COLOR\` gives them where the output is no terminal. \`SOURCE_DATE_EPOCH\` says which
day it is.

${COMMANDS.map(section).join('\n')}`
}

function section({ name, summary, operands, options, examples, details }: Command): string {
  const usage = ['ascribe', name, '[OPTIONS]', operands].filter((part) => part !== '').join(' ')
  const table = Object.keys(options).length === 0 ? '' : `${optionsTable(options)}\n`
  return `## \`ascribe ${name}\`

${summary}

\`\`\`text
${usage}

${examples.join('\n')}
\`\`\`

${table}${prose(details)}
`
}

function optionsTable(options: Readonly<Record<string, Option>>): string {
  const rows = Object.entries(options).map(([name, { value, description, choices }]) => {
    const flag = value === undefined ? `--${name}` : `--${name} ${value}`
    const among = choices ? `: ${choices.map((choice) => `\`${choice}\``).join(', ')}` : ''
    return `| \`${cell(flag)}\` | ${cell(description)}${among} |`
  })
  return `| Option | |\n| --- | --- |\n${rows.join('\n')}\n`
}

const cell = (text: string) => text.replaceAll('|', '\\|')

/** Names of files and variables are no emphasis and no tags. */
const prose = (text: string) => text.replaceAll('_', '\\_').replaceAll('*', '\\*').replaceAll('<', '\\<')
