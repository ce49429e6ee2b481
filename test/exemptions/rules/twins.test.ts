import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../../../core/check.ts'
import { readConfig } from '../../../core/config/read-config.ts'
import { EXEMPTION_RULE_IDS } from '../../../core/config/rule-ids.ts'
import { exemptionChecks } from '../../../core/exemptions/rules/index.ts'
import { locate, SourceFile } from '../../../core/source/source-file.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { frozenBook } from '../../support/frozen-book.ts'
import type { Files } from '../../support/review-files.ts'

const root = join(import.meta.dirname, '../../..')
const PROVIDER = 'provider "aws" { region = "us-east-1" }\n'
const UNTAGGED = 'resource "aws_instance" "train" {\n  instance_type = "m5.xlarge"\n}\n'

/** The day that the pages speak of. */
const TODAY = '2026-11-21'

/** The code blocks of some languages under a heading of a page. */
function blocks(page: string, heading: string, ...languages: readonly string[]) {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  return [...section.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .map(([, language = '', text = '']) => ({ language, text }))
    .filter(({ language }) => languages.includes(language))
}

function shown(id: string, { language, text }: { language: string; text: string }): readonly string[] {
  const files: Files =
    language === 'hcl'
      ? { 'main.tf': text, 'providers.tf': PROVIDER }
      : { 'main.tf': UNTAGGED, 'providers.tf': PROVIDER, 'ascribe.yml': text }
  const { inspection, findings } = check(memoryTree(files), '', frozenBook(), [], TODAY)
  assert.deepEqual(inspection.problems, [])
  return findings
    .filter(({ ruleId }) => ruleId === id)
    .map(({ range, message }) => {
      const { path, line, column } = locate(range)
      return `${path}:${line}:${column}: ${message} [${id}]`
    })
}

describe('rules about exemptions', () => {
  const ids = exemptionChecks.map(({ id }) => id)

  it('are known to ascribe.yml, and each has its file', () => {
    assert.deepEqual(ids.toSorted(), [...EXEMPTION_RULE_IDS].toSorted())
    const files = readdirSync(join(root, 'core/exemptions/rules')).map((file) => file.replace(/\.ts$/, ''))
    assert.deepEqual(
      files.filter((name) => name !== 'index' && name !== 'exemption-check').toSorted(),
      ids.toSorted(),
    )
  })

  for (const { id, severity, summary } of exemptionChecks)
    describe(id, () => {
      const file = join(root, `docs/rules/${id}.md`)

      it('has a page that says what it does', () => {
        assert.ok(existsSync(file), `docs/rules/${id}.md is missing`)
        const page = readFileSync(file, 'utf8')
        assert.ok(page.startsWith(`# ${id}\n\n${summary}\n`))
        assert.ok(page.includes(`Default severity: **${severity}**`))
        for (const { text } of blocks(page, 'Settings', 'yaml'))
          assert.deepEqual(readConfig(new SourceFile('ascribe.yml', text)).problems, [])
      })

      it('fails and passes as its page says', () => {
        const page = readFileSync(file, 'utf8')
        const said = blocks(page, 'Fails', '').flatMap(({ text }) => text.trimEnd().split('\n'))
        const failing = blocks(page, 'Fails', 'hcl', 'yaml')
        assert.ok(failing.length > 0)
        assert.deepEqual(
          failing.flatMap((one) => shown(id, one)),
          said,
        )
        for (const one of blocks(page, 'Passes', 'hcl', 'yaml')) assert.deepEqual(shown(id, one), [])
      })
    })
})
