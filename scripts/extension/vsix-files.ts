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
