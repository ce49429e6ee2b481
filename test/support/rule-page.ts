import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../core/config/read-config.ts'
import type { Finding } from '../../core/domain/finding.ts'
import { locate, SourceFile } from '../../core/source/source-file.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A rule, as its page in docs/rules/ is held against it. */
export interface DocumentedRule {
  readonly id: string
  readonly severity: string
  readonly summary: string
}

interface CodeBlock {
  readonly language: string
  readonly text: string
}

/** The page of a rule in docs/rules/. */
export function rulePage(id: string) {
  const path = `docs/rules/${id}.md`
  assert.ok(existsSync(join(ROOT, path)), `${path} is missing`)
  const text = readFileSync(join(ROOT, path), 'utf8')
  /** The code blocks of some languages under a heading, in the page's order. */
  const blocksOf = (heading: string, languages: readonly string[]): readonly CodeBlock[] => {
    const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
    return [...section.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
      .map(([, language = '', text = '']) => ({ language, text }))
      .filter(({ language }) => languages.includes(language))
  }
  /** Their texts, for one language. */
  const blocks = (heading: string, language: string): readonly string[] =>
    blocksOf(heading, [language]).map(({ text }) => text)
  /** The lines that it says the rule's findings are. */
  const said = (): readonly string[] => {
    const lines = blocks('Fails', '').flatMap((shown) => shown.trimEnd().split('\n'))
    assert.ok(lines.length > 0)
    return lines
  }
  return { text, blocksOf, blocks, said }
}

/** The page opens with what the rule says of itself, and shows only settings that ascribe.yml knows. */
export function assertDocumented({ id, severity, summary }: DocumentedRule): void {
  const { text, blocks } = rulePage(id)
  assert.ok(text.startsWith(`# ${id}\n\n${summary}\n`))
  assert.ok(text.includes(`Default severity: **${severity}**`))
  for (const example of blocks('Settings', 'yaml'))
    assert.deepEqual(readConfig(new SourceFile('ascribe.yml', example)).problems, [])
}

/** The findings of a rule as the pages show them: `main.tf:1:1: … [id]`. */
export function shownFindings(findings: readonly Finding[], id: string): readonly string[] {
  return findings
    .filter(({ ruleId }) => ruleId === id)
    .map(({ range, message }) => {
      const { path, line, column } = locate(range)
      return `${path}:${line}:${column}: ${message} [${id}]`
    })
}

/** The names of the files in a folder that end so, without that ending. */
export function namesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
}
