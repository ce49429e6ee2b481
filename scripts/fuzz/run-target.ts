import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { bundleTarget, bundleWorker } from './bundle-target.ts'
import type { FuzzOrder, FuzzResult } from './fuzz.ts'
import type { PlantedDefect } from './planted-defects.ts'
import type { FuzzTarget } from './target.ts'
import type { WorkerOrder } from './worker.ts'

/** A text on which nothing moves for so long does not end; one that takes all memory ends the thread. */
const STUCK_MS = 30_000
const MAX_SHOWN = 1 << 16

export interface StuckRun {
  readonly kind: 'stuck'
  readonly text: string
  readonly runs: number
}
export type TargetRun = (FuzzResult & { readonly kind: 'ended' }) | StuckRun

/** Fuzzes one target in a thread of its own, which is ended where a text never ends. */
export async function runTarget(
  name: string,
  order: Omit<FuzzOrder, 'files'>,
  planted?: PlantedDefect,
): Promise<TargetRun> {
  const { default: target } = (await import(`./targets/${name}.ts`)) as { readonly default: FuzzTarget }
  const folder = mkdtempSync(path.join(tmpdir(), 'ascribe-fuzz-'))
  const script = path.join(folder, 'target.cjs')
  try {
    writeFileSync(script, await bundleTarget(order.root, name, planted))
    const thread = path.join(folder, 'worker.mjs')
    writeFileSync(thread, await bundleWorker(order.root))
    return await watched(thread, {
      ...order,
      files: target.files.source,
      script,
      current: new SharedArrayBuffer(4 + 2 * MAX_SHOWN),
      runs: new SharedArrayBuffer(4),
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function watched(thread: string, order: WorkerOrder): Promise<TargetRun> {
  const length = new Uint32Array(order.current, 0, 1)
  const runs = new Int32Array(order.runs)
  return new Promise((resolve, reject) => {
    // Most of what a run makes is garbage at its end: it is collected less often where there is more room for it.
    const worker = new Worker(thread, { workerData: order, resourceLimits: { maxYoungGenerationSizeMb: 64 } })
    let before = -1
    const stuck = (): StuckRun => ({
      kind: 'stuck',
      text: Buffer.from(order.current, 4, length[0]).toString('utf16le'),
      runs: Atomics.load(runs, 0),
    })
    const watch = setInterval(() => {
      const now = Atomics.load(runs, 0)
      if (now !== before || now === 0) {
        before = now
        return
      }
      end()
      resolve(stuck())
    }, STUCK_MS)
    const end = () => {
      clearInterval(watch)
      void worker.terminate()
    }
    worker.once('message', (result: FuzzResult) => {
      end()
      resolve({ kind: 'ended', ...result })
    })
    worker.once('error', (error) => {
      end()
      if (Atomics.load(runs, 0) > 0) resolve(stuck())
      else reject(error)
    })
  })
}
