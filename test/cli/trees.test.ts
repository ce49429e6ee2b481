import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { diskTree } from '../../cli/trees/disk-tree.ts'
import { gitTree } from '../../cli/trees/git-tree.ts'
import type { SourceTree } from '../../core/source/source-tree.ts'
import { commitAll, git, temporaryFolder, temporaryRepository } from '../support/temporary-folder.ts'

/** The same repository as files on disk and as a commit: both must say the same. */
function bothTrees(): readonly (readonly [string, SourceTree])[] {
  const outside = temporaryFolder({ 'secret.tf': 'locals { secret = "hunter2" }' })
  const repository = temporaryRepository({
    'infra/main.tf': 'locals {}',
    'infra/größe.tf': '# Umlaute',
    'shared/common.tf': 'locals { shared = true }',
  })
  mkdirSync(path.join(repository, 'links'))
  symlinkSync('../shared/common.tf', path.join(repository, 'links/common.tf'))
  symlinkSync(path.join(outside, 'secret.tf'), path.join(repository, 'links/absolute.tf'))
  symlinkSync(
    path.relative(path.join(repository, 'links'), path.join(outside, 'secret.tf')),
    path.join(repository, 'links/relative.tf'),
  )
  symlinkSync('..', path.join(repository, 'links/around'))
  symlinkSync('../shared', path.join(repository, 'links/module'))
  symlinkSync(outside, path.join(repository, 'links/outside'))
  symlinkSync('loop.tf', path.join(repository, 'links/loop.tf'))
  const commit = commitAll(repository, 'Links')
  git(repository, 'gc', '--quiet')
  return [
    ['disk', diskTree(repository)],
    ['git', gitTree(repository, commit)],
  ]
}

describe('source trees', () => {
  it('read the same from disk and from git, whatever the names', () => {
    for (const [kind, tree] of bothTrees()) {
      assert.equal(tree.read('infra/main.tf'), 'locals {}', kind)
      assert.equal(tree.read('infra/größe.tf'), '# Umlaute', kind)
      assert.equal(tree.read('infra'), undefined, kind)
      assert.equal(tree.read('infra/none.tf'), undefined, kind)
      assert.deepEqual(tree.list('infra'), [
        { name: 'größe.tf', kind: 'file' },
        { name: 'main.tf', kind: 'file' },
      ])
      assert.deepEqual(tree.list('none'), [], kind)
    }
  })

  it('of a commit are read with few questions to git, however many files there are', () => {
    const names = Array.from({ length: 60 }, (_, at) => `k8s/${at}.${['yaml', 'yml', 'json', 'tf'][at % 4]}`)
    const repository = temporaryRepository(Object.fromEntries(names.map((name) => [name, `# ${name}`])))
    const tree = gitTree(repository, git(repository, 'rev-parse', 'HEAD'))
    const trace = path.join(temporaryFolder({}), 'trace')
    process.env.GIT_TRACE = trace
    try {
      for (const name of names) assert.equal(tree.read(name), `# ${name}`)
    } finally {
      delete process.env.GIT_TRACE
    }
    assert.equal(readFileSync(trace, 'utf8').match(/built-in: git cat-file/g)?.length, 2)
  })

  it('follow a link to a file of the repository, and none that leads out of it or around', () => {
    for (const [kind, tree] of bothTrees()) {
      assert.equal(tree.read('links/common.tf'), 'locals { shared = true }', kind)
      for (const name of ['absolute.tf', 'relative.tf', 'loop.tf', 'around'])
        assert.equal(tree.read(`links/${name}`), undefined, `${kind}: ${name}`)
      assert.equal(tree.read('links/outside/secret.tf'), undefined, kind)
      assert.deepEqual(tree.list('links/outside'), [], kind)
      const directories = tree.list('links').filter((entry) => entry.kind === 'directory')
      assert.deepEqual(directories, [], kind)
    }
  })

  it('follow a link to a directory of the repository where it is named, as a module source names it', () => {
    for (const [kind, tree] of bothTrees()) {
      assert.deepEqual(tree.list('links/module'), [{ name: 'common.tf', kind: 'file' }], kind)
      assert.equal(tree.read('links/module/common.tf'), 'locals { shared = true }', kind)
      assert.equal(tree.read('links/around/infra/main.tf'), 'locals {}', kind)
    }
  })

  it('leave out a file that nobody may read, and fail for none', function () {
    // Whoever may read everything finds nothing that cannot be read.
    if (process.getuid?.() === 0) this.skip()
    const folder = temporaryFolder({ 'main.tf': 'locals {}', 'secret.tf': 'locals {}' })
    chmodSync(path.join(folder, 'secret.tf'), 0o000)
    const tree = diskTree(folder)
    assert.equal(tree.read('main.tf'), 'locals {}')
    assert.equal(tree.read('secret.tf'), undefined)
  })

  it('list the same links: those to files, and those that cannot be followed, so that somebody says so', () => {
    for (const [kind, tree] of bothTrees())
      assert.deepEqual(
        tree
          .list('links')
          .map(({ name }) => name)
          .filter((name) => name.endsWith('.tf')),
        ['absolute.tf', 'common.tf', 'loop.tf', 'relative.tf'],
        kind,
      )
  })
})
