import { USAGE_FILE_NAME, VERSION_LINE } from '../config/usage-file.ts'
import type { UsageKey } from '../domain/estimate.ts'
import type { Inspection } from '../review/inspection.ts'
import { joinPath, type SourceTree } from '../source/source-tree.ts'
import { findConfig } from './find-config.ts'

const HEADING = `# How much is used a month of what is charged by use: docs/usage.md of Ascribe.
# Take the "# " from a line and write a number. [*] stands for every index.
`

/**
 * A usage file for the resources of a tree that are charged by use: every key that one of them has, commented out, with
 * its unit. Undefined where there is none.
 */
export function usageDraft({ resources }: Pick<Inspection, 'resources'>): string | undefined {
  const byAddress = new Map<string, readonly UsageKey[]>()
  for (const { resource, estimate } of resources) {
    const keys = 'usageKeys' in estimate ? (estimate.usageKeys ?? []) : []
    if (keys.length > 0) byAddress.set(resource.address.replace(/\[[^[\]]*\]$/, '[*]'), keys)
  }
  if (byAddress.size === 0) return undefined
  const entries = [...byAddress].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    HEADING,
    VERSION_LINE,
    'resource_usage:',
    ...entries.flatMap(([address, keys]) => [`  ${yamlKey(address)}:`, ...keyLines(keys)]),
    '',
  ].join('\n')
}

/** Where the usage file of a folder is looked for, from the tree's root. */
export function usageFilePath(tree: SourceTree, below: string): string {
  return joinPath(findConfig(tree, below).directory, USAGE_FILE_NAME)
}

/** `# monthly_requests: 0  # requests`; nested keys below the name they share. */
function keyLines(keys: readonly UsageKey[]): readonly string[] {
  const lines: string[] = []
  let group: string | undefined
  for (const { key, unit } of keys) {
    const [last, ...above] = key.split('.').reverse() as [string, ...string[]]
    const prefix = above.reverse().join('.')
    if (prefix !== '' && prefix !== group) lines.push(`    # ${prefix}:`)
    group = prefix
    lines.push(`    # ${prefix === '' ? '' : '  '}${last}: 0  # ${unit}`)
  }
  return lines
}

/** Addresses with an index hold characters that mean something to YAML. */
function yamlKey(address: string): string {
  return /^[\w.-]+$/.test(address) ? address : `'${address.replaceAll("'", "''")}'`
}
