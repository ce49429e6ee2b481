import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as library from '../../core/library.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(root, 'docs/library.md'), 'utf8')
const block = (language: string) =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)![1]!
const exported = page.slice(page.indexOf('## What is exported'))
const namesIn = (text: string) => [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name!)

/** A folder in which the package is installed, as it is built. */
function installed(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder({ 'package.json': '{"type":"module"}', ...files })
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/ascribe'))
  return folder
}

describe('the library', () => {
  it('exports what docs/library.md lists, and nothing else', () => {
    const listed = [...exported.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell]) => namesIn(cell!))
    assert.deepEqual(listed.sort(), Object.keys(library).sort())
    const source = readFileSync(join(root, 'core/library.ts'), 'utf8')
    const types = [...source.matchAll(/export type \{([^}]*)\}|\btype (\w+)/g)].flatMap(([, several, one]) =>
      one === undefined ? several!.split(',').map((name) => name.trim()) : [one],
    )
    assert.deepEqual(namesIn(exported.slice(exported.indexOf('Types: '))).sort(), types.sort())
  })

  it('the built package has these exports, and runs the example of docs/library.md', function () {
    if (!existsSync(join(root, 'dist/index.js'))) this.skip()
    const names = `import * as library from 'ascribe'\nconsole.log(JSON.stringify(Object.keys(library)))\n`
    const folder = installed({ 'example.js': block('js'), 'names.js': names })
    const run = (file: string) =>
      execFileSync(process.execPath, ['--preserve-symlinks', file], { cwd: folder, encoding: 'utf8' })
    assert.deepEqual((JSON.parse(run('names.js')) as string[]).sort(), Object.keys(library).sort())
    assert.equal(run('example.js'), block('text'))
  }).timeout(60_000)

  it('the types of the built package are those that the example is written with', function () {
    if (!existsSync(join(root, packageJson.exports['.'].types))) this.skip()
    const source = block('js')
      .replace('(type) =>', '(type: string) =>')
      .replace('group.value,', "group.kind === 'known' && group.value,")
    const wrong = "import { toDollars } from 'ascribe'\ntoDollars('1')\n"
    const folder = installed({ 'example.ts': source, 'wrong.ts': wrong })
    symlinkSync(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'))
    const compile = (file: string) => {
      const flags = [
        '--noEmit',
        '--strict',
        '--target',
        'es2022',
        '--module',
        'nodenext',
        '--types',
        'node',
        '--skipLibCheck',
      ]
      const tsc = join(root, 'node_modules/.bin/tsc')
      try {
        return execFileSync(tsc, [...flags, file], {
          cwd: folder,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        })
      } catch (error) {
        return (error as { stdout: string }).stdout
      }
    }
    assert.equal(compile('example.ts'), '')
    assert.match(compile('wrong.ts'), /Argument of type '(?:string|"1")' is not assignable/)
  }).timeout(120_000)
})
