import type { Resource } from '../domain/resource.ts'
import { IGNORE_MARK } from '../exemptions/ignore-comment.ts'
import { ignoresAmong, ignoresInHcl, type PlacedIgnore } from '../exemptions/ignores.ts'
import { yamlComments } from '../kubernetes/index.ts'
import type { SourceFile } from '../source/source-file.ts'
import { joinPath } from '../source/source-tree.ts'
import type { ConfigurationLoader } from '../terraform/index.ts'

/** The comments that exempt, of the modules in some folders and of the files that objects of Kubernetes stand in. */
export function ignoresIn(
  loader: ConfigurationLoader,
  modules: Iterable<string>,
  resources: readonly { readonly resource: Resource }[],
): readonly PlacedIgnore[] {
  const manifests = new Map<string, SourceFile>()
  for (const { resource } of resources) {
    const { source } = resource.range
    if (isYaml(source.path) && isOfRepository(source.path)) manifests.set(source.path, source)
  }
  return [
    ...[...modules].filter(isOfRepository).flatMap((directory) =>
      loader.tree
        .list(directory)
        .filter(({ name, kind }) => kind === 'file' && isHcl(name))
        .flatMap(({ name }) => ignoresOfHcl(loader, joinPath(directory, name))),
    ),
    ...[...manifests.values()].flatMap(ignoresOfYaml),
  ]
}

/** Those of one file, as far as it is a kind of file that may hold them. */
export function ignoresOfFile(
  loader: ConfigurationLoader,
  path: string,
  source: SourceFile | undefined,
): readonly PlacedIgnore[] {
  if (!isOfRepository(path)) return []
  if (isHcl(path)) return ignoresOfHcl(loader, path)
  return source && isYaml(path) ? ignoresOfYaml(source) : []
}

function ignoresOfHcl(loader: ConfigurationLoader, path: string): readonly PlacedIgnore[] {
  const file = loader.file(path)
  return file ? ignoresInHcl(file) : []
}

function ignoresOfYaml(source: SourceFile): readonly PlacedIgnore[] {
  if (!source.text.includes(IGNORE_MARK)) return []
  return ignoresAmong(
    yamlComments(source.text).map(({ text, start, end, document }) => ({
      text,
      range: { source, start, end },
      beside: document && { source, ...document },
    })),
  )
}

/** What others wrote exempts nothing: a module that is downloaded has no say here. */
function isOfRepository(path: string): boolean {
  return !/(?:^|\/)\.terraform(?:\/|$)/.test(path)
}

const isHcl = (path: string): boolean => /\.(?:tf|tofu)$/.test(path)
const isYaml = (path: string): boolean => /\.ya?ml$/.test(path)
