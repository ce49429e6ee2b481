import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { parse, parseAllDocuments } from 'yaml'
import { parseArguments } from '../../cli/command.ts'
import { allCommands } from '../../cli/command-table.ts'
import { COMMENT_HOSTS } from '../../core/index.ts'

const COMMANDS = await allCommands()

const read = (name: string) => readFileSync(name, 'utf8')

/** Each `ascribe …` of a text of shell, as its words; quotes hold words together. */
function commandsIn(shell: string): readonly (readonly string[])[] {
  return [
    ...shell.matchAll(
      /(?:^|[\s;&-])ascribe ((?:"[^"]*"|'[^']*'|[^\s;&|"'])+(?: +(?:"[^"]*"|'[^']*'|[^\s;&|>"'])+)*)/g,
    ),
  ].map(([, words]) =>
    words!.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)!.map((word) => word.replace(/["']/g, '')),
  )
}

function mustParse(words: readonly string[]): void {
  const [name, ...rest] = words
  const command = COMMANDS.find((candidate) => candidate.name === name)
  assert.ok(command, `there is no command ${name}`)
  parseArguments(command, rest)
}

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : []

describe('other homes', () => {
  it('the hooks of pre-commit run commands that there are, for the files that are read', () => {
    const hooks = parse(read('.pre-commit-hooks.yaml')) as Record<string, unknown>[]
    assert.deepEqual(
      hooks.map(({ id }) => id),
      ['ascribe-check', 'ascribe-review'],
    )
    for (const { entry, language, files, pass_filenames } of hooks) {
      const [words] = commandsIn(String(entry))
      mustParse(words!)
      // Each hook looks at the whole: a file is no unit of cost.
      assert.deepEqual([language, pass_filenames], ['node', false])
      const matches = new RegExp(String(files))
      for (const file of ['main.tf', 'a/b.tofu', 'x.tfvars', 'k8s/job.yaml', 'ascribe.yml'])
        assert.match(file, matches)
      assert.doesNotMatch('README.md', matches)
    }
    assert.ok(hooks.every(({ id }) => read('docs/other-ci.md').includes(`- id: ${id}`)))
  })

  it('the recipes of docs/other-ci.md are YAML, and their commands are ours', () => {
    const blocks = [...read('docs/other-ci.md').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
      ([, text]) => text!,
    )
    assert.equal(blocks.length, 5)
    const found = blocks.flatMap((block) => {
      const [document, ...more] = parseAllDocuments(block)
      assert.deepEqual([document!.errors, more], [[], []])
      return texts(document!.toJS()).flatMap((text) => commandsIn(text.replaceAll('<!-- ascribe', '')))
    })
    for (const words of found) mustParse(words)
    const times = (command: string) => found.filter(([name]) => name === command).length
    assert.deepEqual([times('review'), times('comment')], [4, 3])
  })

  it('docs/other-ci.md says how much each place takes', () => {
    const rows = [...read('docs/other-ci.md').matchAll(/^\| `([\w-]+)` \| ([\d,]+)[^|]*\| ([\d,]+) \|/gm)]
    const figure = (text: string) => Number(text.replaceAll(',', ''))
    assert.deepEqual(
      Object.fromEntries(rows.map(([, host, , filled]) => [host, figure(filled!)])),
      Object.fromEntries(Object.entries(COMMENT_HOSTS).map(([host, { limit }]) => [host, limit])),
    )
    for (const [, , allowed, filled] of rows) assert.ok(figure(filled!) < figure(allowed!))
  })

  it('the container is of a tagged image, holds what the package holds, and runs as no root', () => {
    const lines = read('Dockerfile').split('\n')
    const of = (instruction: string) =>
      lines
        .filter((line) => line.startsWith(`${instruction} `))
        .map((line) => line.slice(instruction.length + 1))
    assert.match(of('FROM').join(), /^node:\d+\.\d+\.\d+-alpine\d+\.\d+$/)
    assert.deepEqual(of('USER'), ['node'])
    assert.deepEqual(of('ENTRYPOINT'), ['["ascribe"]'])
    const copied = of('COPY').flatMap((words) => words.split(' ').slice(0, -1))
    const kept = read('.dockerignore')
      .match(/^!.*/gm)!
      .map((line) => line.slice(1))
    assert.deepEqual(copied.sort(), kept.sort())
    for (const name of copied) assert.ok(name === 'dist' || existsSync(name), name)
    // The container starts dist/cli.js from its own folder, where it looks for the book and the rules' pages.
    assert.match(read('Dockerfile'), /ln -s \/opt\/ascribe\/dist\/cli\.js/)
  })
})
