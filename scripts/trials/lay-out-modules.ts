// npx tsx scripts/trials/lay-out-modules.ts MIRRORS ROOT…
// Does offline what `terraform get` does: fills ROOT/.terraform/modules from bare git directories below MIRRORS.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix, resolve } from 'node:path'
import { parseModuleSource } from '../../core/index.ts'
import { isDirectory, type Mirrors, materialise, mirrorsIn, tagsOf } from './git-mirror.ts'
import { mirroredSource, releaseFor } from './mirrored-source.ts'
import { moduleCallsIn } from './module-calls.ts'

/** One line of Terraform's modules.json. */
interface InstalledModule {
  readonly Key: string
  readonly Source: string
  readonly Version?: string
  readonly Dir: string
}

export interface LaidOut {
  readonly installed: readonly InstalledModule[]
  /** Calls that could not be served, with the reason. */
  readonly missing: readonly { readonly key: string; readonly source: string; readonly because: string }[]
}

export async function layOutModules(root: string, mirrors: Mirrors): Promise<LaidOut> {
  const installed: InstalledModule[] = [{ Key: '', Source: '', Dir: '.' }]
  const missing: LaidOut['missing'][number][] = []
  rmSync(join(root, '.terraform', 'modules'), { recursive: true, force: true })

  const visit = async (folder: string, prefix: string, ancestors: readonly string[]): Promise<void> => {
    for (const call of await moduleCallsIn(join(root, folder))) {
      const key = prefix === '' ? call.name : `${prefix}.${call.name}`
      const miss = (because: string) => missing.push({ key, source: call.source, because })
      const local = parseModuleSource(call.source)
      if (local.kind === 'local') {
        const dir = posix.join(folder, local.path)
        if (!isDirectory(join(root, dir))) miss('no such folder')
        else if (ancestors.includes(dir)) miss('calls itself')
        else {
          installed.push({ Key: key, Source: call.source, Dir: dir })
          await visit(dir, key, [...ancestors, dir])
        }
        continue
      }
      const source = mirroredSource(call.source)
      if (!source) {
        miss('not a source that can be had offline')
        continue
      }
      const mirror = mirrors.find(source.repository)
      if (!mirror) {
        miss(`${source.repository} is not mirrored`)
        continue
      }
      const revision = source.revision ?? releaseFor(tagsOf(mirror), call.version)
      if (!revision) {
        miss(`no release of ${source.repository} satisfies "${call.version}"`)
        continue
      }
      const packageDir = posix.join('.terraform/modules', key)
      place(mirror, source.repository, revision, join(root, packageDir))
      const dir = posix.join(packageDir, source.folder)
      if (!isDirectory(join(root, dir))) {
        miss(`${source.repository} ${revision} has no folder ${source.folder}`)
        continue
      }
      installed.push({
        Key: key,
        Source: source.source,
        ...(source.revision === undefined ? { Version: revision.replace(/^v/, '') } : {}),
        Dir: dir,
      })
      await visit(dir, key, [...ancestors, dir])
    }
  }
  await visit('.', '', ['.'])
  installed.sort((a, b) => (a.Key < b.Key ? -1 : 1))
  mkdirSync(join(root, '.terraform', 'modules'), { recursive: true })
  writeFileSync(join(root, '.terraform', 'modules', 'modules.json'), JSON.stringify({ Modules: installed }))
  return { installed, missing }
}

/** What no caller of a module reads: leaving it out saves most of the time that copying takes. */
const LEFT_OUT = ['.complete', '.github', 'docs', 'examples', 'tests', 'wrappers']

/** A release is unpacked once a machine and copied from there. */
function place(mirror: string, repository: string, revision: string, target: string): void {
  const cache = join(tmpdir(), 'ascribe-trials-modules', repository.replace('/', '+'), revision)
  if (!existsSync(join(cache, '.complete'))) {
    mkdirSync(cache, { recursive: true })
    materialise(mirror, revision, cache)
    writeFileSync(join(cache, '.complete'), '')
  }
  const leftOut = new Set(LEFT_OUT.map((name) => join(cache, name)))
  cpSync(cache, target, { recursive: true, filter: (path) => !leftOut.has(path) })
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const [mirrorFolder, ...roots] = process.argv.slice(2)
  if (!mirrorFolder || roots.length === 0) {
    console.error('usage: lay-out-modules.ts MIRRORS ROOT…')
    process.exit(2)
  }
  for (const root of roots) {
    const { installed, missing } = await layOutModules(resolve(root), mirrorsIn(mirrorFolder))
    console.log(`${root}: ${installed.length - 1} modules, ${missing.length} missing`)
    for (const { key, source, because } of missing) console.log(`  ${key} (${source}): ${because}`)
  }
}
