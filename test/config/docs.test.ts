import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ascribeYml } from '../../core/config/ascribe-yml.ts'
import { readConfig } from '../../core/config/read-config.ts'
import { SourceFile } from '../../core/source/source-file.ts'

const root = join(import.meta.dirname, '../..')
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

/** What the snippets refer to: files whose first column is headed as they must be. */
const included = (path: string) => new SourceFile(path, 'team,quantity\n')

/** The YAML blocks of a page whose keys are those of ascribe.yml, each as a whole file. */
function snippets(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^( *)```ya?ml\n([\s\S]*?)^ *```$/gm)]
    .map(([, indent = '', block = '']) => block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''))
    .filter((block) => {
      const keys = [...block.matchAll(/^([\w-]+):/gm)].map(([, key]) => key!)
      return keys.length > 0 && keys.every((key) => key in ascribeYml.shape)
    })
    .map((block) => (/^version:/m.test(block) ? block : `version: 1\n${block}`))
}

describe('pieces of ascribe.yml in the docs', () => {
  it('are read without a problem', () => {
    const texts = pages.flatMap((page) =>
      snippets(readFileSync(join(root, page), 'utf8')).map((text) => ({ page, text })),
    )
    assert.ok(texts.length > 40, `only ${texts.length} were found`)
    const wrong = texts.flatMap(({ page, text }) =>
      readConfig(new SourceFile('ascribe.yml', text), included).problems.map(
        ({ message }) => `${page}: ${message}`,
      ),
    )
    assert.deepEqual(wrong, [])
  })
})
