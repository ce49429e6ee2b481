import { directoryOf, joinPath, type SourceTree } from '../source/source-tree.ts'

/** A root module and the var files that Terraform does not read by itself. */
export interface RootUse {
  /** From the folder of `ascribe.yml` on, `''` for itself. */
  readonly folder: string
  /** From its folder on. */
  readonly varFiles: readonly string[]
}

/** Folders in which people keep a file of values for each environment. */
const FOLDERS = /^(?:env|envs|environment|environments|vars|tfvars|config|configs)$/
const MOST = 20

/** The var files of a root module's folder that somebody names when it is applied. */
export function namedVarFiles(tree: SourceTree, folder: string): readonly string[] {
  const found = (below: string, deeper: boolean): readonly string[] =>
    tree
      .list(below === '' ? folder : joinPath(folder, below))
      .flatMap(({ name, kind }): readonly string[] => {
        const path = below === '' ? name : `${below}/${name}`
        if (kind === 'file') return isNamedVarFile(name) ? [path] : []
        return deeper && (below !== '' || FOLDERS.test(name)) ? found(path, below === '') : []
      })
  return found('', true).slice(0, MOST)
}

function isNamedVarFile(name: string): boolean {
  const [, stem] = /^(.+)\.tfvars(?:\.json)?$/.exec(name) ?? []
  return (
    stem !== undefined &&
    stem !== 'terraform' &&
    !stem.endsWith('.auto') &&
    !/example|sample|template/i.test(stem)
  )
}

/** What tells a project from the others of its root: `prod` for `envs/prod.tfvars` and for `envs/prod/values.tfvars`. */
export function variantOf(varFile: string): string {
  const folder = directoryOf(varFile)
  const stem = varFile.slice(varFile.lastIndexOf('/') + 1).replace(/\.tfvars(?:\.json)?$/, '')
  const last = folder.slice(folder.lastIndexOf('/') + 1)
  return last === '' || FOLDERS.test(last) ? stem : last
}
