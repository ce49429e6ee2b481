import { ConfigurationError } from '../../domain/configuration-error.ts'
import type { Expression } from '../../hcl/syntax.ts'
import type { Problem } from '../../source/problem.ts'
import type { ProblemLog } from '../../source/problem-log.ts'
import type { Range, SourceFile } from '../../source/source-file.ts'
import { joinPath } from '../../source/source-tree.ts'
import type { ConfigurationLoader } from './configuration-loader.ts'
import type { ModuleConfiguration } from './module-configuration.ts'
import { suggestion } from './suggestion.ts'

/** A value given to a root module's variable, and where. */
export interface GivenValue {
  readonly expression: Expression
  readonly source: SourceFile
  readonly range: Range
}

/** What a project says of its variable files. */
export interface VariableFilesOf {
  readonly id: string
  readonly root: string
  /** From the tree's root, in the order they are applied. */
  readonly variableFiles: readonly string[]
  readonly declaredAt?: Range
}

/**
 * The values that files give to a root module's variables, in Terraform's order, later over earlier:
 * `terraform.tfvars`, `terraform.tfvars.json`, `*.auto.tfvars[.json]` by name, then the named files.
 */
export function readVariableFiles(
  loader: ConfigurationLoader,
  spec: VariableFilesOf,
  problems: ProblemLog,
): ReadonlyMap<string, GivenValue> {
  const given = new Map<string, GivenValue>()
  const named = spec.variableFiles.filter((path) => isThere(loader, path, spec, problems))
  for (const path of [...automaticFiles(loader, spec.root), ...named])
    for (const [name, value] of valuesIn(loader, path, problems)) given.set(name, value)
  return given
}

function automaticFiles(loader: ConfigurationLoader, root: string): readonly string[] {
  const names = loader.tree.list(root).flatMap(({ name, kind }) => (kind === 'file' ? [name] : []))
  const standard = ['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name))
  const automatic = names.filter((name) => /\.auto\.tfvars(\.json)?$/.test(name)).sort()
  return [...standard, ...automatic].map((name) => joinPath(root, name))
}

/** A file that is named and not there is a problem of the configuration that names it, else a mistake in the setup. */
function isThere(
  { tree }: ConfigurationLoader,
  path: string,
  { root, id, declaredAt }: VariableFilesOf,
  problems: ProblemLog,
): boolean {
  if (tree.read(path) !== undefined) return true
  if (!declaredAt)
    throw new ConfigurationError(`var-file "${path}" of the project in "${root || '.'}" is not there`)
  const message = `var-file "${path}" of project "${id}" is not there. expected one from the project's folder on`
  problems.add({ severity: 'error', message, range: declaredAt })
  return false
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
  for (const { typeSpan, type } of file.body.blocks)
    problems.add({
      severity: 'error',
      message: `a variable file holds values. move the block "${type}" to a .tf file`,
      range: { source, ...typeSpan },
    })
  for (const { name, value, start, end } of file.body.attributes)
    yield [name, { expression: value, source, range: { source, start, end } }]
}

/** Values that are given to no variable: one problem for each file, at the first of them. */
export function undeclaredVariables(
  given: ReadonlyMap<string, GivenValue>,
  { variables }: Pick<ModuleConfiguration, 'variables'>,
): readonly Problem[] {
  const byFile = new Map<SourceFile, string[]>()
  for (const [name, { source }] of given)
    if (!variables.has(name)) byFile.set(source, [...(byFile.get(source) ?? []), name])
  return [...byFile.values()].map((names) => {
    const shown = names.slice(0, MAX_NAMES).map((name) => JSON.stringify(name))
    const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : ''
    const message = `the root module declares no variable ${shown.join(', ')}${more}${suggestion(names[0]!, variables.keys())}`
    return { severity: 'warning', message, range: given.get(names[0]!)!.range }
  })
}

const MAX_NAMES = 3
