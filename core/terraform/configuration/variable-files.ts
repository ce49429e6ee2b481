import { ConfigurationError } from '../../domain/configuration-error.ts'
import type { Expression } from '../../hcl/syntax.ts'
import type { ProblemLog } from '../../source/problem-log.ts'
import type { Range, SourceFile } from '../../source/source-file.ts'
import { joinPath } from '../../source/source-tree.ts'
import type { ConfigurationLoader } from './configuration-loader.ts'

/** A value given to a root module's variable, and where. */
export interface GivenValue {
  readonly expression: Expression
  readonly source: SourceFile
  readonly range: Range
}

/**
 * The values that files give to a root module's variables, in Terraform's order, later over earlier:
 * `terraform.tfvars`, `terraform.tfvars.json`, `*.auto.tfvars[.json]` by name, then the named files.
 */
export function readVariableFiles(
  loader: ConfigurationLoader,
  root: string,
  named: readonly string[],
  problems: ProblemLog,
): ReadonlyMap<string, GivenValue> {
  const given = new Map<string, GivenValue>()
  for (const path of [...automaticFiles(loader, root), ...named.map((path) => namedFile(loader, root, path))])
    for (const [name, value] of valuesIn(loader, path, problems)) given.set(name, value)
  return given
}

function automaticFiles(loader: ConfigurationLoader, root: string): readonly string[] {
  const names = loader.tree.list(root).flatMap(({ name, kind }) => (kind === 'file' ? [name] : []))
  const standard = ['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name))
  const automatic = names.filter((name) => /\.auto\.tfvars(\.json)?$/.test(name)).sort()
  return [...standard, ...automatic].map((name) => joinPath(root, name))
}

/** A file that is named and not there is a mistake in the setup. */
function namedFile(loader: ConfigurationLoader, root: string, path: string): string {
  if (loader.tree.read(path) !== undefined) return path
  throw new ConfigurationError(`var-file "${path}" of the project in "${root || '.'}" is not there`)
}

function* valuesIn(
  loader: ConfigurationLoader,
  path: string,
  problems: ProblemLog,
): Generator<[string, GivenValue]> {
  const file = loader.file(path)
  if (!file) return
  for (const problem of file.problems) problems.add(problem)
  const { source } = file
  for (const { name, value, start, end } of file.body.attributes)
    yield [name, { expression: value, source, range: { source, start, end } }]
}
