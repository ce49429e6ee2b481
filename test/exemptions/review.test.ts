import assert from 'node:assert/strict'
import { reviewChange } from '../../core/changes/review-change.ts'
import { renderers } from '../../core/render/index.ts'
import type { Review } from '../../core/review/review.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'
import type { Files } from '../support/review-files.ts'

const TODAY = '2026-11-21'
const PROVIDER = 'provider "aws" { region = "us-east-1" }\n'
const config = (more = '') => `version: 1
schema: { preset: none, keys: { team: { required: true } } }
${more}`
const machine = (name: string, comment = '') =>
  `${comment}resource "aws_instance" "${name}" {\n  instance_type = "m5.xlarge"\n}\n`
const baseline = (...addresses: readonly string[]) =>
  JSON.stringify({
    version: 1,
    findings: addresses.map((address) => ({ project: '.', address, rule: 'missing-tag', key: 'team' })),
  })
const IGNORE = '# ascribe:ignore missing-tag only for the launch\n'

function reviewed(base: Files, head: Files, failOn?: 'new-errors'): Review {
  const side = (label: string, files: Files) => ({ label, tree: memoryTree(files) })
  return reviewChange(side('base', base), side('head', head), {
    below: '',
    prices: frozenBook(),
    failOn,
    today: TODAY,
  })
}

const base: Files = { 'ascribe.yml': config(), 'main.tf': PROVIDER + machine('old') }
const grown = PROVIDER + machine('old') + machine('gpu')

describe('a change that renames the folder of a root module', () => {
  const three = (more = '') => PROVIDER + machine('a') + machine('b') + machine('c') + more
  const known = JSON.stringify({
    version: 1,
    findings: ['a', 'b', 'c'].map((name) => ({
      project: 'infra',
      address: `aws_instance.${name}`,
      rule: 'missing-tag',
      key: 'team',
    })),
  })
  const files = (folder: string, main: string): Files => ({
    'ascribe.yml': config(),
    'ascribe.baseline.json': known,
    [`${folder}/main.tf`]: main,
  })

  it('costs nothing, and brings nothing that is new', () => {
    const review = reviewed(files('infra', three()), files('platform', three()))
    assert.deepEqual(review.resources, [])
    assert.equal(review.total.delta, 0)
    assert.equal(review.verdict.status, 'pass')
    assert.deepEqual(review.findings, { new: [], existing: [], fixed: [] })
    assert.deepEqual(review.notes, [
      'By the addresses of their resources, "infra" is "platform" now: what is in them is compared, not counted as new.',
    ])
    const text = renderers.review.markdown(review, { colour: false, width: 80 })
    assert.match(text, /"infra" is "platform" now/)
  })

  it('fails by what it adds meanwhile, and by that alone', () => {
    const review = reviewed(files('infra', three()), files('platform', three(machine('gpu'))))
    assert.deepEqual(
      review.resources.map(({ address, action, project }) => [address, action, project]),
      [['aws_instance.gpu', 'create', 'platform']],
    )
    assert.deepEqual(
      review.findings.new.map(({ address }) => address),
      ['aws_instance.gpu'],
    )
    assert.equal(review.verdict.status, 'fail')
    const gone = reviewed(files('infra', three()), files('platform', PROVIDER + machine('a')))
    assert.deepEqual(gone.notes, [])
    assert.deepEqual(gone.resources.map(({ action }) => action).toSorted(), [
      'create',
      'delete',
      'delete',
      'delete',
    ])
  })

  it('that ascribe.yml names: where its folder has gone, the head side says', () => {
    const declared = (folder: string, projects: string): Files => ({
      ...files(folder, three()),
      'ascribe.yml': `${config()}projects: [${projects}]\n`,
    })
    const base = declared('infra', '{ name: ml, path: infra }')
    const same = reviewed(base, declared('platform', '{ name: ml, path: platform }'))
    assert.deepEqual([same.resources, same.problems], [[], []])
    const other = reviewed(base, declared('platform', '{ name: platform, path: platform }'))
    assert.deepEqual([other.resources, other.problems], [[], []])
    assert.match(other.notes.join(), /"ml" is "platform" now/)
    // Nothing can be hidden so: a folder that is there is looked at, whatever the change says.
    const hidden = { ...declared('infra', '{ name: ml, path: elsewhere }'), 'infra/gpu.tf': machine('gpu') }
    assert.deepEqual(
      reviewed(base, hidden).resources.map(({ address }) => address),
      ['aws_instance.gpu'],
    )
    const [lost] = reviewed(base, declared('elsewhere', '{ name: ml, path: infra }')).problems
    assert.match(lost!.message, /no Terraform configuration lies in "infra"/)
  })

  it('and all folders beside it, which hold the same: each keeps its last name', () => {
    const all = (folder: string): Files => ({
      'ascribe.yml': config(),
      [`${folder}dev/main.tf`]: three(),
      [`${folder}prod/main.tf`]: three(),
      [`${folder}test/main.tf`]: three(machine('d')),
    })
    const review = reviewed(all(''), all('envs/'))
    assert.deepEqual(review.resources, [])
    assert.match(review.notes[0]!, /"dev" is "envs\/dev" now, "prod" is "envs\/prod" now/)
  })
})

