import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import {
  ConfigurationError,
  type LedgerEntry,
  ledgerFileName,
  ledgerText,
  readLedger,
} from '../core/index.ts'
import { replaceFile } from './replace-file.ts'

/** Every entry of a ledger: one JSON file a period and currency. A folder that is not there has none. */
export function readLedgerFolder(folder: string): readonly LedgerEntry[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readLedger(readFileSync(path.join(folder, name), 'utf8'), name))
}

/** Writes one entry in one step, so that nobody reads half a file. */
export function writeLedgerEntry(folder: string, entry: LedgerEntry): void {
  const file = path.join(folder, ledgerFileName(entry))
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new ConfigurationError(`"${folder}" cannot be made: ${error.message}`)
  }
  replaceFile(file, ledgerText(entry))
}
