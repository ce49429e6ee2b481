import assert from 'node:assert/strict'
import { check } from '../../core/check.ts'
import { locate } from '../../core/source/source-file.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'

const box = (name: string) =>
  `provider "aws" { region = "us-east-1" }\nresource "aws_instance" "${name}" {\n  instance_type = "m5.xlarge"\n}\n`
const asks = (key: string) => `version: 1\nschema: { preset: none, keys: { ${key}: { required: true } } }\n`
const services = {
  'services/ranker/infra/main.tf': box('ranker'),
  'services/ranker/ascribe.yml': asks('model_id'),
  'services/search/main.tf': box('search'),
  // Beside nothing that is looked at.
  'docs/example/ascribe.yml': asks('owner'),
}

const told = (files: Record<string, string>, below = '') => {
  const { inspection, findings } = check(memoryTree(files), below, frozenBook(), [], '2026-11-21')
  return {
    asked: [...new Set(findings.map(({ key }) => key))],
    problems: inspection.problems.map(({ severity, message, range }) => {
      const { path, line } = locate(range)
      return `${path}:${line}: ${severity}: ${message}`
    }),
  }
}

describe('an ascribe.yml in a folder of its own', () => {
  it('is not read where one above it holds, and whoever wrote it is told', () => {
    assert.deepEqual(told({ ...services, 'ascribe.yml': asks('team') }), {
      asked: ['team'],
      problems: [
        'services/ranker/ascribe.yml:1: warning: this file is not read: ascribe.yml holds for all below it. say what differs there, by "path", or look at services/ranker alone',
      ],
    })
  })

  it('holds where its folder is looked at alone', () => {
    assert.deepEqual(told({ ...services, 'ascribe.yml': asks('team') }, 'services/ranker'), {
      asked: ['model_id'],
      problems: [],
    })
  })

  it('is missed most where there is none above it: the preset holds then', () => {
    const { asked, problems } = told(services)
    assert.ok(asked.includes('team') && asked.includes('lifecycle_phase'))
    assert.deepEqual(problems, [
      'services/ranker/ascribe.yml:1: warning: this file is not read: no ascribe.yml holds for all that is looked at. look at services/ranker alone, or move it up',
    ])
  })
})
