import assert from 'node:assert/strict'
import { newestSatisfying } from '../../scripts/trials/version-constraint.ts'

const EKS_RELEASES = [
  'v18.31.2',
  'v19.15.0',
  'v19.21.0',
  'v20.8.5',
  'v20.37.2',
  'v21.0.0-rc1',
  'v21.19.0',
  'latest',
]

const newest = {
  '~> 19.15': 'v19.21.0',
  '~> 20.8.4': 'v20.8.5',
  '~> 20': 'v21.19.0',
  '>= 19.0, < 20.0': 'v19.21.0',
  '19.15.0': 'v19.15.0',
  '!= 21.19.0': 'v20.37.2',
  '> 21.19.0': undefined,
}

describe('version constraints of module calls', () => {
  for (const [constraint, expected] of Object.entries(newest))
    it(`"${constraint}" installs ${expected ?? 'nothing'}`, () =>
      assert.equal(newestSatisfying(EKS_RELEASES, constraint), expected))

  it('installs the newest release where no version is asked for', () =>
    assert.equal(newestSatisfying(EKS_RELEASES, undefined), 'v21.19.0'))

  it('refuses what is no constraint, quoting it', () =>
    assert.throws(() => newestSatisfying(EKS_RELEASES, 'latest'), /"latest" is not a version condition/))
})
