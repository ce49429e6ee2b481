import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type ModuleSource, parseModuleSource } from '../../../core/terraform/modules/module-source.ts'

const registry = (address: string, subdirectory = ''): ModuleSource => {
  const [host, namespace, name, provider] = address.split('/') as [string, string, string, string]
  return { kind: 'registry', host, namespace, name, provider, subdirectory }
}
const git = (url: string, ref?: string, subdirectory = ''): ModuleSource => ({
  kind: 'git',
  url,
  ref,
  subdirectory,
})
const http = (
  url: string,
  archive: 'zip' | 'tar.gz' | 'tar' | undefined,
  subdirectory = '',
  checksum?: string,
): ModuleSource => ({
  kind: 'http',
  url,
  archive,
  checksum,
  subdirectory,
})

/** As Terraform's own tests of its source addresses have them, and as people write them. */
const SOURCES: Readonly<Record<string, ModuleSource>> = {
  './network': { kind: 'local', path: './network' },
  '../shared//vpc': { kind: 'local', path: '../shared//vpc' },
  'terraform-aws-modules/vpc/aws': registry('registry.terraform.io/terraform-aws-modules/vpc/aws'),
  'terraform-aws-modules/eks/aws//modules/karpenter': registry(
    'registry.terraform.io/terraform-aws-modules/eks/aws',
    'modules/karpenter',
  ),
  'app.terraform.io/acme/training_cluster/aws': registry('app.terraform.io/acme/training_cluster/aws'),
  'Modules.Acme.Example:8443/ml/gpu/google//pool': registry(
    'modules.acme.example:8443/ml/gpu/google',
    'pool',
  ),
  'localhost.localdomain/ml/gpu/aws': registry('localhost.localdomain/ml/gpu/aws'),
  'github.com/acme/infra': git('https://github.com/acme/infra.git'),
  'github.com/acme/infra.git//cluster?ref=v1.2.0': git(
    'https://github.com/acme/infra.git',
    'v1.2.0',
    'cluster',
  ),
  'github.com/acme/infra/cluster/gpu': git('https://github.com/acme/infra.git', undefined, 'cluster/gpu'),
  'bitbucket.org/acme/infra': git('https://bitbucket.org/acme/infra.git'),
  'git@github.com:acme/infra.git': git('ssh://git@github.com/acme/infra.git'),
  'git@github.com:acme/infra.git//cluster?ref=main': git(
    'ssh://git@github.com/acme/infra.git',
    'main',
    'cluster',
  ),
  'git::git@git.acme.example:ml/infra.git': git('ssh://git@git.acme.example/ml/infra.git'),
  'git::ssh://git@git.acme.example:2222/ml/infra.git?ref=0123abc': git(
    'ssh://git@git.acme.example:2222/ml/infra.git',
    '0123abc',
  ),
  'git::https://git.acme.example/ml/infra.git//a/b?ref=release/1&depth=1': git(
    'https://git.acme.example/ml/infra.git',
    'release/1',
    'a/b',
  ),
  'https://acme.example/vpc.zip': http('https://acme.example/vpc.zip', 'zip'),
  'https://acme.example/vpc.tar.gz//modules/vpc': http(
    'https://acme.example/vpc.tar.gz',
    'tar.gz',
    'modules/vpc',
  ),
  'https://acme.example/vpc.tgz?checksum=md5:abc': http(
    'https://acme.example/vpc.tgz',
    'tar.gz',
    '',
    'md5:abc',
  ),
  'https://api.github.com/repos/a/b/tarball/v1//*?archive=tar.gz': http(
    'https://api.github.com/repos/a/b/tarball/v1',
    'tar.gz',
    '*',
  ),
  'https://acme.example/vpc?token=x&archive=zip': http('https://acme.example/vpc?token=x', 'zip'),
  'https://acme.example/modules/vpc': http('https://acme.example/modules/vpc', undefined),
}

const REFUSED: Readonly<Record<string, RegExp>> = {
  network: /expected "\.\/network" for a folder/,
  'acme/network': /knows no kind of source/,
  '': /knows no kind of source/,
  's3::https://s3-eu-west-1.amazonaws.com/acme/vpc.zip': /S3 buckets are not fetched/,
  'acme.s3.amazonaws.com/vpc.zip': /S3 buckets are not fetched/,
  'gcs::https://www.googleapis.com/storage/v1/acme/vpc.zip': /Cloud Storage buckets are not fetched/,
  'www.googleapis.com/storage/v1/acme/vpc.zip': /Cloud Storage buckets are not fetched/,
  'hg::http://acme.example/vpc': /Mercurial/,
  '/etc/modules/vpc': /a path of the machine/,
  'C:\\modules\\vpc': /a path of the machine/,
  'git::file:///srv/infra.git': /git over file is not fetched/,
  'git::http://acme.example/infra.git': /git over http is not fetched/,
  'git::ext::sh -c "touch /tmp/x"': /./,
  'git::https://acme.example/infra.git?ref=--upload-pack=touch': /cannot be a branch, a tag or a commit/,
  'git::https://acme.example/infra.git?ref=a%20b': /cannot be a branch/,
  'git::https://acme.example/infra.git?ref=main:refs/heads/x': /cannot be a branch/,
  'https://acme.example/vpc.tar.xz': /archives of the kind tar\.xz are not read/,
  'https://acme.example/vpc.zip//../../etc': /leaves the module's package/,
  'ssh://git@acme.example/infra.git': /"ssh" is no kind of source/,
  'svn::https://acme.example/vpc': /"svn" is no kind of source/,
}

describe('module sources', () => {
  for (const [source, expected] of Object.entries(SOURCES))
    it(source, () => assert.deepEqual(parseModuleSource(source), expected))

  for (const [source, because] of Object.entries(REFUSED))
    it(`"${source}" is refused, with the reason`, () => {
      const parsed = parseModuleSource(source)
      assert.equal(parsed.kind, 'unsupported')
      assert.match(parsed.kind === 'unsupported' ? parsed.because : '', because)
    })

  it('any text is some kind of source, and no part of one leads out of its package or starts with a hyphen', () => {
    const word = fc.constantFrom(
      'git::',
      'https://',
      'github.com/',
      '//',
      '?ref=',
      '..',
      '-',
      '@',
      ':',
      'acme',
      '.zip',
      '/',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 9 }).map((words) => words.join('')),
        ),
        (text) => {
          const parsed = parseModuleSource(text)
          if ('subdirectory' in parsed) assert.ok(!parsed.subdirectory.split('/').includes('..'))
          if (parsed.kind === 'git')
            assert.ok(!parsed.ref?.startsWith('-') && /^(https|ssh):\/\//.test(parsed.url))
        },
      ),
    )
  })
})
