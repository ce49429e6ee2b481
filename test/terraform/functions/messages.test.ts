import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { evaluateText } from './evaluate-text.ts'

const lines = readFileSync(new URL('./messages.golden', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)

/** How many of Terraform's words a message of ours must have. */
const CLOSE = 0.6

/**
 * A template must be a reference in Terraform, and we render whatever text stands there. Of two arguments that are both
 * wrong we may name the other, and we do not call an empty object an empty list.
 */
const different = /^templatestring\(|^cidrhost\("x", 1.5\)|^parseint\(\["x"\], 1.5\)|^sum\(\{\}\)/

/** What Terraform says to wrong calls of each of its functions (scripts/oracles/messages.ts). */
describe('wrong calls of functions, against the messages of Terraform 1.11', () => {
  it('each is refused, in words close to its own', () => {
    const wrong = lines.flatMap((line) => {
      const [expression = '', theirs = ''] = line.split('\t')
      const result = evaluateText(expression)
      const ours = 'error' in result ? result.error : 'accepted'
      return different.test(expression) || shared(theirs, ours) >= CLOSE
        ? []
        : [`${expression}\n  Terraform: ${theirs}\n  we:        ${ours}`]
    })
    assert.ok(wrong.length === 0, `${wrong.length} of ${lines.length}:\n${wrong.join('\n')}`)
  })
})

/** The share of the words of `theirs` that `ours` has as well. */
function shared(theirs: string, ours: string): number {
  const known = new Set(words(ours))
  const wanted = words(theirs)
  return wanted.filter((word) => known.has(word)).length / wanted.length
}

function words(text: string): readonly string[] {
  const reason = text.replace(/^(?:Call to function "\w+" failed|Invalid value for "\w+" parameter): /, '')
  return reason.toLowerCase().match(/[a-z0-9]+/g) ?? []
}
