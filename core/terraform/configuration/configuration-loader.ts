import { parseHcl } from '../../hcl/parse.ts'
import type { HclFile } from '../../hcl/syntax.ts'
import { SourceFile } from '../../source/source-file.ts'
import { joinPath, type SourceTree } from '../../source/source-tree.ts'
import { type ModuleConfiguration, moduleConfiguration } from './module-configuration.ts'

/** Reads module directories of one source tree, each file and each directory once. */
export class ConfigurationLoader {
  readonly tree: SourceTree
  readonly #modules = new Map<string, ModuleConfiguration | undefined>()
  readonly #files = new Map<string, HclFile | undefined>()

  constructor(tree: SourceTree) {
    this.tree = tree
  }

  /** The configuration in a directory, or undefined where there is no `.tf` file. */
  module(directory: string): ModuleConfiguration | undefined {
    if (!this.#modules.has(directory)) this.#modules.set(directory, this.#load(directory))
    return this.#modules.get(directory)
  }

  file(path: string): HclFile | undefined {
    if (!this.#files.has(path)) {
      const text = this.tree.read(path)
      this.#files.set(path, text === undefined ? undefined : parseHcl(new SourceFile(path, text)))
    }
    return this.#files.get(path)
  }

  #load(directory: string): ModuleConfiguration | undefined {
    const files: HclFile[] = []
    for (const { name, kind } of this.tree.list(directory)) {
      if (kind !== 'file' || !isTerraformFile(name)) continue
      const file = this.file(joinPath(directory, name))
      if (file) files.push(file)
    }
    return files.length === 0 ? undefined : moduleConfiguration(directory, files)
  }
}

/** Terraform reads `*.tf`, and neither hidden files nor editors' backups. */
export function isTerraformFile(name: string): boolean {
  return name.endsWith('.tf') && !name.startsWith('.') && !name.startsWith('#')
}
