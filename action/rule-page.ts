import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The bundle is action/dist/index.cjs; the pages of the rules lie beside it in the repository. */
const PAGES = path.join(__dirname, '../../docs/rules')

export function rulePage(ruleId: string): string | undefined {
  if (!/^[a-z-]+$/.test(ruleId)) return undefined
  try {
    return readFileSync(path.join(PAGES, `${ruleId}.md`), 'utf8')
  } catch {
    return undefined
  }
}
