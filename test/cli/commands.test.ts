import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { optionsOf, parseArguments } from '../../cli/command.ts'
import { allCommands } from '../../cli/command-table.ts'
import { progressLine } from '../../cli/progress.ts'
import { cliPage } from '../../scripts/docs/cli-page.ts'
import { ascribe } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const COMMANDS = await allCommands()

const names = COMMANDS.map(({ name }) => name)

describe('every command', () => {
  for (const command of COMMANDS)
    describe(command.name, () => {
      it('has a page of help with its options, examples that parse, and its exit codes', () => {
        const { code, out, err } = ascribe('.', command.name, '--help')
        assert.deepEqual([code, err], [0, ''])
        assert.equal(out, ascribe('.', 'help', command.name).out)
        assert.ok(out.startsWith(`${command.summary}\n\nUsage: ascribe ${command.name} [OPTIONS]`), out)
        for (const option of Object.keys(optionsOf(command)))
          assert.match(out, new RegExp(`^ {2}--${option}\\b`, 'm'))
        assert.match(out, /Exit codes: 0 /)
        assert.ok(command.examples.length > 0, 'it has no example')
        for (const example of command.examples) {
          const [, name, ...words] = example.replace(/ [|>] .*$/, '').split(' ')
          assert.equal(name, command.name)
          parseArguments(command, words)
        }
      })
    })

  it('that prints results prints JSON too', () => {
    const withoutJson = COMMANDS.filter(({ options }) => !options.format?.choices?.includes('json'))
    // A comment is Markdown, dashboards are pages, a server and a script speak to programs anyway; policies are documents
    // of their targets.
    const others = ['comment', 'dashboard', 'lsp', 'completion', 'policy']
    assert.deepEqual(
      withoutJson.map(({ name }) => name).filter((name) => !others.includes(name)),
      [],
    )
  })

  it('of JSON says its version', () => {
    const folder = temporaryFolder({
      'main.tf': 'provider "aws" {\n  region = "us-east-1"\n}\nresource "aws_nat_gateway" "main" {\n}\n',
    })
    const runs = [
      ['check', '--format', 'json'],
      ['inspect', '--format', 'json'],
      ['review', '--base', folder, '--head', folder, '--format', 'json'],
      ['prices', '--format', 'json'],
      ['prices', 'show', 'p4d.24xlarge', '--format', 'json'],
      ['usage', 'init', '--print', '--format', 'json'],
      ['init', '--dry-run', '--no-fetch', '--format', 'json'],
    ]
    for (const args of runs) {
      const { out, err } = ascribe(folder, ...args)
      assert.equal((JSON.parse(out) as { version: number }).version, 1, `${args.join(' ')}: ${err}`)
    }
  })
})

