import type { SourceEntry } from '../../source/source-tree.ts'

export interface ConfigurationFile {
  readonly name: string
  /** Whether it changes what the other files declare, instead of declaring something itself. */
  readonly isOverride: boolean
}

/**
 * The files of a directory that Terraform or OpenTofu reads as its configuration, in the order they apply. A file of
 * OpenTofu stands in for Terraform's of the same name.
 */
export function configurationFiles(entries: readonly SourceEntry[]): readonly ConfigurationFile[] {
  const names = new Set<string>()
  for (const { name, kind } of entries) if (kind === 'file' && isConfigurationFile(name)) names.add(name)
  const read = [...names].filter(
    (name) => !names.has(name.replace(TERRAFORM, '.tofu$1')) || !TERRAFORM.test(name),
  )
  return [
    ...read.filter((name) => !OVERRIDE.test(name)).map((name) => ({ name, isOverride: false })),
    ...read.filter((name) => OVERRIDE.test(name)).map((name) => ({ name, isOverride: true })),
  ]
}

/** Neither hidden files nor editors' backups are read. */
export function isConfigurationFile(name: string): boolean {
  return CONFIGURATION.test(name)
}

const CONFIGURATION = /^[^.#].*\.(tf|tofu)(\.json)?$/
const TERRAFORM = /\.tf(\.json)?$/
const OVERRIDE = /^(.*_)?override\.(tf|tofu)(\.json)?$/
