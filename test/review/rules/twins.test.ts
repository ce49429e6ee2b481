import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reviewChange } from '../../../core/changes/review-change.ts'
import { readConfig } from '../../../core/config/read-config.ts'
import { REVIEW_RULE_IDS } from '../../../core/config/rule-ids.ts'
import { changeRules } from '../../../core/review/rules/index.ts'
import { locate, SourceFile } from '../../../core/source/source-file.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { frozenBook } from '../../support/frozen-book.ts'

const root = join(import.meta.dirname, '../../..')

/** The change that the pages are about: a fraud model's machine is doubled, $140.16 → $280.32 a month. */
const platform = (type: string) => `provider "aws" { region = "us-east-1" }
resource "aws_instance" "fraud" {
  instance_type = "${type}"
  tags = {
    team            = "fraud-ml"
    model_id        = "fraud_xgb_v7"
    lifecycle_phase = "inference"
    environment     = "production"
    project         = "fraud-detection"
    cost_center     = "eng-risk"
    created_by      = "ada"
  }
}
`

const TODAY = '2026-11-21'

/** The code blocks of a language under a heading of a page. */
function blocks(page: string, heading: string, language: string): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  return [...section.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, found]) => found === language)
    .map(([, , text]) => text!)
}

describe('rules about the money of a change', () => {
  const ids = changeRules.map(({ id }) => id)

  it('are known to ascribe.yml, and each has its file', () => {
    assert.deepEqual(ids.toSorted(), [...REVIEW_RULE_IDS].toSorted())
    const files = readdirSync(join(root, 'core/review/rules')).map((file) => file.replace(/\.ts$/, ''))
    assert.deepEqual(
      files.filter((name) => name !== 'index' && name !== 'change-rule').toSorted(),
      ids.toSorted(),
    )
  })

  for (const { id, severity, summary } of changeRules)
    describe(id, () => {
      const file = join(root, `docs/rules/${id}.md`)

      it('has a page that says what it does', () => {
        assert.ok(existsSync(file), `docs/rules/${id}.md is missing`)
        const page = readFileSync(file, 'utf8')
        assert.ok(page.startsWith(`# ${id}\n\n${summary}\n`))
        assert.ok(page.includes(`Default severity: **${severity}**`))
        for (const example of blocks(page, 'Settings', 'yaml'))
          assert.deepEqual(readConfig(new SourceFile('ascribe.yml', example)).problems, [])
      })

      it('fails and passes as its page says', () => {
        const page = readFileSync(file, 'utf8')
        const shown = (config: string) => {
          const side = (type: string) => ({
            label: type,
            tree: memoryTree({ 'ascribe.yml': config, 'main.tf': platform(type) }),
          })
          const { findings, problems } = reviewChange(side('m5.xlarge'), side('m5.2xlarge'), {
            below: '',
            prices: frozenBook(),
            failOn: undefined,
            today: TODAY,
          })
          assert.deepEqual(problems, [])
          return [...findings.new, ...findings.existing]
            .filter(({ ruleId }) => ruleId === id)
            .map(({ range, message }) => {
              const { path, line, column } = locate(range)
              return `${path}:${line}:${column}: ${message} [${id}]`
            })
        }
        const said = blocks(page, 'Fails', '').flatMap((text) => text.trimEnd().split('\n'))
        assert.ok(said.length > 0)
        assert.deepEqual(blocks(page, 'Fails', 'yaml').flatMap(shown), said)
        for (const text of blocks(page, 'Passes', 'yaml')) assert.deepEqual(shown(text), [])
      })
    })
})
