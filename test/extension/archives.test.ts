import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesIn, VSIX_FILES, vsixManifest } from '../../scripts/extension/vsix-files.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const packageJson = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

// npm test builds first; mocha alone may run without a build.
const isBuilt = existsSync(path.join(root, 'dist/extension/server.cjs'))

describe('the archive of the extension', () => {
  before(function () {
    if (!isBuilt) this.skip()
  })

  it('holds what its manifest names, and the server with its prices', () => {
    const files = filesIn(root, VSIX_FILES)
    const manifest = JSON.stringify(vsixManifest(packageJson))
    const promised = [...manifest.matchAll(/"(?:\.\/)?((?:dist|extension|schema)\/[\w./-]+\.\w+)"/g)].map(
      ([, file]) => file!,
    )
    assert.ok(promised.includes('dist/extension/client.cjs'))
    for (const file of [
      ...promised,
      'dist/extension/server.cjs',
      'dist/extension/book/book.csv',
      'LICENSE',
      'README.md',
    ])
      assert.ok(files.includes(file), file)
  })

  it('holds no source, test, package or native part', () => {
    const others = filesIn(root, VSIX_FILES).filter(
      (file) => !/\.(cjs|csv|md|json|svg|png)$|^LICENSE$|LICENCES\.txt$/.test(file),
    )
    assert.deepEqual(others, [])
    assert.deepEqual(
      filesIn(root, VSIX_FILES).filter((file) => /(^|\/)(test|core|cli|node_modules)\//.test(file)),
      [],
    )
  })

  it('asks nothing of npm', () => {
    const manifest = vsixManifest(packageJson) as Record<string, unknown>
    for (const key of ['scripts', 'dependencies', 'devDependencies', 'bin', 'exports'])
      assert.ok(!(key in manifest), key)
  })

  it('needs nothing but the editor', () => {
    for (const bundle of ['client', 'server']) {
      const text = readFileSync(path.join(root, `dist/extension/${bundle}.cjs`), 'utf8')
      const wanted = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name!)
      const allowed =
        /^(node:|vscode$|(assert|child_process|crypto|fs|net|os|path|process|url|util|worker_threads|buffer)$)/
      assert.deepEqual(
        [...new Set(wanted)].filter((name) => !allowed.test(name)),
        [],
      )
    }
  })
})

describe('the archive of the npm package', () => {
  it('holds nothing of the extension', () => {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as { files: { path: string }[] }[]
    const files = packed!.files.map((file) => file.path)
    assert.ok(files.length > 0)
    assert.deepEqual(
      files.filter((file) => /extension|\.vsix$/.test(file)),
      [],
    )
  })
})
