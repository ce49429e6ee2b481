// Packs the script of the dashboards, and its hash for their policy, which lets in nothing else.
//   npx tsx scripts/dashboard/build.ts [--check]
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const target = `${root}core/render/html/dashboard/script.generated.json`

const { outputFiles } = await build({
  entryPoints: [`${root}core/render/html/dashboard/client/main.ts`],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  // What stands in an element of a page is read in the page's encoding, and never ends the element.
  charset: 'ascii',
  legalComments: 'none',
  write: false,
})
const script = outputFiles[0]!.text.trim()
const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`
const text = `${JSON.stringify({ writtenBy: 'scripts/dashboard/build.ts', hash, script }, null, 2)}\n`

if (!process.argv.includes('--check')) writeFileSync(target, text)
else if (readFileSync(target, 'utf8') !== text) {
  console.error(`${target} is stale. expected npx tsx scripts/dashboard/build.ts to have been run`)
  process.exitCode = 1
}
