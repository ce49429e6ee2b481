/** A workflow command: what the runner does because of a line that was printed. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

const REGISTERED = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
])

/**
 * The commands in what a step printed, found as the runner finds them: `::name …::` at the start of a line, after
 * any spaces, and the older `##[name …]` anywhere in a line.
 */
export function commandsIn(output: string): readonly Command[] {
  return output.split(/\r\n|\n|\r/).flatMap((line) => newer(line) ?? older(line) ?? [])
}

/** What was printed without the commands: the log as a person reads it. */
export function logIn(output: string): readonly string[] {
  return output.split(/\r\n|\n|\r/).filter((line) => line !== '' && !newer(line) && !older(line))
}

function newer(line: string): Command | undefined {
  const match = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line)
  return match ? command(match[1]!, match[2], ',', match[3]!) : undefined
}

function older(line: string): Command | undefined {
  const match = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line)
  return match ? command(match[1]!, match[2], ';', match[3]!) : undefined
}

function command(name: string, properties = '', separator: string, data: string): Command | undefined {
  if (!REGISTERED.has(name)) return undefined
  const pairs = properties
    .split(separator)
    .map((pair) => /^\s*(\w+)=(.*)$/.exec(pair))
    .flatMap((pair) => (pair ? [[pair[1]!, unescaped(pair[2]!)]] : []))
  return { name, properties: Object.fromEntries(pairs) as Record<string, string>, data: unescaped(data) }
}

function unescaped(text: string): string {
  const meanings: Record<string, string> = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' }
  return text.replace(/%(?:0D|0A|3A|2C|25)/g, (code) => meanings[code]!)
}
