import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'License.txt', 'LICENCE', 'license']

/**
 * The licence of every package that a part of a bundle comes from, as one text. `inputs` are the paths of esbuild's
 * metafile, from `root`.
 */
export function bundledLicences(root, inputs) {
  const packages = new Set(
    inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
  )
  const texts = [...packages].sort().map((folder) => {
    const read = (name) => readFileSync(join(root, folder, name), 'utf8')
    const { name, version, license } = JSON.parse(read('package.json'))
    const file = FILES.find((candidate) => existsSync(join(root, folder, candidate)))
    if (!license || !file) throw new Error(`${name} ${version} says nothing about its licence`)
    return `${name} ${version} (${license})\n\n${read(file).trim()}\n`
  })
  return texts.join(`\n${'-'.repeat(80)}\n\n`)
}