describe('a change cannot make itself pass', () => {
  const attempts: Readonly<Record<string, { readonly head: Files; readonly from: string }>> = {
    'by a comment beside what it adds': {
      head: { ...base, 'main.tf': PROVIDER + machine('old') + machine('gpu', IGNORE) },
      from: 'comment',
    },
    'by an exemption in ascribe.yml': {
      head: {
        'ascribe.yml': config(
          'exemptions: [{ rule: missing-tag, match: { type: "*" }, reason: x, until: 2099-01-01 }]',
        ),
        'main.tf': grown,
      },
      from: 'config',
    },
    'by an entry in the baseline': {
      head: {
        ...base,
        'main.tf': grown,
        'ascribe.baseline.json': baseline('aws_instance.old', 'aws_instance.gpu'),
      },
      from: 'baseline',
    },
  }
  for (const [how, { head, from }] of Object.entries(attempts))
    it(`${how}, which is listed with its money`, () => {
      const review = reviewed(base, head)
      assert.equal(review.verdict.status, 'fail')
      assert.deepEqual(
        review.findings.new.filter(({ severity }) => severity === 'error').map(({ address }) => address),
        ['aws_instance.gpu'],
      )
      const [added] = review.addedExemptions!
      assert.equal(added!.from, from)
      assert.equal(added!.counts, false)
      assert.ok(added!.monthlyCost > 0)
      const text = renderers.review.markdown(review, { colour: false, width: 80 })
      assert.match(text, /until it is merged/)
      assert.match(text, /\$140/)
    })

  it('by the mode of enforcement, or by allowing itself exemptions', () => {
    for (const more of [
      'enforcement: { mode: showback }',
      'enforcement: { enforce-from: 2099-01-01 }',
      'checks: { allow-new-exemptions: true }',
    ]) {
      const head = {
        'ascribe.yml': config(more),
        'main.tf': PROVIDER + machine('old') + machine('gpu', IGNORE),
      }
      assert.equal(reviewed(base, head).verdict.status, 'fail', more)
    }
  })

  it('by a comment where there is no ascribe.yml, and somebody asked for a verdict', () => {
    const tagged = (text: string) => ({ 'main.tf': text })
    const head = tagged(
      PROVIDER + machine('old') + machine('gpu', '# ascribe:ignore missing-tag, unknown-tags only today\n'),
    )
    assert.equal(reviewed(tagged(PROVIDER + machine('old')), head, 'new-errors').verdict.status, 'fail')
  })

  it('by a longer term for an exemption that ended', () => {
    const ended = (until: string) =>
      config(`exemptions: [{ rule: missing-tag, match: { type: aws_instance }, reason: x, until: ${until} }]`)
    const before = { 'ascribe.yml': ended('2026-01-31'), 'main.tf': PROVIDER + machine('old') }
    const review = reviewed(before, { 'ascribe.yml': ended('2027-01-31'), 'main.tf': grown })
    assert.equal(review.verdict.status, 'fail')
    assert.equal(review.addedExemptions![0]!.counts, false)
  })

  it('by a comment of a module that it downloads', () => {
    const module = PROVIDER + 'module "x" {\n  source = "acme/x/aws"\n}\n'
    const fetched = {
      '.terraform/modules/modules.json': JSON.stringify({
        Modules: [{ Key: 'x', Source: 'acme/x/aws', Dir: '.terraform/modules/x' }],
      }),
      '.terraform/modules/x/main.tf': machine('gpu', IGNORE),
    }
    const review = reviewed(base, { ...base, ...fetched, 'main.tf': module })
    assert.equal(review.verdict.status, 'fail')
    assert.deepEqual(review.addedExemptions, [])
  })
})

