import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError } from '../../core/index.ts'
import { isNewer, type Marker } from '../comment/marker.ts'
import { log } from '../log.ts'

/** What one run tells the next. The workflow keeps its folder: in a cache, an artifact or a branch. */
export interface ReportState {
  readonly version: 1
  /** The run that wrote it. */
  readonly run: Marker['run']
  /** The last complete day that it knew. */
  readonly asOf: string
  /** Anomalies that were told already: id → the day that it began on. */
  readonly told: Readonly<Record<string, string>>
}

const FILE = 'ascribe-report.json'

/** Undefined where there is none yet. A file that is no state is refused, rather than told as new once more. */
export function readState(folder: string): ReportState | undefined {
  const file = path.join(folder, FILE)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  const state = parsed(text)
  if (isState(state)) return state
  throw new ConfigurationError(
    `${FILE} in the state folder is not what Ascribe writes. delete it to begin anew`,
  )
}

/** In one step; not where a newer run has written meanwhile. */
export function writeState(folder: string, state: ReportState): void {
  const there = readState(folder)
  if (there && isNewer(there.run, state.run)) {
    log(`the state is of the newer run ${there.run.number}.${there.run.attempt}; left as it is`)
    return
  }
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, FILE)
  writeFileSync(`${file}.new`, `${JSON.stringify(state, undefined, 2)}\n`)
  renameSync(`${file}.new`, file)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isState(state: unknown): state is ReportState {
  if (typeof state !== 'object' || state === null) return false
  const { version, run, asOf, told } = state as Record<string, unknown>
  const { number, attempt } = (run ?? {}) as Record<string, unknown>
  return (
    version === 1 &&
    typeof number === 'number' &&
    typeof attempt === 'number' &&
    typeof asOf === 'string' &&
    typeof told === 'object' &&
    told !== null &&
    Object.values(told).every((day) => typeof day === 'string')
  )
}
