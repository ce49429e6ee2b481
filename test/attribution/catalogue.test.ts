import assert from 'node:assert/strict'
import { reviewChange } from '../../core/changes/review-change.ts'
import { findConfig } from '../../core/settings/find-config.ts'
import { locate } from '../../core/source/source-file.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'
import { type Files, ownerIn, said, told } from './stories.ts'

const YML = 'version: 1\nschema: { preset: ml-attribution, keys: { team: {} } }\n'

/** The catalogue of a tree, and `path:line: message` of what is wrong with it. */
function catalogue(files: Files) {
  const { config, problems } = findConfig(memoryTree(files), '')
  return {
    teams: [...config.teams].map(([name, { costCenter, budget }]) => [name, costCenter, budget]),
    models: [...config.models].map(([name, { team, monthlyPredictions, criticality }]) => [
      name,
      team,
      monthlyPredictions,
      criticality,
    ]),
    problems: problems
      .filter(({ severity }) => severity === 'error')
      .map(({ range, message }) => `${locate(range).path}:${locate(range).line}: ${message}`),
  }
}

describe('a catalogue in files of its own', () => {
  it('is read from YAML, JSON and CSV, beside what ascribe.yml says', () => {
    const { teams, models, problems } = catalogue({
      'ascribe.yml': `${YML}include: [org/teams.csv, org/models.json, more.yaml]\nteams: { ml-platform: {} }\n`,
      'org/teams.csv':
        '\uFEFFteam,cost-center,budget\r\nfraud-ml,eng-risk,6000\r\n"search-ml","eng-search",\r\n\r\n',
      'org/models.json': '{"models": {"fraud_xgb_v7": {"team": "fraud-ml", "monthly-predictions": 42e6}}}',
      'more.yaml': 'models:\n  ranker: { team: search-ml, criticality: high }\n',
    })
    assert.deepEqual(problems, [])
    assert.deepEqual(teams, [
      ['ml-platform', undefined, undefined],
      ['fraud-ml', 'eng-risk', 6000],
      ['search-ml', 'eng-search', undefined],
    ])
    assert.deepEqual(models, [
      ['fraud_xgb_v7', 'fraud-ml', 42_000_000, undefined],
      ['ranker', 'search-ml', undefined, 'high'],
    ])
  })

  it('says what is wrong where it is written, and keeps the rest', () => {
    const { teams, problems } = catalogue({
      'ascribe.yml': `${YML}include: [teams.csv, gone.yml, ../teams.yml, other.yml, wide.csv]\n`,
      'teams.csv': 'team,cost-center,budgt,budget\nfraud-ml,eng-risk,6,lots\nfraud-ml,eng-risk,,\n',
      'other.yml': 'teams: { search-ml: {} }\nprices: {}\n',
      'wide.csv': 'name,budget\nx,1\n',
    })
    assert.deepEqual(problems, [
      'ascribe.yml:3: "gone.yml" is not there or cannot be read. expected a YAML, JSON or CSV file, by its path from here',
      'ascribe.yml:3: "../teams.yml" leaves the repository. expected a path inside it',
      'teams.csv:2: unknown key "budgt" in teams.fraud-ml. did you mean "budget"?',
      'teams.csv:2: teams.fraud-ml.budget: expected a number, found the text "lots"',
      'teams.csv:3: "fraud-ml" is already among the teams',
      'other.yml:2: an included file holds one of "teams", "models" only, found "prices"',
      'wide.csv:1: expected "team" or "model" as the heading of the first column',
    ])
    assert.deepEqual(teams, [
      ['fraud-ml', 'eng-risk', undefined],
      ['search-ml', undefined, undefined],
    ])
  })

  it('is the base side’s: a change cannot make up the team that it names', () => {
    const files = (team: string, main: string) =>
      memoryTree({
        'infra/ascribe.yml': `${YML}include: [teams.yml]\n`,
        'infra/teams.yml': `version: 1\nteams: { ${team}: {} }\n`,
        'infra/main.tf': main,
      })
    const main =
      'resource "aws_instance" "x" {\n  instance_type = "m5.large"\n  tags = { team = "mine" }\n}\n'
    const review = reviewChange(
      { label: 'base', tree: files('fraud-ml', '') },
      { label: 'head', tree: files('mine', main) },
      { below: 'infra', prices: frozenBook(), failOn: undefined },
    )
    const unknown = review.findings.new.filter(({ ruleId }) => ruleId === 'unknown-owner')
    assert.deepEqual(
      unknown.map(({ message }) => message),
      ['the "team" tag of aws_instance.x is "mine", and the catalogue has no such team. expected "fraud-ml"'],
    )
  })
})

describe('a model that labels cannot spell', () => {
  const files: Files = {
    'ascribe.yml': `${YML}models: { "meta-llama/Llama-3.1-8B": { team: search-ml } }\n`,
    'k8s/serve.yaml': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: llama, namespace: serving }
spec:
  template:
    metadata: { labels: { model-id: meta-llama-llama-3.1-8b, team: search-ml } }
    spec: { containers: [{ name: a, resources: { requests: { cpu: 1 } } }] }
`,
  }

  it('is its owner under its own name, and the spelling is kept', () => {
    const owner = ownerIn(files, 'Deployment/serving/llama')
    assert.equal(said(owner, 'model'), 'meta-llama/Llama-3.1-8B')
    assert.equal(owner.model.kind === 'known' && owner.model.from.spelled, 'meta-llama-llama-3.1-8b')
    assert.deepEqual(told(files, 'unknown-owner'), [])
  })

  it('answers for its team where the order asks the catalogue', () => {
    const text = files['k8s/serve.yaml']!.replace(', team: search-ml', '')
    const order = `${files['ascribe.yml']}attribution: { order: [bill-tags, catalogue] }\n`
    const owner = ownerIn({ 'ascribe.yml': order, 'k8s/serve.yaml': text }, 'Deployment/serving/llama')
    assert.equal(said(owner, 'team'), 'search-ml (catalogue, ascribe.yml:3)')
  })
})
