// Bundles the Action into action/dist/index.cjs, which is committed: a runner runs it as it is, without node_modules.
//   node scripts/action/build.mjs [--check]
// --check builds twice in memory and fails where the two differ, or where the committed files are not what they are.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundledLicences } from '../bundled-licences.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const BUNDLE = 'action/dist/index.cjs'
const LICENCES = 'action/dist/LICENCES.txt'

/** What the Action shares with the command line finds the prices where the Action has them. */
const actionsPriceBook = {
  name: 'price-book',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/price-book\.ts$/ }, ({ importer }) =>
      dirname(importer) === join(root, 'cli') ? { path: join(root, 'action/price-book.ts') } : undefined,
    ),
}

const files = await bundle()
if (process.argv[2] === '--check') {
  const again = await bundle()
  for (const [name, text] of Object.entries(files)) {
    if (again[name] !== text) fail(`two builds of ${name} differ`)
    if (read(name) !== text) fail(`${name} is not current. run: node scripts/action/build.mjs`)
  }
} else {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
}

async function bundle() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['action/main.ts'],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    // Native, and never needed: bills are read row by row where it is not installed.
    external: ['@duckdb/node-api'],
    plugins: [actionsPriceBook],
    // Older GitHub Enterprise runners know no later Node.
    target: 'node20',
    format: 'cjs',
    // With the licences of the packages apart, in a file of their own.
    legalComments: 'none',
    banner: { js: '// Written by scripts/action/build.mjs from action/main.ts; do not edit.' },
    charset: 'utf8',
    // Paths in the bundle are as they are here, wherever node_modules really lies.
    preserveSymlinks: true,
    write: false,
    metafile: true,
    logLevel: 'warning',
  })
  return { [BUNDLE]: outputFiles[0].text, [LICENCES]: licences(Object.keys(metafile.inputs)) }
}

function licences(inputs) {
  const heading = `Written by ${relative(root, fileURLToPath(import.meta.url))}: what ${BUNDLE} contains besides Ascribe itself.\n`
  return `${heading}\n${'-'.repeat(80)}\n\n${bundledLicences(root, inputs)}`
}

function read(name) {
  return readFileSync(join(root, name), 'utf8')
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
