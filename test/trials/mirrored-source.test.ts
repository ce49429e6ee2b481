import assert from 'node:assert/strict'
import { mirroredSource, releaseFor } from '../../scripts/trials/mirrored-source.ts'

describe('module sources of trials', () => {
  it('a registry module is of the repository that publishes it, and written as Terraform installs it', () =>
    assert.deepEqual(mirroredSource('terraform-aws-modules/eks/aws//modules/karpenter'), {
      repository: 'terraform-aws-modules/terraform-aws-eks',
      folder: 'modules/karpenter',
      source: 'registry.terraform.io/terraform-aws-modules/eks/aws//modules/karpenter',
      revision: undefined,
    }))

  it('a git source has its revision', () =>
    assert.deepEqual(
      mirroredSource('git::https://github.com/KubedAI/terraform-aws-emr-containers.git?ref=v0.2.1'),
      {
        repository: 'KubedAI/terraform-aws-emr-containers',
        folder: '',
        source: 'git::https://github.com/KubedAI/terraform-aws-emr-containers.git?ref=v0.2.1',
        revision: 'v0.2.1',
      },
    ))

  for (const elsewhere of [
    './modules/gpu-pool',
    'https://example.com/vpc.zip',
    'registry.example.com/a/b/aws',
  ])
    it(`${elsewhere} is of none`, () => assert.equal(mirroredSource(elsewhere), undefined))

  it('a release is the newest tag that the call allows', () => {
    const tags = ['v19.15.0', 'v19.21.0', 'v20.8.5', 'v21.0.0-rc1', 'v21.19.0', 'latest']
    assert.equal(releaseFor(tags, '~> 19.15'), 'v19.21.0')
    assert.equal(releaseFor(tags, '> 21.19.0'), undefined)
    assert.equal(releaseFor(tags), 'v21.19.0')
    assert.throws(() => releaseFor(tags, 'latest'), /"latest" is not a version condition/)
  })
})
