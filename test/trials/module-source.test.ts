import assert from 'node:assert/strict'
import { parseModuleSource } from '../../scripts/trials/module-source.ts'

describe('module sources', () => {
  it('reads a registry module and its folder as Terraform installs them', () =>
    assert.deepEqual(parseModuleSource('terraform-aws-modules/eks/aws//modules/karpenter'), {
      kind: 'registry',
      source: 'registry.terraform.io/terraform-aws-modules/eks/aws//modules/karpenter',
      repository: 'terraform-aws-modules/terraform-aws-eks',
      folder: 'modules/karpenter',
    }))

  it('reads a git source with its revision', () =>
    assert.deepEqual(
      parseModuleSource('git::https://github.com/KubedAI/terraform-aws-emr-containers.git?ref=v0.2.1'),
      {
        kind: 'git',
        source: 'git::https://github.com/KubedAI/terraform-aws-emr-containers.git?ref=v0.2.1',
        repository: 'KubedAI/terraform-aws-emr-containers',
        folder: '',
        revision: 'v0.2.1',
      },
    ))

  for (const path of ['./modules/gpu-pool', '../../', '..'])
    it(`takes ${path} for a folder`, () => assert.deepEqual(parseModuleSource(path), { kind: 'local', path }))

  it('leaves archives alone', () =>
    assert.equal(parseModuleSource('https://example.com/vpc.zip').kind, 'other'))
})
