import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Finding } from '../../core/domain/finding.ts'
import { type CheckReport, renderers } from '../../core/render/index.ts'
import { displayWidth } from '../../core/render/text/display-width.ts'
import { type Range, SourceFile } from '../../core/source/source-file.ts'
import { matchesGolden } from '../support/golden.ts'
import { finding, inspected, inspection, lacks, notLoaded, problem, rangeAt } from '../support/review.ts'
import { hostileText } from './arbitrary-review.ts'

const golden = (name: string) => join(import.meta.dirname, 'goldens', name)
const PLAIN = { colour: false, width: 80 }

function render(report: CheckReport, options = {}): string {
  return renderers.check.terminal(report, { ...PLAIN, ...options })
}

/** A check with findings of every severity, a broken file and a module that is not there. */
function gpuTrainingRun(): CheckReport {
  const train = inspected('aws_instance.gpu_train', {
    file: 'infra/train.tf',
    line: 14,
    monthly: 885,
    tags: { environment: 'production' },
  })
  const endpoint = inspected('aws_sagemaker_endpoint.fraud', {
    file: 'infra/endpoints.tf',
    line: 8,
    monthly: 2056,
    tags: { team: 'risk-ml', model_id: 'fraud_xgb_v7', lifecycle_phase: 'trainning' },
  })
  const shared = inspected('aws_eks_cluster.shared', {
    file: 'infra/cluster.tf',
    monthly: 73,
    tagsOpen: 'var.tags has no default',
  })
  const free = inspected('aws_iam_role.train', { taggable: true })
  const key = 'lifecycle_phase'
  const wrong = rangeAt('infra/endpoints.tf', 11, '\tlifecycle_phase = "trainning" # 学習', 19, 30)
  const findings = [
    ...lacks(train, 'team', 'model_id').map(
      (one): Finding => ({ ...one, message: `${one.message}. expected one of "risk-ml", "growth-ml"` }),
    ),
    finding(
      endpoint,
      'invalid-tag-value',
      'the "lifecycle_phase" tag of aws_sagemaker_endpoint.fraud is "trainning". expected one of "training", "inference"',
      { key, at: wrong },
    ),
    finding(train, 'invalid-tag-value', 'the "managed_by" tag of aws_instance.gpu_train is "puppet"', {
      severity: 'warning',
      key: 'managed_by',
    }),
    finding(
      shared,
      'unknown-tags',
      'the tags of aws_eks_cluster.shared are not all known: var.tags has no default',
      {
        severity: 'hint',
      },
    ),
  ]
  return {
    inspection: inspection([train, endpoint, shared, free], {
      problems: [
        problem('expected "}" to close the block', rangeAt('infra/broken.tf', 3, 'resource "aws_s3', 9, 16)),
      ],
      notLoaded: [notLoaded('module.vpc', 'terraform-aws-modules/vpc/aws', 'it is not installed')],
    }),
    findings,
    isConfigured: false,
  }
}

