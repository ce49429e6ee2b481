import { readFileSync, statSync } from 'node:fs'
import { ConfigurationError, SourceFile } from '../../core/index.ts'

/** Far beyond any policy. */
const MAX_BYTES = 1024 * 1024

export function readPolicyFile(name: string): SourceFile {
  const found = statSync(name, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new ConfigurationError(`"${name}" is not a file`)
  if (found.size > MAX_BYTES) throw new ConfigurationError(`"${name}" is larger than ${MAX_BYTES} bytes`)
  return new SourceFile(name, readFileSync(name, 'utf8'))
}
