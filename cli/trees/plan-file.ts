import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError, type ProjectPlan, SourceFile } from '../../core/index.ts'

/** Bytes beyond which a plan is not read into memory. */
const MAX_BYTES = 256 * 1024 * 1024

/**
 * Reads `FILE` or `PROJECT=FILE`, relative to `folder`. Messages name it from `root` on. Throws a `ConfigurationError`
 * where there is no such file.
 */
export function readPlanFile(given: string, folder: string, root: string): ProjectPlan {
  const { project, file } = split(given, folder)
  const full = path.resolve(folder, file)
  const shown = path.relative(root, full).split(path.sep).join('/')
  const stats = statSync(full, { throwIfNoEntry: false })
  if (!stats?.isFile())
    throw new ConfigurationError(
      `the plan "${file}" is not there. make it with "terraform show -json tfplan > plan.json"`,
    )
  if (stats.size > MAX_BYTES)
    throw new ConfigurationError(`${shown} is larger than ${MAX_BYTES >> 20} MiB, which is not read`)
  return { project, source: new SourceFile(shown, decoded(readFileSync(full))) }
}

/** A file may have a `=` in its name. */
function split(
  given: string,
  folder: string,
): { readonly project: string | undefined; readonly file: string } {
  const at = given.indexOf('=')
  if (at <= 0 || statSync(path.resolve(folder, given), { throwIfNoEntry: false })?.isFile())
    return { project: undefined, file: given }
  return { project: given.slice(0, at), file: given.slice(at + 1) }
}

/** PowerShell's `>` writes UTF-16. */
function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return bytes.toString(isUtf16 ? 'utf16le' : 'utf8')
}
