import { toPlain } from '../../../core/domain/plain.ts'
import { memoryTree, type SourceTree } from '../../../core/source/source-tree.ts'
import type { LoadedProject } from '../../../core/terraform/index.ts'
import { ConfigurationLoader, loadProject } from '../../../core/terraform/index.ts'
import { openCache } from '../../../modules/cache.ts'
import { terraformTokens } from '../../../modules/credentials.ts'
import { fetchModules } from '../../../modules/fetch-modules.ts'
import { hostRules } from '../../../modules/host-rules.ts'
import { openPackages } from '../../../modules/packages.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

export interface Fetching {
  /** What ascribe.yml would list; the default hosts without it. */
  readonly hosts?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** A folder that is kept between two runs. */
  readonly cache?: string
  readonly steps?: string[]
}

/** The trees as a run of Ascribe would see them, with what it fetches. */
export function fetchInto(
  trees: readonly SourceTree[],
  options: Fetching = {},
): Promise<readonly SourceTree[]> {
  const { hosts, env = {}, cache = temporaryFolder({}), steps = [] } = options
  const packages = openPackages(
    hostRules(hosts),
    terraformTokens(env, env.HOME ?? '/nowhere'),
    openCache(cache),
  )
  return fetchModules(trees, '', packages, {
    step: (_done, _known, name) => steps.push(name),
    end: () => undefined,
  })
}

/** The project of these files, evaluated with the modules that were fetched for it. */
export async function loadFetched(
  files: string | Readonly<Record<string, string>>,
  options?: Fetching,
): Promise<LoadedProject> {
  const tree = memoryTree(typeof files === 'string' ? { 'main.tf': files } : files)
  const [grown] = await fetchInto([tree], options)
  return evaluated(grown!)
}

export function evaluated(tree: SourceTree): LoadedProject {
  return loadProject(new ConfigurationLoader(tree), {
    id: '.',
    root: '',
    variableFiles: [],
    workspace: 'default',
  })
}

/** Address → one attribute, plain. */
export function valuesOf({ resources }: LoadedProject, name: string): Record<string, unknown> {
  return Object.fromEntries(
    resources.map(({ address, attributes }) => {
      const value = attributes.entries.get(name)
      return [address, value && toPlain(value)]
    }),
  )
}

/** Why the only module that is not loaded is not. */
export function onlyReason({ notLoaded, resources }: LoadedProject): string {
  if (notLoaded.length === 1) return notLoaded[0]!.because
  throw new Error(`${notLoaded.length} modules are not loaded, and there are ${resources.length} resources`)
}
