import assert from 'node:assert/strict'
import fc from 'fast-check'
import { compareVersions, parseVersion } from '../../../core/terraform/modules/version.ts'
import {
  allows,
  newestAllowed,
  parseVersionConstraint,
} from '../../../core/terraform/modules/version-constraint.ts'

/** Constraint, versions it allows, versions it does not: https://developer.hashicorp.com/terraform/language/expressions/version-constraints */
const TABLE: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['1.2.3', ['1.2.3', 'v1.2.3', '1.2.3+build'], ['1.2.4', '1.2.3-rc1']],
  ['= 1.2', ['1.2.0'], ['1.2.1']],
  ['!= 1.2.3', ['1.2.2', '2.0.0'], ['1.2.3']],
  ['> 1.2', ['1.2.1', '1.10.0'], ['1.2.0', '1.3.0-beta']],
  ['>= 1.2.0, < 2.0.0', ['1.2.0', '1.99.0'], ['2.0.0', '1.1.9', '2.0.0-rc1']],
  ['~> 1.2', ['1.2.0', '1.9.9'], ['2.0.0', '1.1.0']],
  ['~> 1.2.3', ['1.2.3', '1.2.10'], ['1.3.0', '1.2.2']],
  ['~> 1', ['1.0.0', '2.0.0'], ['0.9.0']],
  ['~>20.0', ['20.31.0'], ['21.0.0']],
  ['2.0.0-beta.2', ['2.0.0-beta.2'], ['2.0.0', '2.0.0-beta.11']],
  ['>= 2.0.0-beta.2', ['2.0.0'], ['2.0.0-beta.3']],
  ['<= 1.0.0.1', ['1.0.0.1', '1.0.0'], ['1.0.0.2']],
]

describe('version constraints', () => {
  for (const [text, allowed, refused] of TABLE)
    it(text, () => {
      const constraint = parseVersionConstraint(text)
      assert.ok(constraint)
      for (const version of allowed) assert.ok(allows(constraint, parseVersion(version)!), version)
      for (const version of refused) assert.ok(!allows(constraint, parseVersion(version)!), version)
    })

  it('what is no constraint is none', () => {
    for (const text of ['', 'latest', '>> 1.0', '1.x', '~ 1.0', '>= 1.0 < 2.0', '1.0,', '>='])
      assert.equal(parseVersionConstraint(text), undefined, text)
  })

  it('the newest is chosen by number, not by letter, and what is no version is passed over', () => {
    const versions = ['1.9.0', '1.10.0', '1.2.0', 'nightly', '1.11.0-rc1']
    assert.equal(newestAllowed(parseVersionConstraint('~> 1.0')!, versions), '1.10.0')
    assert.equal(newestAllowed(parseVersionConstraint('> 2')!, versions), undefined)
  })

  it('before a release: numbers by number, words by letter, more after fewer (semver 11)', () => {
    const order = [
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
    ]
    const sorted = [...order].reverse().sort((a, b) => compareVersions(parseVersion(a)!, parseVersion(b)!))
    assert.deepEqual(sorted, order)
  })

  it('any two versions have an order, the same from both sides', () => {
    const version = fc
      .tuple(fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }), fc.constantFrom('', '-rc.1', '-beta', '+x'))
      .map(([numbers, rest]) => parseVersion(numbers.join('.') + rest)!)
    fc.assert(
      fc.property(version, version, (a, b) => {
        assert.equal(Math.sign(compareVersions(a, b)), -Math.sign(compareVersions(b, a)) || 0)
      }),
    )
  })
})
