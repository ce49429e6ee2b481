import assert from 'node:assert/strict'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { string, unknown } from '../../core/domain/value.ts'
import { renderers } from '../../core/render/index.ts'
import { displayWidth } from '../../core/render/text/display-width.ts'
import { matchesGolden } from '../support/golden.ts'
import { inspected, inspection } from '../support/review.ts'
import { hostileText } from './arbitrary-review.ts'
import { inspectedPlatform } from './inspected-platform.ts'

const golden = (name: string) => join(import.meta.dirname, 'goldens', name)

function render(of: Parameters<typeof renderers.inspect.terminal>[0], colour = false): string {
  return renderers.inspect.terminal(of, { colour, width: 80 })
}

describe('terminal inspect', () => {
  it('reads well', () => matchesGolden(render(inspectedPlatform()), golden('platform.inspect.txt.golden')))

  it('shows nothing of what is sensitive', () => {
    const tags = { team: { ...string('fraud-secret'), sensitive: true } } as const
    const shown = render(inspection([inspected('aws_instance.train', { monthly: 40, tags })]))
    assert.doesNotMatch(shown, /fraud-secret/)
    assert.match(shown, /team {2}= sensitive/)
  })

  it('of hundreds of tags the first are shown, a line each however long their values', () => {
    const tags = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`k${index}`, 'v'.repeat(10_000)]),
    )
    const lines = render(inspection([inspected('aws_instance.train', { monthly: 40, tags })])).split('\n')
    assert.equal(lines.filter((line) => /^ {2}k\d+ /.test(line)).length, 64)
    assert.ok(lines.some((line) => line.trim() === 'and 436 more, which --format json lists'))
    assert.ok(lines.every((line) => displayWidth(line) <= 80))
  })

  it('hostile names control no terminal, and every line fits', () => {
    fc.assert(
      fc.property(hostileText(), fc.boolean(), (text, colour) => {
        const of = inspected(`aws_instance.${text}`, {
          monthly: 40,
          what: text,
          file: `${text}.tf`,
          tags: { [text]: text, team: unknown(text) },
          tagsOpen: text,
          region: unknown(text),
          multiplicity: unknown(text),
        })
        const shown = stripVTControlCharacters(render(inspection([of]), colour))
        assert.doesNotMatch(shown, /[^\P{C}\n]|[\u2028\u2029]/u)
        for (const line of shown.split('\n')) assert.ok(displayWidth(line) <= 80, line)
      }),
    )
  })
})
