import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../../core/check.ts'
import { readConfig } from '../../core/config/read-config.ts'
import { readBaseline } from '../../core/exemptions/baseline.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'

describe('docs/adoption.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/adoption.md'), 'utf8')
  const blocks = (language: string) =>
    [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
      .filter(([, found]) => found === language)
      .map(([, , text]) => text!)

  it('shows an ascribe.yml and a baseline that are read as they stand', () => {
    assert.equal(blocks('yaml').length, 2)
    for (const text of blocks('yaml'))
      assert.deepEqual(readConfig(new SourceFile('ascribe.yml', text)).problems, [])
    for (const text of blocks('json')) {
      const { entries, problems } = readBaseline(new SourceFile('ascribe.baseline.json', text))
      assert.deepEqual(problems, [])
      assert.equal(entries.length, 1)
    }
  })

  it('shows comments that exempt', () => {
    const [text] = blocks('hcl')
    const files = { 'main.tf': text!, 'providers.tf': 'provider "aws" { region = "us-east-1" }\n' }
    const { findings, accepted } = check(memoryTree(files), '', frozenBook(), [], '2026-11-21')
    const exempt = (name: string) => accepted.filter(({ address }) => address.endsWith(name)).length
    assert.ok(exempt('legacy') > 2)
    assert.equal(exempt('moving'), 2)
    assert.deepEqual(
      findings.filter(({ address, ruleId }) => address.endsWith('legacy') || ruleId.endsWith('reason')),
      [],
    )
  })
})
