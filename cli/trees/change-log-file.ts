import path from 'node:path'
import { type MergedChange, readChangeLog } from '../../core/index.ts'
import { readPlainFile, readReportFile } from './report-file.ts'

/** The merged changes that a JSON file lists. Reports are named from the file's own folder. */
export function readChangeLogFile(file: string): readonly MergedChange[] {
  const folder = path.dirname(file)
  return readChangeLog(readPlainFile(file), file, (report) => readReportFile(path.join(folder, report)))
}
