// Writes what Terraform makes of test/hcl/fixtures/templates*.tf into their .expected.json. By hand, where a terraform
// binary is: node --import tsx scripts/oracles/hcl-templates.ts
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const fixtures = fileURLToPath(new URL('../../test/hcl/fixtures/', import.meta.url))

for (const name of ['templates', 'templates-crlf']) {
  const folder = mkdtempSync(join(tmpdir(), 'hcl-templates-'))
  copyFileSync(join(fixtures, `${name}.tf`), join(folder, 'main.tf'))
  const options = { cwd: folder, input: 'jsonencode(local.cases)\n', encoding: 'utf8' } as const
  const printed = execFileSync('terraform', ['console'], options)
  rmSync(folder, { recursive: true })
  const cases: unknown = JSON.parse(JSON.parse(printed))
  writeFileSync(join(fixtures, `${name}.expected.json`), `${JSON.stringify(cases, null, 2)}\n`)
}
