import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { DEFAULT_CONFIG, readConfig } from '../../core/config/read-config.ts'
import { usd } from '../../core/domain/money.ts'
import { findConfig } from '../../core/settings/find-config.ts'
import { locate, SourceFile } from '../../core/source/source-file.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { check } from './support/drawn.ts'

/** The files that the reference names. */
const READS: Readonly<Record<string, string>> = {
  'catalogue/models.csv': 'model,team\nproduct_rec_v3,fraud-ml\n',
  'feature_store_reads.csv': 'model,reads\nfraud_xgb_v7,90\n',
}

const keyOf = (config: ReturnType<typeof check>, name: string) =>
  config.schema.keys.find(({ key }) => key === name)

describe('ascribe.yml', () => {
  it('is not needed: the preset ml-attribution holds', () => {
    const { config, problems } = readConfig(undefined)
    assert.equal(config, DEFAULT_CONFIG)
    assert.deepEqual(problems, [])
    assert.deepEqual(
      config.schema.keys.filter(({ required }) => required).map(({ key }) => key),
      ['team', 'cost_center', 'project', 'model_id', 'environment', 'lifecycle_phase', 'created_by'],
    )
    assert.equal(config.failOn, 'new-errors')
  })

  it('is looked for under both of its names', () => {
    assert.equal(findConfig(memoryTree({ 'main.tf': '' }), '').source, undefined)
    assert.equal(findConfig(memoryTree({ 'ascribe.yaml': 'version: 1' }), '').source?.path, 'ascribe.yaml')
    const both = memoryTree({ 'ascribe.yaml': '', 'ascribe.yml': 'version: 1' })
    assert.equal(findConfig(both, '').source?.path, 'ascribe.yml')
  })

  it('has a place for every key of the reference', () => {
    const path = join(import.meta.dirname, 'every-key.yml')
    const { problems } = readConfig(
      new SourceFile('ascribe.yml', readFileSync(path, 'utf8')),
      (included) => new SourceFile(included, READS[included] ?? ''),
    )
    assert.deepEqual(problems, [])
  })

  it('may be empty, or have sections that say nothing yet', () => {
    for (const text of [
      '',
      '# nothing yet\n',
      'version: 1\n',
      'version: 1\nprojects:\n# - { name: prod }\n',
    ]) {
      const { config, problems } = readConfig(new SourceFile('ascribe.yml', text))
      assert.deepEqual(problems, [], text)
      assert.deepEqual(config.schema, DEFAULT_CONFIG.schema)
    }
  })

  describe('a slip of the pen', () => {
    it('in a key is one problem at the key, with the nearest key', () => {
      check(`
version: 1
shema: { preset: ml-prefixed }
# <- error unknown key "shema". did you mean "schema"?
schema:
  keys:
    project: { valeus: [ranking] }
#              ^^^^^^ error unknown key "valeus" in schema.keys.project. did you mean "values"?
checks: { severity: { missing-tags: warning } }
#                     ^^^^^^^^^^^^ error unknown key "missing-tags" in checks.severity. did you mean "missing-tag"?
`)
    })

    it('in a value is one problem at the value, and the rest holds', () => {
      const config = check(`
version: 1
schema:
  preset: ml-prefix
#         ^^^^^^^^^ error schema.preset: found "ml-prefix", expected one of "ml-attribution", "ml-prefixed", "none". did you mean "ml-prefixed"?
  keys:
    team: { required: yes, values: [fraud-ml] }
#                     ^^^ error schema.keys.team.required: expected true or false, found the text "yes"
    project: { values: [2024] }
#                      ^^^^^^ error schema.keys.project.values: expected "catalogue" or a list of texts (numbers and true/false go in quotes)
checks: { fail-on: errors, severity: { missing-tag: fatal, unknown-tags: off } }
#                                                   ^^^^^ error checks.severity.missing-tag: found "fatal", expected one of "error", "warning", "hint", "off"
`)
      assert.deepEqual(keyOf(config, 'team'), { key: 'team', required: true, values: ['fraud-ml'] })
      assert.equal(config.failOn, 'errors')
      assert.deepEqual([...config.severities], [['unknown-tags', 'off']])
    })

    it('in the shape leaves out the part that does not fit', () => {
      const config = check(`
version: 1
projects:
  - { name: prod }
#   ^^^^^^^^^^^^^^ error projects[0] lacks "path"
  - { name: dev, path: infra, var-files: [7, dev.tfvars] }
#                                         ^ error projects[1].var-files[0]: expected a text, found the number 7 (a text goes in quotes: "7")
usage: 160
#      ^^^ error usage: expected a list
teams: [fraud-ml]
#      ^^^^^^^^^^ error teams: expected a mapping (key: value)
`)
      assert.deepEqual(
        config.projects.map(({ name, varFiles }) => [name, varFiles]),
        [['dev', ['infra/dev.tfvars']]],
      )
      assert.deepEqual(config.usage, [])
    })

    it('in the YAML itself is told, and what can be read still holds', () => {
      const config = check(`
version: 1
teams: { fraud-ml: {}, fraud-ml: {} }
#                      ^^^^^^^^ error "fraud-ml" is written twice
models: { fraud_xgb_v7: *nobody }
#                       ^^^^^^^ error nothing is named "nobody" before this alias
`)
      assert.deepEqual([...config.teams.keys()], ['fraud-ml'])
      assert.deepEqual([...config.models.keys()], ['fraud_xgb_v7'])
    })
  })

  describe('the version', () => {
    it('of another major is the only problem, and nothing of the file is applied', () => {
      const config = check(`
version: 2
#        ^ error version 2 of ascribe.yml is not known. this Ascribe reads "version: 1"
shema: { keys: 1 }
`)
      assert.equal(config, DEFAULT_CONFIG)
    })

    it('is asked for where it is missing', () => {
      const config = check(`
schema: { preset: ml-prefixed }
# <- warning the version is missing. write "version: 1" so that later versions read the file as meant
`)
      assert.equal(config.schema.keys[0]?.key, 'ml-team')
    })

    it('is a number', () => {
      check(`
version: "1"
#        ^^^ error version: expected the number 1, found the text "1"
`)
    })
  })

  describe('schema', () => {
    it('merges keys over the preset', () => {
      const config = check(`
version: 1
schema:
  keys:
    created_by: { required: false }
    experiment_id: { required-when: { environment: experiment } }
    expires_at: { severity: warning }
    gpu_pool: { values: [a100, h100], required: true }
    team:
`)
      assert.deepEqual(keyOf(config, 'created_by'), { key: 'created_by', required: false })
      assert.deepEqual(keyOf(config, 'experiment_id')?.requiredWhen, new Map([['environment', 'experiment']]))
      assert.deepEqual(keyOf(config, 'expires_at'), {
        key: 'expires_at',
        required: false,
        type: 'date',
        severity: 'warning',
      })
      assert.deepEqual(keyOf(config, 'team'), { key: 'team', required: true })
      assert.deepEqual(config.schema.keys.at(-1), {
        key: 'gpu_pool',
        required: true,
        values: ['a100', 'h100'],
      })
    })

    it('starts from nothing with preset none, and warns where nothing is then required', () => {
      const config = check(`
version: 1
schema:
# <- warning no key of the schema is required, so no tag is ever missing
  preset: none
  keys: { owner: { values: [ml-platform] } }
  dimensions: { team: owner }
`)
      assert.deepEqual(
        config.schema.keys.map(({ key }) => key),
        ['owner'],
      )
      assert.equal(config.schema.dimensions.team, 'owner')
      assert.equal(config.schema.dimensions.model, undefined)
    })

    it('takes values from the catalogue, by the dimension that a key answers', () => {
      const config = check(`
version: 1
schema:
  preset: ml-prefixed
  keys:
    ml-team: { values: catalogue }
    ml-project: { values: catalogue, or: [shared] }
    ml-environment: { values: catalogue }
#                             ^^^^^^^^^ error "ml-environment" has no catalogue: that is for the keys of the dimensions team, model, project and cost-center
teams: { fraud-ml: , search-ml: {} }
models: { fraud_xgb_v7: { team: fraud-ml }, ranker: { team: serch-ml } }
#                                                           ^^^^^^^^ error unknown key "serch-ml" in teams. did you mean "search-ml"?
`)
      assert.deepEqual(keyOf(config, 'ml-team')?.values, ['fraud-ml', 'search-ml'])
      assert.deepEqual(keyOf(config, 'ml-project')?.values, ['fraud_xgb_v7', 'ranker'])
      assert.deepEqual(keyOf(config, 'ml-project')?.or, ['shared'])
      assert.deepEqual(keyOf(config, 'ml-environment')?.values, ['dev', 'staging', 'prod'])
    })

    it('says so where the catalogue is empty', () => {
      check(`
version: 1
schema: { keys: { team: { values: catalogue } } }
#                                 ^^^^^^^^^ error the catalogue has no values for "team". list them under "teams" or "models"
`)
    })

    it('refuses keys that nothing declares', () => {
      check(`
version: 1
schema:
  aliases: { Team: teem }
#                  ^^^^ error unknown key "teem" in schema.keys. did you mean "team"?
  dimensions: { model: modle_id }
#                      ^^^^^^^^ error unknown key "modle_id" in schema.keys. did you mean "model_id"?
  keys:
    experiment_id: { required-when: { enviroment: experiment } }
#                                     ^^^^^^^^^^ error unknown key "enviroment" in schema.keys. did you mean "environment"?
`)
    })

    it('refuses patterns that cannot be used, and keeps the key', () => {
      const config = check(`
version: 1
schema:
  keys:
    cost_center: { pattern: "([a-z" }
#                           ^^^^^^^ error the pattern "([a-z" cannot be used: unterminated character class
    project: { pattern: "^(?!tmp)", required: true }
#                       ^^^^^^^^^^ error the pattern "^(?!tmp)" cannot be used: "(?!t" is not supported: no look-around, flags or back-references
`)
      assert.deepEqual(keyOf(config, 'cost_center'), { key: 'cost_center', required: true })
    })
  })

  describe('projects', () => {
    it('are folders of the repository, with var files from there', () => {
      const { projects } = check(`
version: 1
projects:
  - { name: prod, path: ./infra/, var-files: [prod.tfvars, ../common.tfvars], workspace: prod }
  - { name: root, path: . }
  - { name: prod, path: other }
#           ^^^^ error a project named "prod" is already there
  - { name: home, path: ../../home }
#                       ^^^^^^^^^^ error "../../home" leaves the repository. expected a path inside it, from its root or the project's folder
  - { name: etc, path: infra, var-files: [/etc/passwd] }
#                                         ^^^^^^^^^^^ error "/etc/passwd" leaves the repository. expected a path inside it, from its root or the project's folder
`)
      assert.deepEqual(
        projects.map(({ range: _, ...project }) => project),
        [
          {
            name: 'prod',
            path: 'infra',
            varFiles: ['infra/prod.tfvars', 'common.tfvars'],
            workspace: 'prod',
          },
          { name: 'root', path: '', varFiles: [], workspace: 'default' },
          { name: 'etc', path: 'infra', varFiles: [], workspace: 'default' },
        ],
      )
    })
  })

  describe('usage', () => {
    it('is hours a month, or runs of so many hours', () => {
      const { usage } = check(`
version: 1
usage:
  - { match: { type: aws_instance, lifecycle_phase: training, tags: { team: fraud-ml } }, hours-per-month: 160 }
  - { match: { address: "module.nightly.*" }, runs-per-month: 30, hours-per-run: 2 }
  - { match: { type: aws_instance }, runs-per-month: 30 }
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error this rule lacks "hours-per-month", "runs-per-month" and "hours-per-run", or "quantities"
  - { match: { type: aws_instance }, hours-per-month: 800 }
#                                                     ^^^ error usage[3].hours-per-month: a month has at most 744 hours
  - { match: { tpye: aws_instance }, hours-per-month: 8 }
#              ^^^^ error unknown key "tpye" in match. did you mean "type"?
`)
      assert.deepEqual(
        usage.slice(0, 2).map(({ range: _, ...rule }) => rule),
        [
          {
            match: {
              type: 'aws_instance',
              tags: new Map([
                ['team', 'fraud-ml'],
                ['lifecycle_phase', 'training'],
              ]),
            },
            hoursPerMonth: 160,
            quantities: new Map(),
          },
          { match: { address: 'module.nightly.*' }, hoursPerMonth: 60, quantities: new Map() },
        ],
      )
    })
  })

  it('may fail on budgets alone', () => {
    assert.equal(check(`\nversion: 1\nchecks: { fail-on: budget }\n`).failOn, 'budget')
  })

  it('says what a shared pool lacks', () => {
    const { sharedPools } = check(`
version: 1
shared:
  - { name: a, method: even }
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ error the pool "a" lacks "match": which costs it is about
  - { name: b, match: { type: aws_lb }, method: fixed }
#                                               ^^^^^ error the method "fixed" lacks "percent": how much each team or model carries, e.g. { fraud-ml: 60 }
  - { name: c, match: { type: aws_lb }, method: fixed, percent: { fraud-ml: 60, search-ml: 50 } }
#                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error the parts come to 110 %. expected at most 100
  - { name: d, match: { type: aws_lb }, method: usage }
#                                               ^^^^^ error the method "usage" lacks "metric": a CSV file of usage by team or model
  - { name: e, match: { type: aws_lb }, method: usage, metric: ../reads.csv }
#                                                              ^^^^^^^^^^^^ error "../reads.csv" is not there or cannot be read. expected a CSV file, by its path from here
  - { name: f, match: { type: aws_lb }, method: flat }
#                                               ^^^^ error the method "flat" lacks "per-team": what each team is charged a month
  - { name: g, match: { type: aws_lb }, method: even }
  - { name: g, match: { type: aws_nat_gateway }, method: even }
#           ^ error a pool named "g" is already there
`)
    assert.deepEqual(
      sharedPools.map(({ name, match }) => [name, match]),
      [['g', { type: 'aws_lb' }]],
    )
  })

  it('reads budgets at their lines, and when they warn', () => {
    const { thresholds, economics } = check(`
version: 1
checks: { growth: { warn-above: 200%, at-least: 100 }, approve-above: 5000 }
budgets: { repository: 9000, environments: { staging: 500 }, warn-at: 90%, fail-at: 110% }
teams: { fraud-ml: { budget: 6000 } }
models: { fraud_xgb_v7: { budget: 3000 } }
economics: { environments: ["*"], grades: { A: 0.9 } }
`)
    assert.deepEqual(
      thresholds.budgets.map(({ of, name, amount, range }) => [of, name, amount, locate(range).line]),
      [
        ['repository', '', usd(9000), 3],
        ['environment', 'staging', usd(500), 3],
        ['team', 'fraud-ml', usd(6000), 4],
        ['model', 'fraud_xgb_v7', usd(3000), 5],
      ],
    )
    assert.deepEqual([thresholds.warnAt, thresholds.failAt], [0.9, 1.1])
    assert.deepEqual(thresholds.growth, { above: 2, atLeast: usd(100) })
    assert.equal(thresholds.approveAbove, usd(5000))
    assert.deepEqual(economics, { environments: ['*'], grades: { A: 0.9, B: 0.6, C: 0.4 } })
  })

  it('is read whatever it says, and every problem lies in it', () => {
    const words = fc.constantFrom(
      ...['version', 'schema', 'keys', 'team', 'values', 'catalogue', 'projects', 'usage', 'match', 'teams'],
      ...[
        ': ',
        '- ',
        '\n',
        '  ',
        '{',
        '}',
        '[',
        ']',
        ',',
        '"',
        "'",
        '&a ',
        '*a',
        '|\n',
        '# ',
        '? ',
        '__proto__',
      ],
      ...[
        '1',
        '2',
        'true',
        'null',
        '~',
        '"^(a+)+$"',
        'pattern',
        '%',
        '!!binary ',
        '---\n',
        '\t',
        '\u{1f4a5}',
      ],
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), fc.boolean(), (parts, versioned) => {
        const source = new SourceFile('ascribe.yml', (versioned ? 'version: 1\n' : '') + parts.join(''))
        for (const { range } of readConfig(source).problems) {
          assert.ok(range.start >= 0 && range.start <= range.end && range.end <= source.text.length)
          assert.equal(range.source, source)
        }
      }),
      { numRuns: 500 },
    )
  })
})
