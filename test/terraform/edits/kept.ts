import assert from 'node:assert/strict'
import { parseHcl } from '../../../core/hcl/parse.ts'
import { SourceFile } from '../../../core/source/source-file.ts'

/** What an edit leaves alone: that the file can be read, its comments and line endings, and no blanks at line ends. */
export function assertKept(before: string, after: string): void {
  const was = parseHcl(new SourceFile('main.tf', before))
  const is = parseHcl(new SourceFile('main.tf', after))
  assert.deepEqual(is.problems, [], after)
  const texts = ({ comments }: typeof is) => comments.map(({ text }) => text.replaceAll('\r', ''))
  assert.deepEqual(texts(is), texts(was))
  const bare = (text: string) => (text.match(/(?<!\r)\n/g) ?? []).length
  const returns = (text: string) => (text.match(/\r\n/g) ?? []).length
  if (bare(before) === 0) assert.equal(bare(after), 0, 'a line break without a return')
  if (returns(before) === 0) assert.equal(returns(after), 0, 'a return that was not there')
  const blanks = (text: string) => (text.match(/[ \t]+\r?$/gm) ?? []).length
  assert.ok(blanks(after) <= blanks(before), 'blanks at the end of a line')
}
