// Bundles the CLI and the library into dist/, and lays the price book beside them.
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: { cli: 'cli/main.ts', index: 'core/library.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minify: true,
  keepNames: false,
  legalComments: 'linked',
  // Users install it beside Ascribe where they want it: it is 70 MB, and native.
  external: ['@duckdb/node-api'],
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
cpSync('core/pricing/book', 'dist/book', { recursive: true })
chmodSync('dist/cli.js', 0o755)
