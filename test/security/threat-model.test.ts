import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')
const page = readFileSync(path.join(root, 'docs/security.md'), 'utf8')
const rows = page.split('\n').filter((line) => /^\| (?!---|Attempt|What fails|Target|Defect)/.test(line))
const threats = rows.filter((row) => row.includes('`test/'))

describe('docs/security.md', () => {
  it('names a test for every threat', () => {
    const tables = page.split(/^## /m).filter((part) => /\| (?:Attempt|What fails) \|/.test(part))
    const lines = tables.flatMap((part) =>
      part.split('\n').filter((line) => /^\| (?!---|Attempt|What fails)/.test(line)),
    )
    assert.ok(lines.length > 40, String(lines.length))
    assert.deepEqual(
      lines.filter((line) => !/`test\/[\w/.-]+\.test\.ts` “[^”]+”/.test(line)),
      [],
    )
  })

  it('names tests that are there', () => {
    const named = threats.flatMap((row) => [...row.matchAll(/`(test\/[^`]+)` “([^”]+)”/g)])
    assert.ok(named.length > 60, String(named.length))
    const missing = named.flatMap(([, file, title]) => {
      const full = path.join(root, file!)
      const text = existsSync(full) ? readFileSync(full, 'utf8') : ''
      return text.includes(`'${title}'`) || text.includes(`: ${title}\``) || text.includes(` ${title}'`)
        ? []
        : [`${file}: ${title}`]
    })
    assert.deepEqual(missing, [])
  })

  it('names files that are there', () => {
    const files = rows.flatMap((row) => [
      ...row.matchAll(/`((?:core|cli|modules|action|lsp|bills)\/[\w/.-]+)`/g),
    ])
    assert.ok(files.length > 60)
    assert.deepEqual(
      files.map(([, file]) => file!).filter((file) => !existsSync(path.join(root, file))),
      [],
    )
  })
})