describe('the command line', () => {
  const refusal = (...args: readonly string[]) => {
    const { code, err } = ascribe('.', ...args)
    assert.equal(code, 2)
    return err.split('\n')[0]
  }

  it('suggests the command or the option that is meant', () => {
    assert.equal(refusal('chek'), 'ascribe: "chek" is no command. did you mean check?')
    assert.equal(refusal('help', 'reviw'), 'ascribe: "reviw" is no command. did you mean review?')
    assert.equal(
      refusal('frobnicate'),
      `ascribe: "frobnicate" is no command. expected one of ${names.join(', ')}`,
    )
    assert.equal(
      refusal('check', '--fail-onn', 'error'),
      "ascribe: Unknown option '--fail-onn'. did you mean --fail-on?",
    )
    assert.equal(
      refusal('check', '--quiet', '--verbose'),
      'ascribe: --quiet and --verbose exclude each other',
    )
  })

  it('names the help that says more, and what was not given', () => {
    const told = (...args: readonly string[]) => ascribe('.', ...args).err
    assert.match(told('check', '--bogus'), /\nSee ascribe check --help\.\n$/)
    assert.match(told('chek'), /\nSee ascribe --help\.\n$/)
    for (const verbless of ['policy', 'usage', 'completion'])
      assert.match(told(verbless), /^ascribe: expected .*, found nothing\nSee/, verbless)
  })

  it('says with --verbose what was done and how long it took, on the error output; with --quiet no warnings', () => {
    const folder = temporaryFolder({ 'main.tf': '' })
    const run = (...args: readonly string[]) => ascribe(folder, 'inspect', '--format', 'json', ...args)
    assert.match(run('--verbose').err, /^ascribe [\d.]+: inspect took \d+ ms on Node v[\d.]+, exit code 0$/m)
    assert.equal(run().out, run('--verbose').out)
    const later = { ...process.env, SOURCE_DATE_EPOCH: String(Date.UTC(2028, 0, 1) / 1_000) }
    const warnings = (...args: readonly string[]) =>
      execFileSync(
        'sh',
        ['-c', '"$0" "$@" 2>&1 >/dev/null', process.execPath, 'dist/cli.js', 'inspect', folder, ...args],
        {
          encoding: 'utf8',
          env: later,
        },
      )
    assert.match(warnings(), /^ascribe: .*prices/m)
    assert.equal(warnings('--quiet'), '')
  })

  it('shows progress on terminals only: one line that is gone at the end, and nothing that steers the terminal', () => {
    const written: string[] = []
    const stream = (isTTY: boolean) => ({ isTTY, write: (text: string) => written.push(text) > 0 })
    const args = (...flags: readonly string[]) => parseArguments(COMMANDS[0]!, flags)
    const shown = (isTTY: boolean, ...flags: readonly string[]) => {
      written.length = 0
      const line = progressLine(stream(isTTY), args(...flags))
      line.show('fetching \x1b[2J模')
      line.end()
      return written.join('')
    }
    assert.equal(shown(true), '\r\x1b[Kfetching ?[2J?\r\x1b[K')
    assert.equal(shown(false), '')
    assert.equal(shown(true, '--quiet'), '')
    assert.equal(shown(false, '--verbose'), 'fetching ?[2J?\n')
  })

  it('has no colours with --no-color or NO_COLOR, whatever the terminal', () => {
    const folder = temporaryFolder({
      'main.tf': 'resource "aws_instance" "a" {\n  instance_type = "m5.large"\n}\n',
    })
    const out = (env: NodeJS.ProcessEnv, ...args: readonly string[]) =>
      execFileSync(process.execPath, ['dist/cli.js', 'inspect', folder, ...args], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, FORCE_COLOR: '1', ...env },
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    assert.ok(out({}).includes('\x1b['))
    assert.ok(!out({}, '--no-color').includes('\x1b['))
    assert.ok(!out({ NO_COLOR: '1' }).includes('\x1b['))
  })

  it('names every command in its overview, and docs/cli.md is what their table says', () => {
    const overview = ascribe('.').out
    for (const { name, summary } of COMMANDS) {
      assert.match(overview, new RegExp(`^ {2}${name} +${summary.slice(0, 20)}`, 'm'))
    }
    assert.equal(
      readFileSync('docs/cli.md', 'utf8'),
      cliPage(),
      'docs/cli.md is not current; run npm run docs:resources',
    )
  })
})

describe('ascribe completion', () => {
  const script = (shell: string) => ascribe('.', 'completion', shell).out

  it('bash completes commands, options, choices and verbs', function () {
    if (!existsSync('/bin/bash') && !existsSync('/usr/bin/bash')) this.skip()
    const folder = temporaryFolder({ 'ascribe.bash': script('bash') })
    const file = join(folder, 'ascribe.bash')
    execFileSync('bash', ['-n', file])
    const completed = (...words: readonly string[]) =>
      execFileSync(
        'bash',
        [
          '-c',
          'source "$0"; complete -p ascribe >/dev/null; COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _ascribe; printf "%s\\n" "${COMPREPLY[@]}"',
          file,
          'ascribe',
          ...words,
        ],
        { encoding: 'utf8', cwd: folder },
      )
        .trim()
        .split('\n')
    assert.deepEqual(completed(''), [...names, 'help', '--help', '--version'])
    assert.deepEqual(completed('rev'), ['review'])
    assert.deepEqual(completed('check', '--fail'), ['--fail-on'])
    assert.deepEqual(completed('check', '--format', 's'), ['sarif'])
    assert.deepEqual(completed('prices', 's'), ['show'])
    assert.deepEqual(completed('policy', 'ex'), ['export'])
    assert.deepEqual(completed('review', '--output', 'ascribe.b'), ['ascribe.bash'])
  })

  it('zsh and fish know every command and option', () => {
    const [zsh, fish] = [script('zsh'), script('fish')]
    for (const command of COMMANDS) {
      assert.ok(zsh.includes(`    ${command.name}) _arguments `), command.name)
      assert.ok(fish.includes(` -a ${command.name} -d `), command.name)
      for (const option of Object.keys(command.options)) {
        assert.ok(zsh.includes(`--${option}[`), option)
        assert.ok(fish.includes(` -l ${option} `), option)
      }
    }
    // What opens is closed: an apostrophe of a description may not end a text.
    for (const text of [zsh, fish.replaceAll("\\'", '')])
      for (const line of text.split('\n'))
        assert.equal((line.replaceAll(`'\\''`, '').split("'").length - 1) % 2, 0, line)
  })

  it('names the shells that it knows', () => {
    assert.match(ascribe('.', 'completion', 'tcsh').err, /expected one of bash, zsh, fish, found "tcsh"/)
  })
})
