import { renderers } from '../../../core/index.ts'
import { ascribe, type CliRun } from '../../support/run-cli.ts'

/** What every command that reads a repository says about it, in every format, by the command line. */
export function everyOutput(folder: string, base?: string): ReadonlyMap<string, CliRun> {
  const formats = (command: 'check' | 'inspect' | 'review', ...options: readonly string[]) =>
    Object.keys(renderers[command]).map((format) => [command, '--format', format, ...options])
  const lines = [
    ...formats('check'),
    ...formats('inspect'),
    ...(base === undefined ? [] : formats('review', '--base', base)),
    ['fix'],
    ['baseline', '--check'],
    ['init', '--dry-run'],
    ['usage', 'init', '--print'],
    ['policy', 'export', '--target', 'aws-tag-policy'],
  ]
  return new Map(lines.map((line) => [line.join(' '), ascribe(folder, ...line)]))
}