describe('terminal check', () => {
  it('reads well', () => matchesGolden(render(gpuTrainingRun()), golden('gpu-training-run.check.txt.golden')))

  it('prints paths as it is told to', () => {
    const shown = render(gpuTrainingRun(), { showPath: (path: string) => `../${path}` })
    assert.match(shown, /^\.\.\/infra\/train\.tf:14:1: error: /m)
  })

  it('every finding starts with path:line:column', () => {
    const report = gpuTrainingRun()
    const lines = render(report).split('\n')
    for (const { range, severity } of report.findings) {
      const { line, column } = range.source.position(range.start)
      assert.ok(
        lines.some((text) => text.startsWith(`${range.source.path}:${line}:${column}: ${severity}: `)),
      )
    }
  })

  it('says so where nothing is found', () => {
    const train = inspected('aws_instance.gpu_train', { monthly: 885 })
    const clean = { inspection: inspection([train]), findings: [], isConfigured: true }
    assert.equal(render(clean), '✓ no findings, 1 resource checked\n')
  })

  it('a finding about ascribe.yml itself is no resource', () => {
    const train = inspected('aws_instance.gpu_train', { monthly: 885 })
    const unused: Finding = {
      ...finding(train, 'unused-exemption', 'nothing matches', { severity: 'warning' }),
      project: '',
      address: 'exemptions.missing-tag(path: old/*)',
    }
    const last = (findings: readonly Finding[]) =>
      render({ inspection: inspection([train]), findings, isConfigured: true })
        .split('\n')
        .at(-2)
    assert.equal(last([unused]), '1 finding (1 warning), 1 resource checked')
    assert.equal(
      last([...lacks(train, 'team'), unused]),
      '2 findings in 1 resource (1 error, 1 warning), 1 resource checked',
    )
  })

  it('shows the code once for all instances of a block, and the project where several share a file', () => {
    const boxes = ['prod', 'dev'].flatMap((project) =>
      [0, 1].map((at) =>
        inspected(`aws_instance.train[${at}]`, { project, file: 'infra/train.tf', line: 4, monthly: 40 }),
      ),
    )
    const findings = boxes.flatMap((box) => lacks(box, 'team'))
    const lines = render({ inspection: inspection(boxes), findings, isConfigured: true }).split('\n')
    const start = 'infra/train.tf:4:1: error: aws_instance.train'
    const end = '($40/month unattributed) [missing-tag]'
    assert.deepEqual(lines, [
      `${start}[0] has no "team" tag in prod ${end}`,
      `${start}[1] has no "team" tag in prod ${end}`,
      `${start}[0] has no "team" tag in dev ${end}`,
      `${start}[1] has no "team" tag in dev ${end}`,
      '4 | resource "aws_instance" "train"',
      '  | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
      '',
      '4 findings in 4 resources (4 errors), 4 resources checked',
      '',
    ])
  })

  it('a hostile file controls no terminal, forges no entry, and its frame fits', () => {
    fc.assert(
      fc.property(hostileText(), fc.nat(40), fc.nat(40), (text, from, length) => {
        const at = inFile(`train${text}.tf`, `x = "${text}"\ny = 1\n`, from, length)
        const box = inspected(`aws_instance.${text}`, { monthly: 40 })
        const report = {
          inspection: inspection([box], { problems: [problem(text, at)] }),
          findings: [finding(box, 'missing-tag', text, { at })],
          isConfigured: true,
        }
        const shown = render(report)
        assert.doesNotMatch(shown, /[^\P{C}\n]|[\u2028\u2029]/u)
        const lines = shown.split('\n')
        assert.equal(lines.length, 9, shown)
        for (const line of lines.filter((line) => /^(?:\d+ | +)\| /.test(line)))
          assert.ok(displayWidth(line) <= 80, line)
      }),
    )
  })

  it('the caret stands under what it means, behind tabs, wide characters and far to the right', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['\tteam = "fraud"', '"fraud"'],
      ['モデル = "詐欺検知" # 🚀', '"詐欺検知"'],
      [`${'# a long way '.repeat(20)} team = "fraud"`, '"fraud"'],
      [`team = "fraud" ${'# a long way '.repeat(20)}`, '"fraud"'],
    ]
    for (const [text, meant] of cases) {
      const start = text.indexOf(meant)
      const at = inFile('train.tf', text, start, meant.length)
      const box = inspected('aws_instance.train')
      const report = {
        inspection: inspection([box]),
        findings: [finding(box, 'x', 'wrong', { at })],
        isConfigured: true,
      }
      const [, code = '', carets = ''] = render(report).split('\n')
      const before = displayWidth(carets.slice(0, carets.indexOf('^')))
      const marked = carets.trimEnd().slice(carets.indexOf('^')).length
      assert.equal(marked, displayWidth(meant))
      const [left = ''] = code.split(meant)
      assert.equal(displayWidth(left), before, `${code}\n${carets}`)
    }
  })
})

function inFile(path: string, text: string, from: number, length: number): Range {
  const start = Math.min(from, text.length)
  return { source: new SourceFile(path, text), start, end: Math.min(start + length, text.length) }
}
