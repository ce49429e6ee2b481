import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { CLI } from '../support/run-cli.ts'
import { git, temporaryFolder, temporaryRepository, writeFiles } from '../support/temporary-folder.ts'

const TRAIN = (name: string) =>
  `provider "aws" {\n  region = "us-east-1"\n}\nresource "aws_instance" "${name}" {\n  instance_type = "m5.large"\n}\n`
const PLATFORM = {
  'main.tf': TRAIN('train'),
  'serving/main.tf': TRAIN('serve'),
  'ascribe.baseline.json': '{\n  "version": 1,\n  "findings": []\n}\n',
  'report.json': 'the report of yesterday\n',
}
const KILLER = path.join(import.meta.dirname, 'support/kill-at.mjs')

interface Run {
  readonly status: number | null
  readonly signal: string | null
  readonly stderr: string
}

function run(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  node: readonly string[] = [],
): Run {
  return spawnSync(process.execPath, [...node, CLI, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
  })
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
  return new Map(
    names
      .filter((name) => !/(^|[/\\])\.git[/\\]/.test(name))
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  )
}

describe('a command that is killed in the middle', () => {
  const commands: Readonly<Record<string, readonly string[]>> = {
    'fix --write': ['fix', '--write', '--set', 'team=fraud-ml', '--set', 'cost_center=eng-risk'],
    baseline: ['baseline'],
    'check --output': ['check', '--format', 'json', '--output', 'report.json'],
    'review --output': ['review', '--base', 'HEAD', '--format', 'json', '--output', 'report.json'],
    init: ['init', '--yes'],
    'policy export': ['policy', 'export', '--target', 'aws-tag-policy', '--out', 'policies'],
  }
  for (const [name, args] of Object.entries(commands))
    it(`${name}: every file is the old one or the new one, at whatever step`, () => {
      const start = temporaryRepository(PLATFORM)
      if (name === 'init') rmSync(path.join(start, 'ascribe.baseline.json'))
      const before = filesIn(start)
      const whole = temporaryFolder({})
      cpSync(start, whole, { recursive: true })
      const { status, stderr } = run(whole, args)
      assert.ok(status === 0 || status === 1, stderr)
      const after = filesIn(whole)
      assert.notDeepEqual([...after], [...before], 'the command writes something')
      let killed = 0
      for (let step = 1; ; step++) {
        const folder = temporaryFolder({})
        cpSync(start, folder, { recursive: true })
        const ended = run(folder, args, { KILL_AT: String(step) }, ['--import', KILLER])
        for (const [file, text] of filesIn(folder)) {
          if (file.endsWith('.tmp')) continue
          assert.ok(text === before.get(file) || text === after.get(file), `step ${step}: ${file}: ${text}`)
        }
        for (const file of before.keys())
          assert.ok(existsSync(path.join(folder, file)), `step ${step}: ${file} is gone`)
        if (ended.signal === null) {
          assert.equal(ended.status, status, ended.stderr)
          break
        }
        killed++
        // What was left over is in nobody's way: the next run does all of it.
        const again = run(folder, args)
        assert.ok(
          again.status === 0 || again.status === 1 || (name === 'init' && again.status === 2),
          again.stderr,
        )
      }
      assert.ok(killed >= 2, `${killed} steps`)
    }).timeout(240_000)
})

describe('files of the user', () => {
  it('are written by one writer: no command writes, renames or truncates by itself', () => {
    const root = path.join(import.meta.dirname, '../../cli')
    // A chart is laid out in a temporary folder of its own.
    const others = ['replace-file.ts', path.join('trees', 'chart-renderer.ts')]
    const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !others.includes(name))
      .filter((name) =>
        /\b(?:writeFile|appendFile|createWriteStream|copyFile|truncate)/.test(
          readFileSync(path.join(root, name), 'utf8'),
        ),
      )
    assert.deepEqual(found, [])
  })
})

