import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What the extension's archive holds: a file, or all that lies in a folder. vsce refuses a `.vscodeignore` beside the
 * `files` of the npm package, and a list of what is wanted cannot leak what nobody thought of.
 */
export const VSIX_FILES = [
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'dist/extension',
  'docs/rules',
  'extension/media/ascribe.svg',
  'extension/media/hcl.language-configuration.json',
  'extension/media/icon.png',
  'extension/media/walkthrough',
  'schema/ascribe.schema.json',
]

/** What only npm reads of package.json. */
const OF_NPM = ['type', 'bin', 'exports', 'scripts', 'devDependencies']

export function vsixManifest(packageJson: Readonly<Record<string, unknown>>): object {
  const ofBoth = Object.entries(packageJson).filter(([key]) => !OF_NPM.includes(key))
  return { ...Object.fromEntries(ofBoth), files: VSIX_FILES }
}

/** All files of what a list names, from the root. */
export function filesIn(root: string, names: readonly string[]): readonly string[] {
  return names.flatMap((name) =>
    statSync(join(root, name)).isFile()
      ? [name]
      : filesIn(
          root,
          readdirSync(join(root, name)).map((inner) => `${name}/${inner}`),
        ),
  )
}

/** What vsce calls a file in the archive: it finds those that the marketplace shows by these names. */
export function archived(file: string): string {
  const shown = /^(README|CHANGELOG)\.md$/.test(file) ? file.toLowerCase() : file
  return `extension/${shown === 'LICENSE' ? 'LICENSE.txt' : shown}`
}