describe('what the base side accepts', () => {
  it('counts for the change: a baseline, an exemption, a comment', () => {
    const sides: readonly (readonly [Files, Files])[] = [
      [
        { ...base, 'ascribe.baseline.json': baseline('aws_instance.old', 'aws_instance.gpu') },
        { ...base, 'main.tf': grown },
      ],
      [
        {
          ...base,
          'ascribe.yml': config(
            'exemptions: [{ rule: missing-tag, match: { path: "*.tf" }, reason: x, until: 2099-01-01 }]',
          ),
        },
        { ...base, 'main.tf': grown },
      ],
      [
        { ...base, 'main.tf': PROVIDER + machine('old', IGNORE) },
        { ...base, 'main.tf': PROVIDER + machine('old', IGNORE).replace('m5.xlarge', 'm5.2xlarge') },
      ],
    ]
    for (const [before, after] of sides) {
      const review = reviewed(before, after)
      assert.equal(review.verdict.status, 'pass')
      assert.deepEqual(review.findings.existing, [])
      assert.ok(review.accepted!.length > 0)
      assert.deepEqual(review.addedExemptions, [])
    }
  })

  it('follows what moves', () => {
    const before = { ...base, 'ascribe.baseline.json': baseline('aws_instance.old') }
    const moved = 'moved {\n  from = aws_instance.old\n  to = aws_instance.renamed\n}\n'
    const review = reviewed(before, { ...before, 'main.tf': PROVIDER + machine('renamed') + moved })
    assert.deepEqual([review.findings.new, review.findings.existing, review.findings.fixed], [[], [], []])
    assert.deepEqual(
      review.accepted!.map(({ address }) => address),
      ['aws_instance.renamed'],
    )
    const commented = { ...base, 'main.tf': PROVIDER + machine('old', IGNORE) }
    const after = { ...base, 'main.tf': PROVIDER + machine('renamed', IGNORE) + moved }
    assert.deepEqual(reviewed(commented, after).addedExemptions, [])
  })

  it('may be that new exemptions count', () => {
    const allowing = { ...base, 'ascribe.yml': config('checks: { allow-new-exemptions: true }') }
    const head = { ...allowing, 'main.tf': PROVIDER + machine('old') + machine('gpu', IGNORE) }
    const review = reviewed(allowing, head)
    assert.equal(review.verdict.status, 'pass')
    assert.deepEqual(
      review.addedExemptions!.map(({ counts, findings }) => [counts, findings]),
      [[true, 1]],
    )
    const listed = { ...allowing, 'main.tf': grown, 'ascribe.baseline.json': baseline('aws_instance.gpu') }
    assert.equal(reviewed(allowing, listed).verdict.status, 'fail')
  })

  it('is the head side where the change brings the first ascribe.yml', () => {
    const { 'main.tf': text } = base
    const head = { ...base, 'main.tf': grown, 'ascribe.baseline.json': baseline('aws_instance.gpu') }
    const review = reviewed({ 'main.tf': text! }, head)
    assert.equal(review.verdict.status, 'pass')
    assert.match(review.notes.join(), /brings the first ascribe.yml/)
  })

  it('is not asked for what the change mends: a fixed finding is fixed, an exemption no longer needed is told', () => {
    const tags = '  tags = { team = "fraud-ml" }\n}\n'
    const before = { ...base, 'main.tf': PROVIDER + machine('old', IGNORE) }
    const after = { ...base, 'main.tf': PROVIDER + machine('old', IGNORE).replace('}\n', tags) }
    const { findings } = reviewed(before, after)
    assert.deepEqual(
      findings.fixed.map(({ ruleId }) => ruleId),
      ['missing-tag'],
    )
    assert.deepEqual(
      findings.new.map(({ ruleId }) => ruleId),
      ['unused-exemption'],
    )
  })
})

