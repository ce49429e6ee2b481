import { gunzipSync } from 'node:zlib'
import type { ArchiveFormat } from '../../core/index.ts'
import { LIMITS } from '../limits.ts'
import { type Package, packageBuilder, tooLarge } from '../package.ts'
import { broken } from './broken.ts'
import { readTar } from './tar.ts'
import { readZip } from './zip.ts'

/** The text files of an archive. Throws a `FetchFailure` for one that is broken, too large or reaches outside itself. */
export function unpack(bytes: Buffer, format: ArchiveFormat): Package {
  const builder = packageBuilder()
  switch (format) {
    case 'zip':
      readZip(bytes, builder)
      break
    case 'tar':
      readTar(bytes, builder)
      break
    case 'tar.gz':
      readTar(gunzip(bytes), builder)
      break
    default:
      return format satisfies never
  }
  return builder.files
}

function gunzip(bytes: Buffer): Buffer {
  try {
    // Headers and files that are no text come on top of what a package may have.
    return gunzipSync(bytes, { maxOutputLength: 4 * LIMITS.packageBytes })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    throw broken()
  }
}
