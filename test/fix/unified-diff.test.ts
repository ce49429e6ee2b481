import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { edited, editsOf, type FixedText, type TextEdit, textOf, unfixed } from '../../core/fix/fixed-text.ts'
import { unifiedDiff } from '../../core/fix/unified-diff.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const line = fc.constantFrom('a', 'tags = {', '}', '', '  team = "x" # y', '\ufeffé', 'b\r')
const text = fc.tuple(fc.array(line, { maxLength: 30 }), fc.boolean()).map(([lines, ends]) => {
  const joined = lines.join('\n')
  return ends && joined !== '' ? `${joined}\n` : joined
})

/** Some edits of a text of this length, in order, none meeting another. */
function editsIn(length: number): fc.Arbitrary<readonly TextEdit[]> {
  const cut = fc.tuple(fc.nat(length), fc.nat(length), fc.constantFrom('', 'x', '\n', 'new\nlines\n', 'a\nb'))
  return fc.array(cut, { maxLength: 5 }).map((cuts) => {
    const edits: TextEdit[] = []
    for (const [a, b, fresh] of [...cuts].sort((one, other) => one[0] - other[0])) {
      const [start, end] = [Math.min(a, b), Math.max(a, b)]
      if (start > (edits.at(-1)?.end ?? -1)) edits.push({ start, end, text: fresh })
    }
    return edits
  })
}

function spliced(before: string, edits: readonly TextEdit[]): string {
  let after = before
  for (const edit of [...edits].reverse())
    after = after.slice(0, edit.start) + edit.text + after.slice(edit.end)
  return after
}

describe('a text that is edited', () => {
  it('again and again is what the edits make of it, and knows which edits of the first one do the same', () =>
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat()), fc.gen(), (before, _, next) => {
        let fixed: FixedText = unfixed(before)
        let expected = before
        for (let round = 0; round < 3; round++) {
          const edits = next(editsIn, expected.length)
          fixed = edited(fixed, edits)
          expected = spliced(expected, edits)
          assert.equal(textOf(fixed), expected)
        }
        const edits = editsOf(fixed)
        assert.equal(spliced(before, edits), expected)
        for (const [index, { start }] of edits.entries()) assert.ok(start >= (edits[index - 1]?.end ?? 0))
      }),
    ))
})

describe('a unified diff', () => {
  it('says what changes, with three lines around it', () => {
    const before = 'resource "aws_instance" "train" {\n  ami = "x"\n}\n'
    const at = before.indexOf('}')
    assert.equal(
      unifiedDiff('ml/main.tf', before, [{ start: at, end: at, text: '\n  tags = { team = "fraud-ml" }\n' }]),
      `--- a/ml/main.tf
+++ b/ml/main.tf
@@ -1,3 +1,5 @@
 resource "aws_instance" "train" {
   ami = "x"
+
+  tags = { team = "fraud-ml" }
 }
`,
    )
  })

  it('of nothing, or of edits that change nothing, is empty', () => {
    assert.equal(unifiedDiff('main.tf', 'a\n', []), '')
    assert.equal(unifiedDiff('main.tf', 'a\n', [{ start: 0, end: 1, text: 'a' }]), '')
  })

  it('is what git applies, whatever the text and the edits', () => {
    const samples = fc.sample(
      text
        .filter((before) => before !== '')
        .chain((before) => editsIn(before.length).map((edits) => ({ before, edits }))),
      { numRuns: 150, seed: 20_261_121 },
    )
    const cases = samples.map(({ before, edits }, index) => ({
      name: `${index}.tf`,
      before,
      after: spliced(before, edits),
      diff: unifiedDiff(`${index}.tf`, before, edits),
    }))
    // A file that becomes empty is one that git takes for gone.
    const told = cases.filter(({ after }) => after !== '')
    const folder = temporaryFolder(Object.fromEntries(told.map(({ name, before }) => [name, before])))
    const input = told.map(({ diff }) => diff).join('')
    const run = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd: folder,
      input,
      encoding: 'utf8',
    })
    assert.equal(run.stderr, '')
    for (const { name, before, after, diff } of told) {
      assert.equal(readFileSync(join(folder, name), 'utf8'), after)
      assert.equal(diff === '', before === after)
    }
  })
})