describe('enforcement', () => {
  const gpu = { 'main.tf': PROVIDER + machine('old') + machine('gpu') }
  const under = (enforcement: string, today = TODAY) => {
    const text = config(`enforcement: ${enforcement}`)
    const side = (label: string, files: Files) => ({
      label,
      tree: memoryTree({ ...files, 'ascribe.yml': text }),
    })
    return reviewChange(side('base', base), side('head', gpu), {
      below: '',
      prices: frozenBook(),
      failOn: undefined,
      today,
    })
  }

  it('is what an ascribe.yml means that says nothing of it', () => {
    assert.equal(under('{ mode: enforce }').verdict.status, 'fail')
    assert.deepEqual(under('{ mode: enforce }').enforcement, [])
  })

  it('warns, or only shows', () => {
    const warned = under('{ mode: warn }')
    assert.equal(warned.verdict.status, 'warn')
    assert.deepEqual(
      warned.findings.new.map(({ severity }) => severity),
      ['warning'],
    )
    const shown = under('{ mode: showback }')
    assert.equal(shown.verdict.status, 'pass')
    assert.equal(shown.findings.new.length, 1)
    assert.ok(shown.findings.new.every(({ severity }) => severity !== 'error'))
  })

  it('begins on the day that is planned, and says how long that is', () => {
    const plan = '{ mode: showback, enforce-from: 2027-01-15 }'
    const options = { colour: false, width: 80 }
    for (const [day, left] of [
      ['2027-01-03', '12 days'],
      ['2027-01-14', '1 day'],
    ]) {
      const review = under(plan, day)
      assert.equal(review.verdict.status, 'pass')
      for (const format of ['terminal', 'markdown', 'html'] as const)
        assert.match(
          renderers.review[format](review, options).replace(/\s+/g, ' '),
          new RegExp(`enforced from 2027-01-15: ${left} left`),
        )
    }
    assert.equal(under(plan, '2027-01-15').verdict.status, 'fail')
    assert.deepEqual(under(plan, '2027-01-15').enforcement, [])
  })

  it('differs by folder and environment', () => {
    const rules = (match: string) => `{ mode: enforce, rules: [{ match: { ${match} }, mode: warn }] }`
    assert.equal(under(rules('path: "*.tf"')).verdict.status, 'warn')
    assert.equal(under(rules('path: "sandbox/*"')).verdict.status, 'fail')
    assert.equal(under(rules('team: fraud-ml')).verdict.status, 'fail')
  })

  it('is not said to fail nothing where a rule enforces', () => {
    const { enforcement } = under('{ mode: warn, rules: [{ match: { path: "*.tf" }, mode: enforce }] }')
    assert.deepEqual(
      enforcement?.map(({ mode, where }) => [mode, where]),
      [['warn', 'everywhere else']],
    )
    const planned = '{ mode: warn, rules: [{ match: { path: "*.tf" }, enforce-from: 2027-01-15 }] }'
    assert.deepEqual(
      under(planned).enforcement?.map(({ where }) => where),
      [undefined, 'path: *.tf'],
    )
  })
})
