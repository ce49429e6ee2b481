// Packs the extension into a .vsix, by vsce, from a folder that holds what the extension needs and nothing else, and
// looks into what came out.
//   npm run extension:package -- [OUT.vsix]      after npm run build and npm run test:e2e:setup
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { archiveNames } from './archive-names.ts'
import { HOME } from './editors.ts'
import { archived, filesIn, VSIX_FILES, vsixManifest } from './vsix-files.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const MEGABYTE = 1_000_000
const LIMIT = 5 * MEGABYTE
/** What vsce adds. */
const OF_VSCE = ['extension.vsixmanifest', '[Content_Types].xml', 'extension/package.json']

const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const out = resolve(process.argv[2] ?? join(root, `${packageJson.name}-${packageJson.version}.vsix`))
const vsce = join(root, HOME, 'vsce/node_modules/@vscode/vsce/vsce')
if (!existsSync(vsce)) fail('vsce is not there. run: npm run test:e2e:setup')

const folder = mkdtempSync(join(tmpdir(), 'ascribe-vsix-'))
try {
  for (const path of VSIX_FILES) {
    if (!existsSync(join(root, path))) fail(`${path} is not there. run: npm run build`)
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(vsixManifest(packageJson), null, 2)}\n`)
  execFileSync(
    process.execPath,
    // Links of the README lead into the repository, whose address package.json does not name yet.
    [
      vsce,
      'package',
      '--no-dependencies',
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
      '-o',
      out,
    ],
    { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] },
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const { size } = statSync(out)
if (size >= LIMIT) fail(`${out} has ${size} bytes. it is to stay below ${LIMIT}`)
const names = archiveNames(readFileSync(out)).toSorted()
const expected = filesIn(root, VSIX_FILES).map(archived).concat(OF_VSCE).toSorted()
const missing = expected.filter((name) => !names.includes(name))
const others = names.filter((name) => !expected.includes(name))
if (missing.length + others.length > 0)
  fail(`${out} lacks ${missing.join(', ') || 'nothing'} and has besides ${others.join(', ') || 'nothing'}`)
console.log(`${names.length} files, ${(size / MEGABYTE).toFixed(1)} MB of at most ${LIMIT / MEGABYTE}`)

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
