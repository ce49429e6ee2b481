import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { unpack } from '../../modules/archive/unpack.ts'
import { openCache } from '../../modules/cache.ts'
import { terraformTokens } from '../../modules/credentials.ts'
import { hostRules, isPrivate } from '../../modules/host-rules.ts'
import { directoryIn } from '../../modules/package.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

describe('hosts', () => {
  it('addresses of private networks are known, in both families', () => {
    const inner =
      '127.0.0.1 10.1.2.3 172.31.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 :: ::1 fe80::1 fd00::1 ff02::1 ::ffff:10.0.0.1 64:ff9b::a00:1 2002:a00:1::'
    for (const address of inner.split(' ')) assert.ok(isPrivate(address), address)
    for (const address of ['140.82.121.3', '172.32.0.1', '2606:50c0:8000::154'])
      assert.ok(!isPrivate(address), address)
  })

  it('a name that leads into a private network is refused, unless a person has listed that very name', () => {
    const refused = /github\.com leads to 10\.0\.0\.1, an address of a private network/
    assert.throws(() => hostRules(undefined).checkAddress('github.com', '10.0.0.1'), refused)
    assert.throws(() => hostRules(['git.acme.example']).checkAddress('github.com', '10.0.0.1'), refused)
    hostRules(['git.acme.example']).checkAddress('git.acme.example', '10.0.0.1')
  })

  it('GitHub brings the hosts along that it sends to, and no registry does', () => {
    hostRules(undefined).check(new URL('https://codeload.github.com/acme/infra'))
    assert.throws(
      () => hostRules(['registry.terraform.io']).check(new URL('https://codeload.github.com/')),
      /not among/,
    )
    assert.throws(
      () => hostRules(undefined).check(new URL('https://github.com:8443/')),
      /github\.com:8443 is not among/,
    )
    assert.throws(() => hostRules(undefined).check(new URL('https://github.com.evil.example/')), /not among/)
    hostRules(['git.acme.example']).check(new URL('ssh://git@git.acme.example:2222/infra.git'))
  })
})

describe('tokens', () => {
  it('come from where Terraform looks: the environment before files, what a person wrote before what login stored', () => {
    const home = temporaryFolder({
      '.terraform.d/credentials.tfrc.json':
        '{"credentials":{"a.example":{"token":"stored"},"b.example":{"token":"stored"}}}',
      '.terraformrc':
        'credentials "a.example" {\n  token = "written"\n}\ncredentials "my-host.example" { token = "written" }',
    })
    const tokenOf = terraformTokens({ TF_TOKEN_my__host_example: 'set', TF_TOKEN_: 'none' }, home)
    assert.equal(tokenOf('a.example')?.secret, 'written')
    assert.equal(tokenOf('b.example')?.secret, 'stored')
    assert.equal(tokenOf('my-host.example')?.secret, 'set')
    assert.equal(tokenOf('c.example'), undefined)
  })

  it('a file that is broken has none', () => {
    for (const text of [
      '{',
      '{"credentials":7}',
      '{"credentials":{"a.example":null}}',
      'credentials {',
      'credentials "a" { token = var.x }',
    ]) {
      const home = temporaryFolder({ '.terraform.d/credentials.tfrc.json': text, '.terraformrc': text })
      assert.equal(terraformTokens({}, home)('a.example'), undefined, text)
    }
  })
})

describe('the cache', () => {
  const files = new Map([
    ['main.tf', 'locals {}'],
    ['modules/gpu/main.tf', '# größer'],
  ])

  it('gives back what was put, from one file that is whole or not there', async () => {
    const folder = temporaryFolder({})
    await openCache(folder).put('acme', files)
    assert.deepEqual(await openCache(folder).get('acme'), files)
    assert.deepEqual(
      readdirSync(path.join(folder, 'v1/packages')).filter((name) => !name.endsWith('.json.gz')),
      [],
    )
  })

  it('what was changed afterwards is not believed', async () => {
    const folder = temporaryFolder({})
    const cache = openCache(folder)
    await cache.put('acme', files)
    const packages = path.join(folder, 'v1/packages')
    const [name] = readdirSync(packages)
    const file = path.join(packages, name!)
    const text = gunzipSync(readFileSync(file)).toString()
    writeFileSync(file, gzipSync(text.replace('locals', 'output')))
    assert.equal(await cache.get('acme'), undefined)
    writeFileSync(file, readFileSync(file).subarray(0, 20))
    assert.equal(await cache.get('acme'), undefined)
  })

  it('a folder that cannot be written is no cache, and no failure', async () => {
    const folder = path.join(temporaryFolder({ file: '' }), 'file')
    const cache = openCache(folder)
    await cache.put('acme', files)
    assert.equal(await cache.get('acme'), undefined)
  })
})

describe('archives', () => {
  /** Packed by the programs that people use. */
  function packed(name: string, ...command: readonly string[]): Buffer {
    const folder = temporaryFolder({
      'infra-1.0/main.tf': 'module "a" { source = "./modules/a" }',
      'infra-1.0/modules/a/main.tf': '# '.padEnd(5000, 'x'),
      [`infra-1.0/${'long-'.repeat(30)}name/größe.tf`]: 'locals {}',
      'infra-1.0/empty.tf': '',
      'infra-1.0/logo.png': '\x89PNG\0\0',
    })
    symlinkSync('main.tf', path.join(folder, 'infra-1.0/link.tf'))
    execFileSync(command[0]!, command.slice(1), { cwd: folder, stdio: 'ignore' })
    return readFileSync(path.join(folder, name))
  }
  const expected = ['empty.tf', `${'long-'.repeat(30)}name/größe.tf`, 'main.tf', 'modules/a/main.tf'].sort()

  for (const [format, name, command] of [
    ['tar.gz', 'x.tgz', ['tar', 'czf', 'x.tgz', 'infra-1.0']],
    ['tar.gz', 'x.tgz', ['tar', 'czf', 'x.tgz', '--format=pax', 'infra-1.0']],
    ['tar', 'x.tar', ['tar', 'cf', 'x.tar', 'infra-1.0']],
    ['zip', 'x.zip', ['zip', '-qry', 'x.zip', 'infra-1.0']],
    ['zip', 'x.zip', ['zip', '-qry0', 'x.zip', 'infra-1.0']],
  ] as const)
    it(`made by ${command.slice(0, -1).join(' ')}: the text files, and no link`, () => {
      const files = unpack(packed(name, ...command), format)
      const directory = directoryIn(files, '*')
      assert.equal(directory, 'infra-1.0')
      assert.deepEqual([...files.keys()].map((file) => file.slice('infra-1.0/'.length)).sort(), expected)
      assert.equal(files.get('infra-1.0/modules/a/main.tf')?.length, 5000)
    })

  it('a ZIP file whose content was changed is broken', () => {
    const bytes = packed('x.zip', 'zip', '-qry0', 'x.zip', 'infra-1.0')
    bytes.write('HARMED', bytes.indexOf('module "a"'))
    assert.throws(() => unpack(bytes, 'zip'), /broken or incomplete/)
  })

  it('whatever bytes are given, it ends with files or a reason', () => {
    const whole = packed('x.zip', 'zip', '-qry', 'x.zip', 'infra-1.0')
    for (let at = 0; at < whole.length; at += 7) {
      const bytes = Buffer.from(whole)
      bytes[at] = bytes[at]! ^ 0x5a
      for (const format of ['zip', 'tar', 'tar.gz'] as const)
        try {
          unpack(bytes, format)
        } catch (error) {
          assert.equal((error as Error).name, 'FetchFailure', String(error))
        }
    }
  })
})
