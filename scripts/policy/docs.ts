// Writes docs/policies/<target>.md, and the tables of docs/policies.md, from the targets and from what engines said:
//   npx tsx scripts/policy/docs.ts
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { policyPages } from './policy-pages.ts'

const root = join(import.meta.dirname, '../..')
mkdirSync(join(root, 'docs/policies'), { recursive: true })
for (const [path, text] of policyPages((name) => readFileSync(join(root, name), 'utf8')))
  writeFileSync(join(root, path), text)
