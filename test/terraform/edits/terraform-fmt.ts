import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../support/temporary-folder.ts'

export const hasTerraform = spawnSync('terraform', ['version']).status === 0

/** What `terraform fmt` makes of texts, by name; one run for all of them. */
export function formatted(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const folder = temporaryFolder(texts)
  const { status, stderr } = spawnSync('terraform', ['fmt', '-recursive', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return Object.fromEntries(
    Object.keys(texts).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}
