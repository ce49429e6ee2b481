import { readFileSync } from 'node:fs'

/** The page of a rule that comes with this installation, beside the source's and the bundle's folder alike. */
export function rulePage(ruleId: string): string | undefined {
  if (!/^[a-z-]+$/.test(ruleId)) return undefined
  try {
    return readFileSync(new URL(`../docs/rules/${ruleId}.md`, import.meta.url), 'utf8')
  } catch {
    return undefined
  }
}
