import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { HOME } from '../../../scripts/extension/editors.ts'

const home = fileURLToPath(new URL(`../../../${HOME}`, import.meta.url))

/**
 * An extension that brings Terraform's language and colours, as HashiCorp's does, which cannot be had from npm: packed
 * from the grammar that npm has. Ascribe is to work beside it.
 */
export function terraformColours(): string {
  const vsix = path.join(home, 'terraform-colours.vsix')
  if (existsSync(vsix)) return vsix
  const folder = path.join(home, 'terraform-colours')
  mkdirSync(folder, { recursive: true })
  copyFileSync(
    path.join(home, 'grammars/node_modules/tm-grammars/grammars/terraform.json'),
    path.join(folder, 'terraform.json'),
  )
  const manifest = {
    name: 'terraform-colours',
    publisher: 'stand-in',
    version: '1.0.0',
    engines: { vscode: '^1.100.0' },
    files: ['terraform.json'],
    contributes: {
      languages: [
        { id: 'terraform', extensions: ['.tf'] },
        { id: 'terraform-vars', extensions: ['.tfvars'] },
      ],
      grammars: ['terraform', 'terraform-vars'].map((language) => ({
        language,
        scopeName: 'source.hcl.terraform',
        path: './terraform.json',
      })),
    },
  }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest))
  const vsce = path.join(home, 'vsce/node_modules/@vscode/vsce/vsce')
  const flags = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '-o', vsix]
  execFileSync(process.execPath, [vsce, 'package', ...flags], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return vsix
}
