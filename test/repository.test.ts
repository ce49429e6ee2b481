import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { optionsOf } from '../cli/command.ts'
import { allCommands } from '../cli/command-table.ts'
import packageJson from '../package.json' with { type: 'json' }

const COMMANDS = await allCommands()

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** What is committed, or about to be: never what a build or an install put there. */
const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && statSync(join(root, path), { throwIfNoEntry: false })?.isFile())

const pages = tracked.filter((path) => path.endsWith('.md') && !path.startsWith('test/'))

describe('the repository', () => {
  it('opens README with its two commands, before any other code', () => {
    const fences = read('README.md').match(/^```\w*$/gm) ?? []
    assert.deepEqual(fences.slice(0, 4), ['```sh', '```', '```sh', '```'])
  })

  it('names no path of the machine it was written on', () => {
    // A checkout at `/app` says nothing: that is a word of many a Dockerfile.
    const places = [root, homedir()].filter((place) => place === homedir() || place.split('/').length > 2)
    const found = tracked.flatMap((path) =>
      places.filter((place) => read(path).includes(`${place}/`)).map((place) => `${path} names ${place}`),
    )
    assert.deepEqual(found, [])
  })

  it('names no package registry of its own', () => {
    assert.ok(!read('package-lock.json').includes('"resolved"'), 'package-lock.json names a registry')
    assert.ok(!tracked.some((path) => posix.basename(path) === '.npmrc'))
    const registry = execFileSync('npm', ['config', 'get', 'registry'], { cwd: root, encoding: 'utf8' })
    const { host } = new URL(registry.trim())
    if (host === 'registry.npmjs.org') return
    assert.deepEqual(
      tracked.filter((path) => read(path).includes(host)),
      [],
    )
  })

  it('has no link that leads nowhere', () => {
    const broken = pages.flatMap((page) =>
      linksIn(read(page)).flatMap((link) => {
        const [target, anchor] = link.split('#') as [string, string | undefined]
        const path = target === '' ? page : posix.join(posix.dirname(page), target)
        if (!existsSync(join(root, path))) return [`${page}: ${link}`]
        const isThere =
          anchor === undefined || !path.endsWith('.md') || anchorsIn(read(path)).includes(anchor)
        return isThere ? [] : [`${page}: ${link} (no such heading)`]
      }),
    )
    assert.deepEqual(broken, [])
  })

  it('names in its pages only files and folders that there are', () => {
    const missing = pages.flatMap((page) =>
      // What is planned is named in advance.
      placesIn(read(page).split('\n## Planned\n')[0]!)
        .filter((place) => !existsSync(join(root, place)))
        .map((place) => `${page}: ${place}`),
    )
    assert.deepEqual(missing, [])
  })

  it('lists every decision, numbered without gaps', () => {
    const decisions = tracked
      .filter((path) => /^docs\/decisions\/\d/.test(path))
      .map((path) => posix.basename(path))
    assert.deepEqual(
      linksIn(read('docs/decisions/README.md')).filter((link) => /^\d/.test(link)),
      decisions.toSorted(),
    )
    assert.deepEqual(
      decisions.toSorted().map((name) => Number(name.slice(0, 4))),
      decisions.map((_, index) => index + 1),
    )
  })

  it('shows first how to review the example, then how to run the tests that CI runs', () => {
    const [main, tests] = commandsIn(read('README.md'))
    const sides = '--base examples/ml-platform/base --head examples/ml-platform/head'
    assert.ok(main?.includes(`ascribe review ${sides}`), main)
    assert.match(tests ?? '', /^npm /)
    assert.ok(read('.ci/run').split('\n').includes(tests!), `.ci/run does not run "${tests}"`)
  })

  it('shows only commands that there are', () => {
    const wrong = pages.flatMap((page) =>
      commandsIn(read(page)).flatMap((command) =>
        mistakesIn(command).map((mistake) => `${page}: ${mistake}`),
      ),
    )
    assert.deepEqual(wrong, [])
    assert.deepEqual(mistakesIn('npx ascribe review --bse examples/ml-platform/bas'), [
      'ascribe review has no option --bse',
      'there is no examples/ml-platform/bas',
    ])
  })

  it('names in its prose only commands, options and scripts that there are', () => {
    const options = new Set(COMMANDS.flatMap((command) => Object.keys(optionsOf(command))))
    const mistakesInSpan = (span: string): readonly string[] => {
      if (/^(?:npx )?(?:ascribe|npm run|npm test)\b/.test(span)) return mistakesIn(span)
      return span.startsWith('--')
        ? optionsIn(span)
            .filter((option) => !options.has(option) && !OPTIONS_OF_OTHERS.has(option))
            .map((option) => `no command has an option --${option}`)
        : []
    }
    const wrong = pages.flatMap((page) =>
      spansIn(read(page))
        .flatMap(mistakesInSpan)
        .map((mistake) => `${page}: ${mistake}`),
    )
    assert.deepEqual(wrong, [])
    assert.deepEqual(['ascribe migrate', 'ascribe check --bse', '--bse'].map(mistakesInSpan), [
      ['ascribe has no command "migrate"'],
      ['ascribe check has no option --bse'],
      ['no command has an option --bse'],
    ])
  })

  it('runs in its recipes only commands that there are', () => {
    const wrong = pages.flatMap((page) =>
      recipeCommandsIn(read(page)).flatMap((command) =>
        mistakesIn(command).map((mistake) => `${page}: ${mistake}`),
      ),
    )
    assert.deepEqual(wrong, [])
    const recipe = '```yaml\n- run: npx ascribe chek\n```\n'
    assert.deepEqual(recipeCommandsIn(recipe).flatMap(mistakesIn), ['ascribe has no command "chek"'])
  })
})

describe('the npm package', () => {
  let files: readonly string[] = []

  before(() => {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as { files: { path: string }[] }[]
    files = packed!.files.map(({ path }) => path)
  })

  it('holds the build, the pages of the rules and what npm adds, and nothing else', () => {
    const others = files.filter((path) => !/^(?:dist\/|docs\/rules\/[\w-]+\.md$)/.test(path))
    assert.deepEqual(
      others.filter((path) => !['LICENSE', 'README.md', 'package.json'].includes(path)),
      [],
    )
    assert.deepEqual(
      files.filter((path) =>
        /(^|\/)(test|fixtures|examples|bench|scripts|node_modules)\/|\.golden$/.test(path),
      ),
      [],
    )
  })

  it('holds every file that package.json promises', function () {
    // npm test builds first; mocha alone may run without a build.
    if (!existsSync(join(root, 'dist'))) this.skip()
    const promised = [...Object.values(packageJson.bin), ...Object.values(packageJson.exports['.'])]
    const missing = promised.map((path) => path.replace(/^\.\//, '')).filter((path) => !files.includes(path))
    assert.deepEqual(missing, [])
  })

  it('is made with no package that no decision gives a reason for', () => {
    const decisions = tracked.filter((path) => path.startsWith('docs/decisions/')).map(read)
    const reasons = decisions.join('\n').toLowerCase()
    const short = (name: string) => name.replace('@biomejs/', '').replace('vscode-languageserver-', '-')
    const packages = Object.keys(packageJson.devDependencies).filter(
      // The types of what is there anyway.
      (name) => !['@types/mocha', '@types/node'].includes(name),
    )
    assert.deepEqual(
      packages.filter((name) => !reasons.includes(short(name))),
      [],
    )
  })

  it('leaves nothing for its users to install', () => {
    assert.ok(!('dependencies' in packageJson))
  })
})

/** Targets of relative links, code left out. */
function linksIn(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !/^[a-z]+:/.test(link))
}

/** What our pages name of other programs: kustomize, Checkov, git, and of our scripts. */
const OPTIONS_OF_OTHERS = new Set([
  'load-restrictor',
  'create-baseline',
  'upload-pack',
  'end-of-options',
  'missed',
  'mutations',
])

/** What stands in backticks within prose. */
function spansIn(markdown: string): readonly string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, '')
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!)
}

/** Calls of Ascribe in the YAML of pages: in workflows, pipelines and hooks. */
function recipeCommandsIn(markdown: string): readonly string[] {
  const blocks = [...markdown.matchAll(/^ *```ya?ml\n([\s\S]*?)^ *```$/gm)].map(([, block]) => block!)
  return blocks.flatMap((block) =>
    [
      ...block
        .replace(/ #.*$/gm, '')
        .matchAll(/(?:^|[\s'"&|;(])(?:npx )?(ascribe [a-z]+(?![=\w])[^\n'"&|;)]*)/gm),
    ].map(([, command]) => command!),
  )
}

function optionsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w-])--([a-z][\w-]*)/g)].map(([, option]) => option!)
}

/** Paths from the root in backticks. */
function placesIn(markdown: string): string[] {
  const place =
    /`((?:core|cli|test|docs|scripts|bench|examples|schema|bills|modules|action|lsp|extension|\.ci)\/[\w./-]*)`/g
  return [...markdown.matchAll(place)].map(([, path]) => path!)
}

/** Headings as GitHub makes anchors of them. */
function anchorsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** The lines of `sh` blocks, comments left out. */
function commandsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .flatMap(([, block]) => block!.split('\n'))
    .map((line) =>
      line
        .replace(/\s+#.*$/, '')
        .replace(/^#.*/, '')
        .trim(),
    )
    .filter((line) => line !== '')
}

function mistakesIn(line: string): string[] {
  return line.split(/\s*(?:&&|\|)\s*/).flatMap((command) => {
    const words = command.split(/\s+/)
    const script = /^npm (?:run (?:--silent )?([\w:-]+)|(test)\b)/.exec(command)
    const name = script?.[1] ?? script?.[2]
    const mistakes = name === undefined || name in packageJson.scripts ? [] : [`there is no script "${name}"`]
    const ascribe = words.findIndex((word) => word === 'ascribe' || word === 'dist/cli.js')
    if (ascribe >= 0) mistakes.push(...mistakesInAscribe(words.slice(ascribe + 1)))
    const paths = words.filter((word) => /^(?:\.\/)?(?:examples|docs|scripts|test|bench)\//.test(word))
    return [
      ...mistakes,
      ...paths.filter((path) => !existsSync(join(root, path))).map((path) => `there is no ${path}`),
    ]
  })
}

function mistakesInAscribe([name, ...rest]: readonly string[]): string[] {
  if (name === undefined || name.startsWith('-') || name === 'help' || name === 'COMMAND') return []
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (!command) return [`ascribe has no command "${name}"`]
  return optionsIn(rest.join(' '))
    .filter((option) => !(option in optionsOf(command)))
    .map((option) => `ascribe ${name} has no option --${option}`)
}
