// Bundles the VS Code extension into dist/extension/: the client, which runs in the editor's extension host, the
// language server, which runs in a process of its own, and the price book that the server reads.
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundledLicences } from '../bundled-licences.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const OUT = 'dist/extension'

/** core/ does nothing when it is loaded: the client, which wants some functions of it, need not carry the rest. */
const coreIsPure = {
  name: 'core is pure',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir }) => {
      const file = join(resolveDir, path)
      return file.startsWith(join(root, 'core') + sep) ? { path: file, sideEffects: false } : undefined
    })
  },
}

rmSync(join(root, OUT), { recursive: true, force: true })
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { client: 'extension/main.ts', server: 'lsp/main.ts' },
  outdir: OUT,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  // The Node of the oldest editor that `engines.vscode` names.
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  // The module build, where there is one: the other is bound to a loader that a bundle does not have.
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  minify: true,
  // With the licences of the packages apart, in a file of their own.
  legalComments: 'none',
  metafile: true,
  charset: 'utf8',
  plugins: [coreIsPure],
  logLevel: 'warning',
})
cpSync(join(root, 'core/pricing/book'), join(root, OUT, 'book'), { recursive: true })
writeFileSync(join(root, OUT, 'LICENCES.txt'), bundledLicences(root, Object.keys(metafile.inputs)))
