import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { check } from '../../core/check.ts'
import { memoryTree, type SourceTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'
import { ascribe } from '../support/run-cli.ts'
import { commitAll, temporaryFolder, temporaryRepository, writeFiles } from '../support/temporary-folder.ts'
import { everyOutput } from './support/every-output.ts'

const TRAIN = 'resource "aws_instance" "train" {\n  instance_type = "m5.large"\n}\n'

describe('files that are odd', () => {
  it('NUL, invalid UTF-8, a byte order mark and UTF-16 are told or read, and the rest is still reviewed', () => {
    const folder = temporaryFolder({ 'good.tf': TRAIN })
    const bytes: Readonly<Record<string, Buffer>> = {
      'nul.tf': Buffer.from('resource "aws_instance" "nul" {\0}\n'),
      'latin1.tf': Buffer.from('# gr\xf6\xdfe\nlocals { a = "\xff\xfe" }\n', 'latin1'),
      'bom.tf': Buffer.from('\ufeffresource "aws_instance" "bom" {\n  instance_type = "m5.large"\n}\n'),
      'utf16.tf': Buffer.from('\ufefflocals {}\n', 'utf16le'),
      'nul.yaml': Buffer.from('apiVersion: v1\0\nkind: Pod\n'),
      'latin1.yaml': Buffer.from('apiVersion: v1\nkind: Pod\nmetadata: { name: "\xe9\xff" }\n', 'latin1'),
    }
    for (const [name, content] of Object.entries(bytes)) writeFileSync(path.join(folder, name), content)
    for (const [line, { code, out, err }] of everyOutput(folder)) {
      assert.notEqual(code, 3, `${line}\n${err}`)
      assert.equal(out.includes('\0'), false, line)
    }
    const { out } = ascribe(folder, 'inspect')
    assert.match(out, /aws_instance\.train/)
    assert.match(out, /aws_instance\.bom/)
    const told = ascribe(folder, 'check')
    assert.match(told.out + told.err, /nul\.tf/)
  }).timeout(120_000)

  it('bidi and invisible characters in names, tags and file names reach no reader', () => {
    const folder = temporaryRepository({ 'README.md': 'x\n' })
    writeFiles(folder, {
      'a\u202egpj.tf': `${TRAIN.replace('train', 'tr\u202eain\u2066')}locals { x = "\u200b" }\n`,
      'main.tf': TRAIN.replace(
        '}',
        '  tags = { "te\u202eam" = "fr\u2067aud\u061c", "\u001b[31mred" = "\u009b31m\u0007" }\n}',
      ),
    })
    commitAll(folder, 'Odd')
    for (const [line, { out, err }] of everyOutput(folder, 'HEAD~1')) {
      // JSON is for programs, and keeps what was written. A diff is the file itself: git shows it as it is.
      if (/json|sarif|init|fix|usage/.test(line)) continue
      assert.doesNotMatch(out + err, /[\u202a-\u202e\u2066-\u2069\u061c\u200b\u001b\u009b\u0007]/, line)
    }
  }).timeout(120_000)

  it('a path with separators of Windows is a name, and leads nowhere', () => {
    const outside = temporaryFolder({ 'secret.txt': 'hunter2' })
    const folder = temporaryFolder({
      'main.tf': `resource "aws_instance" "train" {
  instance_type = "m5.large"
  tags = { a = try(file("..\\\\${path.basename(outside)}\\\\secret.txt"), "nothing"), b = try(file("C:\\\\secret.txt"), "nothing") }
}
module "m" {\n  source = ".\\\\modules\\\\m"\n}\nmodule "up" {\n  source = "..\\\\${path.basename(outside)}"\n}\n`,
      'modules\\m\\main.tf': TRAIN,
    })
    const { code, out, err } = ascribe(folder, 'inspect', '--format', 'json')
    assert.equal(code, 0, err)
    assert.equal((out + err).includes('hunter2'), false)
  }).timeout(60_000)

  it('a pointer of Git LFS is no configuration: it is told, and the rest is reviewed', () => {
    const pointer =
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n'
    const folder = temporaryFolder({
      'main.tf': TRAIN,
      'models.tf': pointer,
      'k8s/app.yaml': pointer,
      'plan.json': pointer,
    })
    const { code, out } = ascribe(folder, 'check')
    assert.equal(code, 1)
    assert.match(out, /aws_instance\.train/)
    assert.match(out, /models\.tf:1/)
    const plan = ascribe(folder, 'check', '--plan', 'plan.json')
    assert.equal(plan.code, 2, plan.err)
    assert.match(plan.err, /plan\.json/)
  }).timeout(60_000)

  it('a file with CRLF says the same as one with LF', () => {
    const [unix, windows] = [(text: string) => text, (text: string) => text.replaceAll('\n', '\r\n')].map(
      (ends) => {
        const folder = temporaryFolder({
          'main.tf': ends(`${TRAIN}# a comment\nlocals {\n  x = <<-EOT\n    a\n    b\n  EOT\n}\n`),
          'k8s/app.yaml': ends(
            'apiVersion: v1\nkind: Pod\nmetadata:\n  name: app\nspec:\n  containers:\n    - name: a\n',
          ),
          'ascribe.yml': ends('version: 1\nchecks:\n  fail-on: errors\n'),
        })
        return ascribe(folder, 'check', '--format', 'sarif').out
      },
    )
    assert.equal(windows, unix)
  }).timeout(60_000)

  it('file names that differ in case alone are two files, and one where the file system knows only one', () => {
    const files = { 'main.tf': TRAIN, 'Main.tf': TRAIN.replace('train', 'Train'), 'mod/a.tf': TRAIN }
    const both = check(memoryTree(files), '', frozenBook())
    assert.ok(both.findings.length > 0)
    const folded = foldingCase(memoryTree(files))
    const { findings } = check(folded, '', frozenBook())
    assert.ok(findings.length > 0)
  })

  it('ten thousand folders deep, or a name as long as there is, ends', () => {
    const folder = temporaryFolder({ 'main.tf': TRAIN })
    let deep = folder
    for (let level = 0; level < 300; level++) deep = path.join(deep, 'd')
    mkdirSync(deep, { recursive: true })
    writeFileSync(path.join(deep, 'main.tf'), TRAIN)
    writeFileSync(path.join(folder, `${'n'.repeat(250)}.tf`), TRAIN.replace('train', 'n'.repeat(10_000)))
    const { code, err } = ascribe(folder, 'check')
    assert.equal(code, 1, err)
  }).timeout(60_000)
})

/** As macOS and Windows do it: a name finds a file in whatever case, and the listing has it as it was first written. */
function foldingCase(tree: SourceTree): SourceTree {
  return { ...tree, read: (name) => tree.read(name) ?? tree.read(name.toLowerCase()) }
}
