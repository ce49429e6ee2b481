import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('./', import.meta.url))
const documented = readFileSync(new URL('../../docs/exactness.md', import.meta.url), 'utf8')

function lines(...files: readonly string[]): number {
  const texts = files.map((file) => readFileSync(here + file, 'utf8'))
  return texts.join('').split('\n').filter(Boolean).length
}

describe('docs/exactness.md', () => {
  it('says how many cases there are', () => {
    const expressions = readdirSync(`${here}functions/cases`)
      .filter((file) => file.endsWith('.golden'))
      .map((file) => `functions/cases/${file}`)
    const configurations = readdirSync(`${here}plan/cases`).length
    const counted = [...documented.matchAll(/^\| [^|]* \| (\d+) \|/gm)].map(([, count]) => Number(count))
    assert.deepEqual(counted, [
      lines(...expressions),
      lines('functions/after-apply.golden'),
      lines('functions/messages.golden'),
      lines('types/cases/variables.golden'),
      configurations,
      configurations,
    ])
  })
})
