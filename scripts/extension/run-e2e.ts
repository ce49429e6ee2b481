// Runs the extension's end-to-end tests in real editors.
//   npm run test:e2e [-- host | ui | trust]      after npm run build and npm run test:e2e:setup
// VSCODE_E2E_VERSION narrows the editors to one; VSCODE_E2E_PICTURES=FOLDER keeps a picture of each step;
// VSCODE_E2E_SKIP=REASON counts the tests and runs none.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EDITORS, HOME } from './editors.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
/** From within, by the extension's API; from without, by keys and mouse; and where the workspace is not trusted. */
const LEVELS = ['host', 'ui', 'trust']
const [level] = process.argv.slice(2)
if (level !== undefined && !LEVELS.includes(level))
  fail(`"${level}" is no level. expected one of ${LEVELS.join(', ')}`)
const only = process.env.VSCODE_E2E_VERSION
if (only && !(only in EDITORS))
  fail(`"${only}" is not tested. expected one of ${Object.keys(EDITORS).join(', ')}`)
const skipped = process.env.VSCODE_E2E_SKIP
if (skipped) console.log(`The end-to-end tests are skipped: ${skipped}.`)
else {
  for (const version of only ? [only] : Object.keys(EDITORS))
    if (!existsSync(join(root, HOME, version))) fail(`VS Code is not there. run: npm run test:e2e:setup`)
  execFileSync(
    process.execPath,
    ['--import=tsx', join(root, 'scripts/extension/package.ts'), join(root, HOME, 'ascribe.vsix')],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
}
const specs = (level ? [level] : LEVELS).map((name) => `test/extension/e2e/${name}.e2e.ts`)
const { status } = spawnSync(
  process.execPath,
  // The settings of the other tests name their files.
  [
    '--import=tsx',
    'node_modules/mocha/bin/mocha.js',
    '--no-config',
    '--timeout',
    // Of a step, on a machine whose cores others want as well.
    '180000',
    '--slow',
    '20000',
    ...specs,
  ],
  { cwd: root, stdio: 'inherit' },
)
process.exit(status ?? 1)

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}
