// Bundles the CLI and the library into dist/, and lays the price book and the licences of what is bundled beside them.
import { chmodSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { bundledLicences } from './bundled-licences.mjs'

rmSync('dist', { recursive: true, force: true })
const { metafile } = await build({
  entryPoints: { cli: 'cli/main.ts', index: 'core/library.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // A command is a file of its own, loaded when it is asked for. All lie beside the book, which is found from there.
  splitting: true,
  chunkNames: '[name]-[hash]',
  minify: true,
  keepNames: false,
  // With the licences of the packages apart, in a file of their own.
  legalComments: 'none',
  metafile: true,
  // Users install it beside Ascribe where they want it: it is 70 MB, and native.
  external: ['@duckdb/node-api'],
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
cpSync('core/pricing/book', 'dist/book', { recursive: true })
writeFileSync('dist/LICENCES.txt', bundledLicences('.', Object.keys(metafile.inputs)))
chmodSync('dist/cli.js', 0o755)
