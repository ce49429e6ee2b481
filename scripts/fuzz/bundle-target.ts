import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import type { PlantedDefect } from './planted-defects.ts'

/** One script of a target with all that it needs, readable, so that its lines are those of the sources. */
export async function bundleTarget(root: string, target: string, planted?: PlantedDefect): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `export { default as target } from './scripts/fuzz/targets/${target}.ts'\nexport { sample } from 'fast-check'`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    preserveSymlinks: true,
    write: false,
    plugins: planted ? [plant(root, planted)] : [],
    logLevel: 'error',
  })
  return outputFiles[0]!.text
}

/** The thread that fuzzes: a loader of TypeScript does not reach into it. */
export async function bundleWorker(root: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['scripts/fuzz/worker.ts'],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0]!.text
}

/** The sources with one defect in them; nothing on the disk is changed. */
function plant(root: string, { file, right, wrong }: PlantedDefect): Plugin {
  return {
    name: 'planted defect',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path: name }) => {
        if (path.relative(root, name) !== file) return undefined
        return { contents: readFileSync(name, 'utf8').replace(right, () => wrong), loader: 'ts' }
      })
    },
  }
}
