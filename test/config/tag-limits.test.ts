import assert from 'node:assert/strict'
import fc from 'fast-check'
import { TARGETS, type Target } from '../../core/config/spelling.ts'
import { legalSpelling, originals, tagLimits } from '../../core/config/tag-limits.ts'
import { aws } from '../../core/tags/taggability/aws.generated.ts'
import { azurerm } from '../../core/tags/taggability/azurerm.generated.ts'
import { google } from '../../core/tags/taggability/google.generated.ts'

/** What the providers' tables say of the same, made from facts of their own. */
const TABLES = { aws: aws.limits, azure: azurerm.limits, google: google.limits }

const targets = (separator?: string) =>
  new Map(
    separator === undefined ? [] : TARGETS.map((target) => [target, { prefix: '', separator }] as const),
  )
const target = fc.constantFrom<Target>(...TARGETS)
const part = fc.constantFrom<'key' | 'value'>('key', 'value')
const text = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.emailAddress(),
  fc.webUrl(),
  fc.constantFrom(
    'meta-llama/Llama-3.1-8B',
    'aws:aws:x',
    '2026-12-31T00:00:00Z',
    'Équipe Données',
    'example.com/Team!',
  ),
)

describe('the spelling of a tag', () => {
  it('is legal, or nothing of it can stay', () => {
    fc.assert(
      fc.property(
        text,
        part,
        target,
        fc.constantFrom(undefined, '-', '_', '.', '/'),
        (text, part, target, separator) => {
          const spelled = legalSpelling(text, part, target, { targets: targets(separator) })
          assert.ok(spelled === '' || tagLimits(target)[part].legal.test(spelled), JSON.stringify(spelled))
        },
      ),
    )
  })

  it('of what is legal is itself', () => {
    fc.assert(
      fc.property(text, part, target, (text, part, target) => {
        const once = legalSpelling(text, part, target, { targets: targets() })
        if (once !== '') assert.equal(legalSpelling(once, part, target, { targets: targets() }), once)
      }),
    )
  })

  it('of a value on Google is told character by character from what it may have been', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const spelled = legalSpelling(text, 'value', 'google', { targets: targets() })
        assert.equal(spelled.length, text.length)
        for (const [index, character] of [...spelled].entries()) {
          const was = text[index]!
          assert.ok(
            was === character || originals(character, 'google').includes(was),
            `${was} → ${character}`,
          )
        }
      }),
    )
  })

  it('is what an engineer expects', () => {
    const google = (text: string, part: 'key' | 'value' = 'value') =>
      legalSpelling(text, part, 'google', { targets: targets() })
    const kubernetes = (text: string, part: 'key' | 'value' = 'value') =>
      legalSpelling(text, part, 'kubernetes', { targets: targets() })
    assert.equal(google('a@b.c'), 'a_b_c')
    assert.equal(google('CostCenter', 'key'), 'costcenter')
    assert.equal(google('9-lives', 'key'), 'lives')
    assert.equal(google('42', 'key'), '')
    assert.equal(kubernetes('meta-llama/Llama-3.1-8B'), 'meta-llama-Llama-3.1-8B')
    assert.equal(kubernetes('@acme@'), 'acme')
    assert.equal(kubernetes('ml.acme.example/Cost Center', 'key'), 'ml.acme.example/Cost-Center')
  })

  it('stays within what the tables of the providers say', () => {
    for (const [target, limits] of Object.entries(TABLES) as [keyof typeof TABLES, typeof aws.limits][]) {
      const { key, value, maxTags } = tagLimits(target)
      assert.equal(maxTags, limits!.maxTags)
      if (limits!.keyPattern !== undefined) assert.equal(key.legal.source, limits!.keyPattern)
      if (limits!.valuePattern !== undefined) assert.equal(value.legal.source, limits!.valuePattern)
      for (const [{ legal }, max] of [
        [key, limits!.keyMax],
        [value, limits!.valueMax],
      ] as const) {
        if (max === undefined) continue
        assert.ok(legal.test('x'.repeat(max)))
        assert.ok(!legal.test('x'.repeat(max + 1)))
      }
    }
  })
})