describe('a full disk', () => {
  it('leaves every file as it was, and is one line', function () {
    const folder = temporaryFolder({})
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96k', 'tmpfs', folder]).status === 0
    if (!mounted) return this.skip()
    try {
      writeFiles(folder, PLATFORM)
      const before = filesIn(folder)
      writeFileSync(path.join(folder, 'filler'), '')
      for (let size = 1 << 16; size >= 1; size >>= 1)
        for (;;)
          try {
            writeFileSync(path.join(folder, 'filler'), 'x'.repeat(size), { flag: 'a' })
          } catch {
            break
          }
      for (const args of [
        ['fix', '--write', '--set', 'team=fraud-ml'],
        ['baseline'],
        ['check', '--format', 'sarif', '--output', 'report.json'],
        ['init', '--yes', '--no-workflow'],
        ['policy', 'export', '--target', 'all', '--out', 'policies'],
      ]) {
        const { status, stderr } = run(folder, args)
        assert.equal(status, 2, `${args[0]}: ${stderr}`)
        assert.match(stderr, /^ascribe: .*(?:cannot be written|no space left).*\n$/, args[0])
        for (const [file, text] of before)
          assert.equal(readFileSync(path.join(folder, file), 'utf8'), text, file)
      }
      assert.ok(!existsSync(path.join(folder, 'ascribe.yml')))
      assert.deepEqual(
        readdirSync(folder).filter((name) => name.endsWith('.tmp')),
        [],
      )
    } finally {
      execFileSync('umount', [folder])
    }
  }).timeout(120_000)

  it('under the standard output is a failure, not a verdict', function () {
    if (!existsSync('/dev/full')) return this.skip()
    const folder = temporaryFolder(PLATFORM)
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"$0" "$@" > /dev/full`, process.execPath, CLI, 'check'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    assert.equal(status, 3)
    assert.match(stderr, /the output cannot be written/)
  }).timeout(60_000)

  it('--output writes through to what is no plain file, and never replaces it', function () {
    if (!existsSync('/dev/full')) return this.skip()
    const folder = temporaryFolder(PLATFORM)
    symlinkSync('/dev/full', path.join(folder, 'link'))
    const { status, stderr } = run(folder, ['check', '--output', 'link'])
    assert.equal(status, 2)
    assert.match(stderr, /"link" cannot be written/)
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.tmp')),
      [],
    )
  }).timeout(60_000)
})

describe('a clock that jumps', () => {
  it('changes dates that are told, and no figure', () => {
    const folder = temporaryFolder(PLATFORM)
    const figures = ['0', '1795219200', '4102444800'].map((epoch) => {
      const file = path.join(folder, `${epoch}.json`)
      const { status, stderr } = run(folder, ['inspect', '--format', 'json', '--output', file], {
        SOURCE_DATE_EPOCH: epoch,
      })
      assert.equal(status, 0, stderr)
      return JSON.parse(readFileSync(file, 'utf8')).resources
    })
    assert.deepEqual(figures[1], figures[0])
    assert.deepEqual(figures[2], figures[0])
  }).timeout(60_000)
})

describe('git', () => {
  it('that is not installed: a folder is read as it lies there, and a review says what it needs', () => {
    const folder = temporaryFolder(PLATFORM)
    const nowhere = { PATH: temporaryFolder({}) }
    assert.equal(run(folder, ['inspect'], nowhere).status, 0)
    const { status, stderr } = run(folder, ['review'], nowhere)
    assert.equal(status, 2, stderr)
    assert.match(stderr, /^ascribe: .*\n$/)
    const two = run(folder, ['review', '--base', 'serving', '--head', '.'], nowhere)
    assert.equal(two.status, 0, two.stderr)
  }).timeout(60_000)

  it('a shallow clone says that it is one, and a clone without blobs is read with git’s help', () => {
    const origin = temporaryRepository(PLATFORM)
    writeFiles(origin, { 'main.tf': TRAIN('train').replace('m5.large', 'm5.xlarge') })
    git(origin, 'commit', '--quiet', '--all', '--message', 'Larger')
    git(origin, 'config', 'uploadpack.allowFilter', 'true')
    git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
    const clone = (...options: readonly string[]) => {
      const folder = path.join(temporaryFolder({}), 'clone')
      execFileSync('git', ['clone', '--quiet', ...options, `file://${origin}`, folder])
      return folder
    }
    const shallow = run(clone('--depth=1'), ['review', '--base', 'HEAD~1'])
    assert.equal(shallow.status, 2)
    assert.match(shallow.stderr, /this clone is shallow: "git fetch --unshallow"/)
    const partial = clone('--filter=blob:none')
    const whole = run(partial, ['review', '--base', 'HEAD~1', '--output', 'review.txt'])
    assert.equal(whole.status, 0, whole.stderr)
    assert.match(readFileSync(path.join(partial, 'review.txt'), 'utf8'), /\+\$/)
  }).timeout(60_000)

  it('a commit whose content is not there is an error, not a file without content', () => {
    const folder = temporaryRepository(PLATFORM)
    const id = git(folder, 'rev-parse', 'HEAD:main.tf')
    rmSync(path.join(folder, '.git/objects', id.slice(0, 2), id.slice(2)))
    const { status, stderr } = run(folder, ['review', '--base', 'HEAD'])
    assert.equal(status, 2)
    assert.match(stderr, /git has no content for "main\.tf"/)
  }).timeout(60_000)
})

describe('one folder of modules, two runs', () => {
  it('write the same files at the same time, and each is whole', async () => {
    const { openCache } = await import('../../modules/cache.ts')
    const folder = temporaryFolder({})
    mkdirSync(folder, { recursive: true })
    const files = new Map([['main.tf', TRAIN('module').repeat(2_000)]])
    const caches = Array.from({ length: 8 }, () => openCache(folder))
    const read = async (cache: (typeof caches)[number]) => {
      for (let turn = 0; turn < 20; turn++) {
        const found = await cache.get('registry/vpc/1.0.0')
        assert.ok(found === undefined || found.get('main.tf') === files.get('main.tf'))
      }
    }
    await Promise.all(caches.flatMap((cache) => [cache.put('registry/vpc/1.0.0', files), read(cache)]))
    assert.deepEqual(await caches[0]!.get('registry/vpc/1.0.0'), files)
  })
})
