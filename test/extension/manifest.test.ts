import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import packageJson from '../../package.json' with { type: 'json' }

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
const sources = readdirSync(path.join(root, 'extension'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`extension/${name}`))
  .join('\n')
const { contributes } = packageJson

describe('the manifest of the extension', () => {
  it('names just the commands that there are', () => {
    const registered = [
      ...sources.matchAll(/(?:registerCommand\(\s*|const COMMAND = )'(ascribe\.\w+)'/g),
    ].map(([, name]) => name!)
    const inner = ['ascribe.openResource', 'ascribe.showRule']
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).sort(),
      registered.filter((name) => !inner.includes(name)).sort(),
    )
  })

  it('uses in menus and walkthrough only commands that it names', () => {
    const named = new Set(contributes.commands.map(({ command }) => command))
    const menus = Object.values(contributes.menus).flat()
    const texts = JSON.stringify([contributes.viewsWelcome, contributes.walkthroughs])
    const used = [
      ...menus.map(({ command }) => command),
      ...[...texts.matchAll(/(?:command:|onCommand:)(ascribe\.\w+)/g)].map(([, name]) => name!),
    ]
    assert.deepEqual(
      used.filter((command) => !named.has(command)),
      [],
    )
  })

  it('has each setting documented, and no other', () => {
    const section = read('docs/editor.md')
      .split(/^## /m)
      .find((text) => text.startsWith('Settings'))
    const documented = [...section!.matchAll(/^\| `(ascribe\.[\w.]+)` \|/gm)].map(([, name]) => name!)
    assert.deepEqual(documented, Object.keys(contributes.configuration.properties))
  })

  it('promises the editor whose types it is written with', () => {
    assert.equal(
      packageJson.engines.vscode,
      `^${packageJson.devDependencies['@types/vscode'].replace('~', '')}`,
    )
  })

  it('names files that are there', () => {
    const files = [
      packageJson.icon,
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.yamlValidation.map(({ url }) => url),
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
    ]
    assert.deepEqual(
      files.filter((file) => !existsSync(path.join(root, file))),
      [],
    )
  })
})
