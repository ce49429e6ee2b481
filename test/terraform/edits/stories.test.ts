import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TagFix } from '../../../core/quick-fixes/tag-fix.ts'
import { matchesGolden } from '../../support/golden.ts'
import { changedLines } from './changed-lines.ts'
import { applied, type Files, fixing } from './fixing.ts'
import { assertKept } from './kept.ts'
import { formatted, hasTerraform } from './terraform-fmt.ts'

const stories = join(import.meta.dirname, 'stories')
const names = readdirSync(stories, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

const TAGS = [
  ['lifecycle_phase', 'training'],
  ['cost_center', 'eng-risk'],
  ['model_id', 'fraud_xgb_v7'],
] as const

function filesOf(story: string): Files {
  const folder = join(stories, story)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tf(vars)?$/.test(path),
  )
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

/** Every resource with every way to bring it one tag, and all three, of those it lacks. */
function* allFixes(files: Files): Generator<{ address: string; wanted: readonly string[]; fix: TagFix }> {
  const asked = fixing(files)
  for (const address of asked.addresses) {
    const lacked = TAGS.filter(([key]) => !(key in asked.tags.get(address)!))
    for (const tags of [lacked.slice(0, 1), lacked])
      for (const fix of asked.fixesOf(address, new Map(tags)))
        yield { address, wanted: tags.map(([key]) => key), fix }
  }
}

function told(files: Files): string {
  const parts: string[] = []
  let last = ''
  for (const { address, fix } of allFixes(files)) {
    const after = applied(files, fix.edits)
    const changes = Object.keys(files).flatMap((path) =>
      files[path] === after[path] ? [] : [`--- ${path}`, changedLines(files[path]!, after[path]!)],
    )
    const isNew = address !== last
    last = address
    parts.push([...(isNew ? [`# ${address}`, ''] : []), fix.title, ...changes].join('\n'))
  }
  return `${parts.join('\n\n')}\n`
}

describe('tag edits: stories', () => {
  for (const story of names)
    it(story, () => matchesGolden(told(filesOf(story)), join(stories, `${story}.golden`)))

  it('each keeps comments and line breaks, with tabs and with returns as well', () => {
    let fixes = 0
    for (const story of names) {
      const plain = filesOf(story)
      const variants = [plain, mapped(plain, withReturns), mapped(plain, withTabs)]
      for (const files of variants)
        for (const { fix } of allFixes(files)) {
          fixes++
          const after = applied(files, fix.edits)
          for (const { path } of fix.edits) assertKept(files[path]!, after[path]!)
        }
      const [expected, ...others] = variants.map((files) => [...allFixes(files)].length)
      assert.deepEqual(others, [expected, expected], story)
    }
    assert.ok(fixes > 200, `only ${fixes} fixes`)
  })

  it('tabs stay tabs', () => {
    const files = { 'main.tf': 'resource "aws_s3_bucket" "features" {\n\tbucket = "features"\n}\n' }
    const [fix] = fixing(files).fixesOf(
      'aws_s3_bucket.features',
      new Map([
        ['team', 'a'],
        ['model_id', 'b'],
      ]),
    )
    assert.equal(
      applied(files, fix!.edits)['main.tf'],
      'resource "aws_s3_bucket" "features" {\n\tbucket = "features"\n\n\ttags = {\n\t\tteam     = "a"\n\t\tmodel_id = "b"\n\t}\n}\n',
    )
  })

  it('what terraform fmt leaves alone, it leaves alone afterwards', function () {
    if (!hasTerraform) this.skip()
    const texts: Record<string, string> = {}
    for (const story of names) {
      const files = formatted(filesOf(story))
      let number = 0
      for (const { fix } of allFixes(files)) {
        const after = applied(files, fix.edits)
        for (const path of new Set(fix.edits.map((edit) => edit.path)))
          texts[`${story}/${number++}/${path}`] = after[path]!
      }
    }
    const again = formatted(texts)
    const changed = Object.keys(texts).filter((name) => texts[name] !== again[name])
    const first = changed[0]
    assert.equal(
      changed.length,
      0,
      first && `${changed.length} texts, e.g.\n${changedLines(texts[first]!, again[first]!)}`,
    )
  })
})

function mapped(files: Files, change: (text: string) => string): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text)]))
}

const withReturns = (text: string) => text.replaceAll('\n', '\r\n')
const withTabs = (text: string) => text.replace(/^( {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2))
