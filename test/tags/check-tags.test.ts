import assert from 'node:assert/strict'
import fc from 'fast-check'
import { DEFAULT_CONFIG, readConfig } from '../../core/config/read-config.ts'
import { usd } from '../../core/domain/money.ts'
import { type MappingValue, map, string, unknown } from '../../core/domain/value.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { checkTags } from '../../core/tags/check-tags.ts'
import { effectiveTags } from '../../core/tags/effective-tags.ts'
import { load } from '../support/load.ts'
import { resource } from '../support/resource.ts'
import { findingsIn } from './support/drawn.ts'

const untagged = 'resource "aws_instance" "gpu_train" {}'

describe('checking tags', () => {
  it('adds rule, severity, address, key, place and money at stake', () => {
    const [finding] = findingsIn(untagged)
    assert.ok(finding)
    const { range, ...rest } = finding
    assert.deepEqual(rest, {
      ruleId: 'missing-tag',
      severity: 'error',
      project: '.',
      address: 'aws_instance.gpu_train',
      key: 'team',
      message: 'aws_instance.gpu_train has no "team" tag',
      monthlyCost: usd(100),
    })
    assert.equal(range.source.path, 'main.tf')
    assert.equal(untagged.slice(range.start, range.end), 'resource "aws_instance" "gpu_train"')
  })

  it('takes severities from checks.severity, a key before it, and off for silence', () => {
    const severities = (yml: string) =>
      findingsIn(untagged, yml).map(({ key, severity }) => `${key} ${severity}`)
    const two =
      'schema: { preset: none, keys: { team: { required: true }, model_id: { required: true, severity: hint } } }\n'
    assert.deepEqual(severities(two), ['team error', 'model_id hint'])
    assert.deepEqual(severities(`${two}checks: { severity: { missing-tag: warning } }`), [
      'team warning',
      'model_id hint',
    ])
    assert.deepEqual(severities(`${two}checks: { severity: { missing-tag: off } }`), [])
  })

  it('works with the other preset alike', () => {
    const keys = (text: string) => findingsIn(text, 'schema: { preset: ml-prefixed }').map(({ key }) => key)
    assert.deepEqual(keys(untagged), ['ml-team', 'ml-project', 'ml-workload-type', 'ml-environment'])
    const tags = 'ml-team = "a", ml-project = "b", ml-workload-type = "training", ml-environment = "prod"'
    assert.deepEqual(keys(`resource "aws_instance" "train" {\n  tags = { ${tags} }\n}`), ['ml-experiment-id'])
  })

  describe('in a downloaded module', () => {
    const files = {
      'infra/main.tf': 'module "train" {\n  source = "acme/train/aws"\n  phase  = "trainning"\n}\n',
      'infra/.terraform/modules/modules.json': JSON.stringify({
        Modules: [
          { Key: '', Source: '', Dir: '.' },
          { Key: 'train', Source: 'acme/train/aws', Dir: '.terraform/modules/train' },
        ],
      }),
      'infra/.terraform/modules/train/main.tf':
        'variable "phase" {}\nresource "aws_instance" "gpu" {\n  tags = { lifecycle_phase = var.phase }\n}\n',
    }

    it('points at the call, or at the line of ours that a value comes from', () => {
      const [gpu] = load(files, { id: 'infra', root: 'infra' }).resources
      assert.ok(gpu)
      const tags = effectiveTags(gpu, () => 'resource')
      const findings = checkTags({ resource: gpu, tags, monthlyCost: usd(100), config: DEFAULT_CONFIG })
      const places = new Set(
        findings.map(
          ({ ruleId, range: { source, start } }) => `${ruleId} ${source.path}:${source.position(start).line}`,
        ),
      )
      assert.deepEqual([...places], ['missing-tag infra/main.tf:1', 'invalid-tag-value infra/main.tf:3'])
    })
  })

  it('never reports a tag as missing where the set is open, whatever is in it', () => {
    const keys = DEFAULT_CONFIG.schema.keys.map(({ key }) => key)
    const entries = fc.dictionary(fc.constantFrom(...keys), fc.constantFrom('production', 'experiment', 'x'))
    fc.assert(
      fc.property(entries, (known) => {
        const tags: MappingValue = {
          ...map(new Map(Object.entries(known).map(([key, text]) => [key, string(text)]))),
          open: unknown('var.tags has no default'),
        }
        const made = resource('aws_instance.gpu_train', { tags })
        const { config } = readConfig(
          new SourceFile(
            'ascribe.yml',
            'version: 1\nschema: { keys: { experiment_id: { required-when: { environment: experiment } } } }',
          ),
        )
        const findings = checkTags({
          resource: made,
          tags: effectiveTags(made, () => 'resource'),
          monthlyCost: usd(100),
          config,
        })
        assert.ok(!findings.some(({ ruleId }) => ruleId === 'missing-tag'))
      }),
    )
  })
})
