import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@cdktf/hcl2json'

export interface ModuleCallText {
  readonly name: string
  readonly source: string
  readonly version: string | undefined
}

/**
 * The module calls of a folder, read with Go's own HCL parser: the trials must not lean on the parser they try.
 * A file it rejects has no calls.
 */
export async function moduleCallsIn(folder: string): Promise<readonly ModuleCallText[]> {
  const calls: ModuleCallText[] = []
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.tf'))
    .sort()) {
    const text = readFileSync(join(folder, name), 'utf8')
    if (!/^\s*module\s/m.test(text)) continue
    const parsed = (await parse(name, text).catch(() => ({}))) as Parsed
    for (const [callName, [body] = []] of Object.entries(parsed.module ?? {}))
      if (typeof body?.source === 'string')
        calls.push({
          name: callName,
          source: body.source,
          version: typeof body.version === 'string' ? body.version : undefined,
        })
  }
  return calls
}

interface Parsed {
  readonly module?: Readonly<
    Record<string, readonly { readonly source?: unknown; readonly version?: unknown }[]>
  >
}
