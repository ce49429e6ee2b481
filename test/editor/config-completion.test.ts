import assert from 'node:assert/strict'
import { readConfig } from '../../core/config/read-config.ts'
import { configCompletions } from '../../core/editor/config-completion.ts'
import { SourceFile } from '../../core/source/source-file.ts'

const CATALOGUE = `version: 1
teams:
  fraud-ml: {}
  search-ml: {}
models:
  fraud_xgb_v7: { team: fraud-ml }
`

/** What is offered at the `|`. */
function offered(typed: string): readonly string[] {
  const text = CATALOGUE + typed.replace('|', '')
  const { config } = readConfig(new SourceFile('ascribe.yml', CATALOGUE))
  return configCompletions(text, CATALOGUE.length + typed.indexOf('|'), config).map(({ label }) => label)
}
const TEAMS = ['fraud-ml', 'search-ml']

describe('completion in ascribe.yml', () => {
  it('knows the teams, in a block and within braces', () => {
    assert.deepEqual(offered('  churn_v1:\n    team: |\n'), TEAMS)
    assert.deepEqual(offered('  churn_v1: { team: | }\n'), TEAMS)
    assert.deepEqual(offered('  churn_v1: {team: |'), TEAMS)
    assert.deepEqual(offered('  churn_v1: { project: "a, b: {c}", team: fr|\n'), TEAMS)
  })
  it('knows the keys that braces lack', () => {
    const keys = offered('  churn_v1: { team: fraud-ml, | }\n')
    assert.ok(keys.includes('project'), String(keys))
    assert.ok(!keys.includes('team'))
    assert.ok(!offered('  churn_v1: { |, team: fraud-ml }\n').includes('team'))
  })
  it('follows braces in an item of a list, and braces in braces', () => {
    assert.deepEqual(offered('owners:\n  - { match: { tags: { team: | } } }\n'), TEAMS)
    assert.deepEqual(offered('owners:\n  - match: { path: a/** }\n    set: { team: | }\n'), TEAMS)
  })
  it('offers nothing of a map that is closed', () => {
    assert.deepEqual(offered('  churn_v1: { team: fraud-ml } |\n'), [])
  })
})
