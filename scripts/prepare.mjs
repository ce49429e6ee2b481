import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// What "npm install" of a git address runs. For "npm install --global git+…", which pre-commit calls, npm hands "global" on
// to the install inside the clone, and the tools that build are then not there.
const environment = { ...process.env, npm_config_global: 'false' }

if (!existsSync('node_modules/esbuild'))
  run('ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund')
run('run', '--silent', 'build')

function run(...words) {
  const npm = process.env.npm_execpath
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...words], { stdio: 'inherit', env: environment })
    : spawnSync('npm', words, { stdio: 'inherit', env: environment })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}
