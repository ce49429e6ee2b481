import { toPlain } from '../../core/domain/plain.ts'
import type { Resource } from '../../core/domain/resource.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import {
  ConfigurationLoader,
  type LoadedProject,
  loadProject,
  type ProjectSpec,
} from '../../core/terraform/index.ts'

/** Evaluates the root module of files in an object literal. A single text is its `main.tf`. */
export function load(
  files: string | Readonly<Record<string, string>>,
  spec: Partial<ProjectSpec> = {},
): LoadedProject {
  const tree = memoryTree(typeof files === 'string' ? { 'main.tf': files } : files)
  const loader = new ConfigurationLoader(tree)
  return loadProject(loader, { id: '.', root: '', variableFiles: [], workspace: 'default', ...spec })
}

/** Address → plain attributes. */
export function attributesOf({ resources }: LoadedProject): Record<string, unknown> {
  return Object.fromEntries(resources.map(({ address, attributes }) => [address, toPlain(attributes)]))
}

/** One attribute of one resource, plain. */
export function attribute(project: LoadedProject, address: string, name: string): unknown {
  const { attributes } = resource(project, address)
  const value = attributes.entries.get(name)
  return value && toPlain(value)
}

export function resource({ resources }: LoadedProject, address: string): Resource {
  const found = resources.find((candidate) => candidate.address === address)
  if (!found) throw new Error(`no ${address} among ${resources.map((each) => each.address).join(', ')}`)
  return found
}

/** `path:line:column: message` */
export function problemsOf({ problems }: LoadedProject): readonly string[] {
  return problems.map(({ message, range }) => {
    const { line, column } = range.source.position(range.start)
    return `${range.source.path}:${line}:${column}: ${message}`
  })
}
