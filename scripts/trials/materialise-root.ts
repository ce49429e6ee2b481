import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mirrors } from './git-mirror.ts'
import { isDirectory, materialise } from './git-mirror.ts'
import { type LaidOut, layOutModules } from './lay-out-modules.ts'

/** A root module as its repository means it to be run. */
export interface TrialRoot {
  readonly root: string
  /** The repository's deploy script copies this folder into the root first. */
  readonly 'copy-from'?: string
  /** Given to Terraform by that script; here it becomes terraform.tfvars, which means the same. */
  readonly 'var-file'?: string
}

/** Makes a root of an unpacked commit ready to be read: files copied, variables in place, modules laid out. */
async function materialiseRoot(
  tree: string,
  root: TrialRoot,
  mirrors: Mirrors,
): Promise<LaidOut | undefined> {
  const folder = join(tree, root.root)
  const base = root['copy-from']
  const varFile = root['var-file']
  if (base && isDirectory(join(tree, base)))
    cpSync(join(tree, base), folder, {
      recursive: true,
      filter: (source) => !source.endsWith('/.terraform'),
    })
  if (!isDirectory(folder)) return undefined
  if (varFile && existsSync(join(tree, varFile))) {
    mkdirSync(folder, { recursive: true })
    cpSync(join(tree, varFile), join(folder, 'terraform.tfvars'))
  }
  return layOutModules(folder, mirrors)
}

/** Unpacks a revision into `tree` and makes its roots ready, unless an earlier run has left it there complete. */
export async function prepareTree(
  tree: string,
  mirror: string,
  revision: string,
  roots: readonly TrialRoot[],
  mirrors: Mirrors,
  wanted?: (path: string) => boolean,
): Promise<void> {
  const ready = `${tree}.ready`
  if (existsSync(ready)) return
  rmSync(tree, { recursive: true, force: true })
  materialise(mirror, revision, tree, wanted)
  for (const root of roots) await materialiseRoot(tree, root, mirrors)
  writeFileSync(ready, '')
}
